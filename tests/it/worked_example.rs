//! The README's example of a provider: it is compiled here, and asked what every provider is asked.

mod postino;

use domain::tracking::ParcelState;
use testing::recorded::{Recorded, signed_at, with_secrets};
use webhooks::delivery::{Proof, Rejection};
use webhooks::provider::{Prover, Provider};

use postino::Postino;

#[test]
fn the_example_in_the_readme_is_a_provider() {
    let code = include_str!("worked_example/postino.rs");
    let readme = std::fs::read_to_string(it::root().join("README.md")).expect("a README");
    assert!(
        readme.contains(&format!("```rust\n{code}```")),
        "the README does not show tests/it/worked_example/postino.rs"
    );

    let body = br#"{"number":"PO123","state":"at_the_door","at":"2026-09-21T14:13:20Z","place":"Trieste"}"#;
    let signature = hex::encode(it::sign::hmac(b"secret", body));
    let sent = Recorded::new("postino", &[("x-postino-signature", &signature)], body);
    let settings = with_secrets(&["new", "secret"]);
    let Ok(Proof::Signed(proved)) = Postino.verify(sent.delivery(), &settings, signed_at()) else { panic!("genuine") };
    let facts = Postino.interpret(&proved, &settings).expect("readable");
    assert_eq!(facts[0].state, Some(ParcelState::OutForDelivery));
    assert_eq!(facts[0].number.as_str(), "PO123");

    let forged = Postino.verify(sent.delivery(), &with_secrets(&["other"]), signed_at()).err();
    assert_eq!(forged, Some(Rejection::Forged));
}
