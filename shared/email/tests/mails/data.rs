//! What templates may use, written down: whoever renames any of it has to say so to those who wrote templates.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use domain::design::File;
use domain::situations::Kind;
use email::design::{BASE_VERSION, Bounds, Design};
use email::samples;

/// Prints the name of everything that it is given.
const WALK: &str = "\
{% macro walk(at, value) %}
{% if value is mapping %}
{% for key in value %}
{{ walk(at ~ '.' ~ key, value[key]) -}}
{% endfor %}
{% elif value is sequence %}
{% for one in value %}
{{ walk(at ~ '[]', one) -}}
{% endfor %}
{% else %}
> {{ at }}
{% endif %}
{% endmacro %}
{{ walk('frame', frame) }}
{{ walk('LAYOUT mail', mail) }}
{{ frame.number or '' }} {{ frame.button.url }} {{ frame.why }}{% if frame.stop %} {{ frame.stop.url }}{% endif %}
";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("templates")
}

/// Every name that the samples' templates see, those of a mail after the name of its layout.
fn names() -> BTreeSet<String> {
    let entries = fs::read_dir(folder()).expect("templates").map(|entry| entry.expect("an entry"));
    let layouts = entries.filter(|entry| entry.path().is_dir());
    let file = |layout: &str| File { name: format!("templates/{layout}.txt"), content: WALK.replace("LAYOUT", layout) };
    let files = layouts.map(|entry| file(&entry.file_name().to_string_lossy()));
    let bounds = Bounds { fuel: 2_000_000, text: 4_000_000, ..Bounds::SEND };
    let design = Design::new(files.collect(), bounds);
    let mut names = BTreeSet::new();
    for sample in samples::all("en") {
        for news in sample.news(&Kind::ALL) {
            let (kind, mail) = (news.kind, sample.write(Some(&design), &news));
            let text = mail.unwrap_or_else(|why| panic!("{}, {kind:?}: {why}", sample.name)).text;
            let found: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("> ")).map(str::to_owned).collect();
            assert!(!found.is_empty(), "{kind:?} is not laid out by a folder of templates");
            names.extend(found);
        }
    }
    names
}

#[test]
fn nothing_that_templates_may_use_goes_without_a_new_version() {
    let path = folder().join("data.txt");
    let written = fs::read_to_string(&path).unwrap_or_default();
    let mut lines = written.lines();
    let version = lines.next().unwrap_or_default().to_owned();
    let (before, now): (BTreeSet<_>, _) = (lines.map(str::to_owned).collect(), names());
    let gone: Vec<_> = before.difference(&now).collect();
    let same = version == format!("version {BASE_VERSION}");
    assert!(gone.is_empty() || !same, "templates may use these: raise BASE_VERSION if they have to go: {gone:?}");
    let fresh: Vec<_> = now.difference(&before).collect();
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        let all: Vec<_> = now.iter().map(String::as_str).collect();
        fs::write(&path, format!("version {BASE_VERSION}\n{}\n", all.join("\n"))).expect("written");
    } else {
        assert!(fresh.is_empty() && same, "run with INSTA_UPDATE=always, and commit templates/data.txt: {fresh:?}");
    }
}
