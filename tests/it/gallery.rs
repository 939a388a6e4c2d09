//! The gallery shows every mail.

use it::gallery::{Gallery, dump};

fn page(gallery: &Gallery, path: &str, query: &str) -> (u16, String) {
    let page = gallery.page(path, query);
    (page.status, String::from_utf8(page.body).expect("text"))
}

#[test]
fn every_kind_is_in_the_index_and_on_a_page_of_its_own() {
    let gallery = Gallery::open(Some("en")).expect("a gallery");
    let (status, index) = page(&gallery, "/", "kind=&locale=en&fixture=plain");
    assert_eq!(status, 200);
    for kind in domain::situations::Kind::ALL {
        let path = format!("/mail/{}.en.plain", kind.name());
        assert!(index.contains(&format!("href=\"{path}?")), "{kind:?}");
        let (status, mail) = page(&gallery, &path, "");
        assert!(status == 200 && mail.contains("MIME-Version") && !mail.contains("class=mistake"), "{kind:?}");
        let (status, html) = page(&gallery, &format!("{path}/dark"), "");
        assert!(status == 200 && html.contains("@media all{") && !html.contains("<img src=\"https"), "{kind:?}");
    }
    assert_eq!(page(&gallery, "/mail/confirmed.en.nothing", "").0, 404);
    let (_, of_one_kind) = page(&gallery, "/", "kind=delayed&fixture=");
    assert!(of_one_kind.contains("delayed.en.at_customs") && !of_one_kind.contains("delivered.en"));
}

#[test]
fn a_sample_is_dumped_as_files() {
    let folder = it::root().join("target/gallery/test");
    let _ = std::fs::remove_dir_all(&folder);
    let gallery = Gallery::open(Some("en")).expect("a gallery");
    let count = dump(&gallery, &folder, Some(50)).expect("files");
    let files = std::fs::read_dir(&folder).expect("a folder").count();
    assert!(count >= 50 && count < gallery.len() && files == 3 * count, "{count} mails, {files} files");
}
