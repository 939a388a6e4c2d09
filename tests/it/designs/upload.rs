//! What a merchant puts is tried first, where it can do no harm: what does not fit is refused, with line and cause.

use std::fmt::Write as _;

use config::settings::Settings;
use designs::checker::Checker;
use designs::handle;
use domain::ports::ReadDesigns;
use serde_json::{Value, json};
use testing::memory::Tables;

use super::{placed, template};
use crate::world::{Params, STACK, World, minutes, now};

type Upload = designs::World<Params, Tables>;

/// The function, beside the others.
fn upload(world: &World) -> Upload {
    designs::World {
        settings: Settings::new(world.params.clone(), STACK.to_owned()),
        designs: world.tables.clone(),
        checker: Checker::new(env!("CARGO_BIN_EXE_try-design").into(), Vec::new()),
    }
}

async fn ask(upload: &Upload, event: Value) -> Value {
    serde_json::to_value(handle(upload, event, now()).await.expect("an answer")).expect("JSON")
}

async fn put(upload: &Upload, name: &str, content: &str) -> Value {
    ask(upload, json!({"shop": "demo", "put": {"name": name, "content": content}})).await
}

/// Puts what must be refused: its file, its line, and its cause.
async fn refused(upload: &Upload, name: &str, content: &str) -> (String, Option<u64>, String) {
    let before = upload.designs.files("demo").await.expect("read");
    let answer = put(upload, name, content).await;
    assert_eq!(upload.designs.files("demo").await.expect("read"), before, "what is refused is not stored");
    let refusal = &answer["refused"];
    let text = |key: &str| refusal[key].as_str().unwrap_or_else(|| panic!("{name}: {answer}")).to_owned();
    (text("name"), refusal["line"].as_u64(), text("cause"))
}

/// Puts templates that have this in their third line, and must be refused for it.
async fn check(cases: &[(&str, &str)]) {
    let upload = upload(&World::new());
    for (body, cause) in cases {
        let content = template(&format!("\n{body}"));
        let (name, line, said) = refused(&upload, "templates/confirmed.html", &content).await;
        assert_eq!((name.as_str(), line), ("templates/confirmed.html", Some(3)), "{body}\n{said}");
        assert!(said.contains(cause), "{body}\n{said}");
    }
}

#[tokio::test]
async fn a_template_that_does_not_end_or_wants_too_much_is_refused_with_its_line() {
    check(&[
        ("{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}", "does not come to an end"),
        ("{{ 'x' * 100000000 }}", "needs more than 64 MB of memory here: `{{ 'x' * 100000000 }}`"),
        (
            "{% set many = frame.shop * 1000000 %}{% set many = many ~ many ~ many ~ many ~ many ~ many ~ many %}",
            "needs more than 64 MB",
        ),
        ("{% for a in range(99999) %}{{ range(99999)|list|sort|length }}{% endfor %}", "takes longer than 2 s here"),
        ("{% macro deep() %}{{ deep() }}{% endmacro %}{{ deep() }}", "recursion limit exceeded"),
        ("{% include 'confirmed.html' %}", "recursion limit exceeded"),
        (
            "{% for a in range(2000) %}{{ 'a row of some fifty letters, more or less, in a mail' }}{% endfor %}",
            "it writes more than 90 KB here",
        ),
    ])
    .await;
}

#[tokio::test]
async fn a_template_that_asks_for_what_is_not_there_is_refused_with_its_line() {
    check(&[
        (
            "{{ mail.basket }}",
            "undefined value: `{{ mail.basket }}`; shared/email/templates/data.txt names all that there is",
        ),
        ("{{ mail.due.amount }}", "undefined value"),
        ("{% include 'missing.html' %}", "template not found: tried to include non-existing template 'missing.html'"),
        ("{{ mail.items }}", "a template prints map"),
        ("{{ frame.logo }}", "a template prints none"),
        ("{{ mail.items.total + 1 }}", "invalid operation"),
        ("{{ frame.shop|shout }}", "unknown filter"),
        ("{{ t('no-such-text') }}", "no text is called no-such-text"),
        ("{% if %}", "syntax error"),
    ])
    .await;
}

