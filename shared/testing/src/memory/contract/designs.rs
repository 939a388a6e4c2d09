//! Files of designs.

use domain::design::File;
use domain::ports::Designs;

/// A shop's files are its own, in the order of their names, each as it was put last, however many and large they are.
pub async fn check_designs(store: &impl Designs) {
    let file = |name: &str, content: &str| File { name: name.to_owned(), content: content.to_owned() };
    assert_eq!(store.files("demo").await.expect("read"), []);
    store.put("demo", &file("texts/en.ftl", "item = Piece")).await.expect("put");
    store.put("demo", &file("templates/base.html", "old")).await.expect("put");
    store.put("demo", &file("templates/base.html", "new")).await.expect("put");
    store.put("other", &file("templates/base.html", "theirs")).await.expect("put");
    let all = [file("templates/base.html", "new"), file("texts/en.ftl", "item = Piece")];
    assert_eq!(store.files("demo").await.expect("read"), all);
    assert!(store.remove("demo", "texts/en.ftl").await.expect("removed"));
    assert!(!store.remove("demo", "texts/en.ftl").await.expect("answered"), "it is gone");
    assert_eq!(store.files("demo").await.expect("read"), all[..1]);
    let large = "x".repeat(100_000);
    for n in 0..30 {
        store.put("large", &file(&format!("templates/{n:02}.html"), &large)).await.expect("put");
    }
    let read = store.files("large").await.expect("read");
    assert!(read.len() == 30 && read.iter().all(|file| file.content.len() == 100_000), "more than one page");
    assert_eq!(store.files("other").await.expect("read"), [file("templates/base.html", "theirs")]);
}
