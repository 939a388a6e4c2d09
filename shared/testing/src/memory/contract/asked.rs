//! At most one question a customer in so many days.

use domain::ids::IntentId;
use domain::ports::{AddressKey, Asked};

use super::{at, id};

/// Everything that [`Asked`] promises.
pub(super) async fn check_asked(mails: &impl Asked) {
    let to = |shop: &str, hash: &str| AddressKey { shop: shop.to_owned(), hash: hash.to_owned() };
    let intent = |name: &str| IntentId::new(&id("asked"), name, "order");
    let ask = async |address: &AddressKey, name: &str, second: i64| {
        mails.ask(address, &intent(name), at(second - 100), at(second)).await.expect("answered")
    };
    let ana = to("demo", "ana");
    assert!(ask(&ana, "csat", 0).await);
    assert!(ask(&ana, "csat", 1).await, "whoever was cut short may go on");
    assert!(!ask(&ana, "review", 50).await, "asked not long ago");
    assert!(ask(&to("demo", "ben"), "review", 50).await, "somebody else");
    assert!(ask(&to("other", "ana"), "review", 50).await, "by another shop");
    assert!(!ask(&ana, "review", 100).await);
    assert!(ask(&ana, "review", 101).await, "long ago");
    assert!(!ask(&ana, "csat", 102).await, "it is another one's turn now");
}