#[tokio::test]
async fn what_runs_or_misleads_is_refused_with_its_line() {
    check(&[
        ("<a href=\"javascript:alert(1)\">Pay</a>", "is no safe address"),
        ("<script>alert(1)</script>", "<script> has no place in a mail"),
        ("<img src=\"https://x.example/a.png\" onerror=\"x\" alt=\"\">", "the event handler onerror"),
        ("<form action=\"https://x.example\"></form>", "<form> has no place in a mail"),
        ("<p style=\"background:url(https://x.example/a.png)\">x</p>", "a style may not hold"),
        // Harmless by itself; strangers choose what their goods are called.
        ("{% for row in mail.items.list.rows %}{{ row.name|safe }}{% endfor %}", "with hostile words"),
        ("{% for row in mail.items.list.rows %}<a href=\"{{ row.name }}\">x</a>{% endfor %}", "is no safe address"),
    ])
    .await;
}

#[tokio::test]
async fn a_layout_that_leaves_out_what_a_mail_must_have_is_refused() {
    let upload = upload(&World::new());
    let all = ["{{ frame.number }}", "{{ frame.button.url }}", "{{ frame.why }}", "{{ frame.stop.url }}"];
    for name in ["templates/csat.html", "templates/csat.txt"] {
        for left_out in all {
            let shows: Vec<_> = all.into_iter().filter(|shown| *shown != left_out).collect();
            let (file, _, cause) =
                refused(&upload, name, &format!("{{# base-version: 1 #}}\n{}", shows.join("\n"))).await;
            assert!(file == name && cause.contains(&format!("show {left_out}")), "{left_out}: {cause}");
        }
        let answer = put(&upload, name, &format!("{{# base-version: 1 #}}\n{}", all.join("\n"))).await;
        assert_eq!(answer["stored"]["name"], name, "{answer}");
    }
}

#[tokio::test]
async fn texts_are_refused_with_line_and_cause() {
    let upload = upload(&World::new());
    for (content, line, cause) in [
        ("item = Piece\n\nconfirmed-subject Order\n", 3, "this is not Fluent"),
        ("item = Piece\nconfirmed-subjet = Order { $number }\n", 2, "did you mean confirmed-subject?"),
        ("confirmed-subject = Order { $nummer }\n", 1, "its gaps are { $number }"),
        ("item = Piece\nconfirmed-subject = Thank you\n", 2, "has to say { $number }"),
        ("items-caption = { $count ->\n   *[other] { $shown } pieces\n}\n", 1, "lacks the case [one] of $count"),
    ] {
        let (name, at, said) = refused(&upload, "texts/en.ftl", content).await;
        assert_eq!((name.as_str(), at), ("texts/en.ftl", Some(line)), "{content}\n{said}");
        assert!(said.contains(cause), "{content}\n{said}");
    }
}

#[tokio::test]
async fn what_is_no_file_of_a_design_or_of_no_shop_is_refused() {
    let upload = upload(&World::new());
    for (name, content, cause) in [
        ("templates/confirmd.html", "x".to_owned(), "no file of a design is called templates/confirmd.html"),
        ("texts/tlh.ftl", "x".to_owned(), "there are no texts in tlh"),
        ("templates/confirmed.html", "<p>".to_owned(), "begin with the line {# base-version: 1 #}"),
        ("templates/confirmed.html", "{# base-version: 0 #}".to_owned(), "it was written for version 0"),
        ("templates/confirmed.html", "x".repeat(100_001), "may have 100000"),
    ] {
        let (_, _, said) = refused(&upload, name, &content).await;
        assert!(said.contains(cause), "{said}");
    }
    for (event, cause) in [
        (json!({"shop": "dmo", "list": true}), "there is no shop called dmo"),
        (json!({"shop": "demo"}), "ask for one thing"),
        (json!({"shop": "demo", "lst": true}), "unknown field"),
        (json!({"shop": "demo", "list": true, "remove": "x"}), "ask for one thing"),
        (json!({"shop": "demo", "remove": "texts/en.ftl"}), "there is no such file"),
    ] {
        let answer = ask(&upload, event).await;
        assert!(answer["refused"]["cause"].as_str().is_some_and(|said| said.contains(cause)), "{answer}");
    }
    for n in 0..60 {
        super::designed_in(&upload.designs, "demo", &format!("templates/{n}.txt"), "{# base-version: 1 #}").await;
    }
    let (_, _, said) = refused(&upload, "texts/en.ftl", "item = Piece\n").await;
    assert!(said.contains("a shop may have 60 files"), "{said}");
}

#[tokio::test]
async fn a_part_that_other_mails_rely_on_is_refused_where_it_does_not_fit_them() {
    let upload = upload(&World::new());
    let part = "{# base-version: 1 #}\n{% macro lines(title, all) %}{% endmacro %}\n";
    let (name, line, cause) = refused(&upload, "templates/macros.html", part).await;
    assert!(name.starts_with("built-in ") && line.is_some() && cause.contains("(in the mail "), "{name}: {cause}");
}

#[tokio::test]
async fn what_is_put_shows_in_the_next_mails_and_what_is_removed_does_not() {
    let mut world = World::new();
    let upload = upload(&world);
    assert_eq!(
        put(&upload, "templates/confirmed.txt", &template("Ahoy!")).await["stored"]["name"],
        "templates/confirmed.txt"
    );
    assert_eq!(put(&upload, "texts/en.ftl", "receipt-headline = Paid\n").await["stored"]["name"], "texts/en.ftl");
    let list = ask(&upload, json!({"shop": "demo", "list": true})).await;
    let files = json!([
        {"name": "templates/confirmed.txt", "bytes": template("Ahoy!").len(), "base_version": 1, "stale": false},
        {"name": "texts/en.ftl", "bytes": 24, "stale": false},
    ]);
    assert_eq!(list["files"], json!({"version": 1, "files": files}));
    world.hear(placed(727)).await;
    world.pass(minutes(10)).await;
    assert!(world.ses.sent()[0].text.contains("Ahoy!") && world.ses.sent()[1].text.contains("PAID"));
    let removed = ask(&upload, json!({"shop": "demo", "remove": "templates/confirmed.txt"})).await;
    assert_eq!(removed["removed"]["name"], "templates/confirmed.txt");
    world.hear(placed(728)).await;
    world.pass(minutes(10)).await;
    assert!(!world.ses.sent()[2].text.contains("Ahoy!"));
    world.check_books();
}

#[tokio::test]
async fn the_examples_of_events_are_answered_as_the_readme_says() {
    let mut world = World::new();
    let upload = upload(&world);
    let mut answers = String::new();
    for name in ["put.template", "put.texts", "put.refused", "list"] {
        let text = std::fs::read_to_string(it::root().join(format!("events/designs/{name}.json"))).expect("an event");
        let answer = ask(&upload, serde_json::from_str(&text).expect("JSON")).await;
        let _ = writeln!(answers, "{name}: {answer:#}");
    }
    insta::assert_snapshot!(answers);
    world.hear(placed(727)).await;
    world.pass(minutes(5)).await;
    assert!(world.ses.sent()[0].text.contains("AHOY! YOUR ORDER IS ON BOARD"), "{}", world.ses.sent()[0].text);
    let remove = std::fs::read_to_string(it::root().join("events/designs/remove.json")).expect("an event");
    let answer = ask(&upload, serde_json::from_str(&remove).expect("JSON")).await;
    assert_eq!(answer["removed"]["name"], "templates/confirmed.html");
}
