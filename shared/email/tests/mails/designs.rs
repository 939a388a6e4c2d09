//! A shop's own texts and templates take the place of the built-in ones, and say where they fail.

use domain::design::File;
use domain::situations::Kind;
use email::design::{Bounds, Design, Flaw, Wrong};
use email::{Leads, Unrenderable};
use testing::stories::Story;

fn design(files: &[(&str, &str)]) -> Design {
    let file = |(name, content): &(&str, &str)| File { name: (*name).to_owned(), content: (*content).to_owned() };
    Design::new(files.iter().map(file).collect(), Bounds::SEND)
}

fn written(design: &Design, story: &Story, kind: Kind) -> Result<email::Message, Unrenderable> {
    story.with(kind, |view, situation| {
        let leads = Leads {
            page: "https://t.example.com/orders/v1".to_owned(),
            stop: Some("https://t.example.com/stop/v1".to_owned()),
        };
        design.compose(&story.shop, &Story::id(), view, situation, &leads, Story::now())
    })
}

#[track_caller]
fn flaw(files: &[(&str, &str)], kind: Kind) -> Flaw {
    match written(&design(files), &Story::plain(), kind) {
        Err(Unrenderable::Design(flaw)) => flaw,
        other => panic!("{other:?}"),
    }
}

/// All that a mail must have.
const NEEDED: &str = "{{ frame.number }} {{ frame.button.url }} {{ frame.why }}";
/// And what a mail must have that asks for something.
const ASKS: &str = "{{ frame.number }} {{ frame.button.url }} {{ frame.why }} {{ frame.stop.url }}";

#[test]
fn a_template_takes_the_place_of_one_kinds_layout_and_of_no_others() {
    let own = format!("{{# base-version: 1 #}}\n<p>Ours. {NEEDED}</p>");
    let design = design(&[("templates/confirmed.html", &own)]);
    let told = written(&design, &Story::plain(), Kind::Confirmed).expect("a mail");
    assert!(told.html.contains("<p>Ours. Order 10427 https://t.example.com/orders/v1"), "{}", told.html);
    assert!(told.text.contains("ORDER IS CONFIRMED"), "{}", told.text);
    let other = written(&design, &Story::plain(), Kind::Delivered).expect("a mail");
    assert!(!other.html.contains("Ours."));
}

#[test]
fn a_part_changes_every_mail_and_a_layout_may_go_on_from_the_built_in_one() {
    let files = [
        ("templates/returns.txt", "{# base-version: 1 #}\nSend it back to the quay.\n"),
        (
            "templates/csat.txt",
            "{# base-version: 1 #}\n{% extends 'notice/body.txt' %}\n{% block facts %}Before. {{ super() }}{% endblock %}",
        ),
    ];
    let design = design(&files);
    let confirmed = written(&design, &Story::plain(), Kind::Confirmed).expect("a mail");
    assert!(confirmed.text.contains("Send it back to the quay."), "{}", confirmed.text);
    let csat = written(&design, &Story::plain(), Kind::Csat).expect("a mail");
    assert!(csat.text.contains("Before.") && csat.text.contains("?ask=csat&value=5"), "{}", csat.text);
}

#[test]
fn texts_are_overlaid_one_by_one_and_only_in_their_language() {
    let design = design(&[("texts/en.ftl", "confirmed-subject = Ahoy, { $number } is on the list\nitem = Piece\n")]);
    let told = written(&design, &Story::plain(), Kind::Confirmed).expect("a mail");
    assert_eq!(told.subject, "Ahoy, 10427 is on the list");
    assert!(told.html.contains(">Piece<") && told.html.contains("Your order is confirmed"), "{}", told.html);
    assert!(design.stale().is_empty());
}

#[test]
fn what_is_wrong_is_told_with_file_and_line() {
    let shown = |files: &[(&str, &str)]| flaw(files, Kind::Confirmed).to_string();
    let template =
        |body: &str| shown(&[("templates/confirmed.html", &format!("{{# base-version: 1 #}}\n<p>\n{body}"))]);
    let cases = [
        (
            "{% for i in range(90000) %}{% for j in range(90000) %}{% endfor %}{% endfor %}",
            3,
            "it does not come to an end",
        ),
        ("{{ mail.nothing }}", 3, "undefined value"),
        ("{{ mail.items.nothing.there }}", 3, "undefined value"),
        ("{% include 'missing.html' %}", 3, "template not found"),
        ("\n{{ mail.items }}", 4, "could not serialize to value"),
        ("{% macro deep() %}{{ deep() }}{% endmacro %}{{ deep() }}", 3, "invalid operation"),
        ("\n\n{% if %}", 5, "syntax error"),
    ];
    for (body, line, wrong) in cases {
        assert_eq!(template(body), format!("templates/confirmed.html, line {line}: {wrong}"), "{body}");
    }
    let long =
        template("{% for i in range(2000) %}{{ 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' }}{% endfor %}");
    assert_eq!(long, "templates/confirmed.html: it writes more than 100 KB");
    let text = shown(&[("texts/en.ftl", "confirmed-subject = Ahoy, { $nothing }\n")]);
    assert_eq!(text, "texts/en.ftl: the text confirmed-subject cannot be filled in");
    let part = shown(&[("templates/macros.html", "{# base-version: 1 #}\n{% macro lines(a, b) %}{% endmacro %}")]);
    assert!(part.starts_with("built-in confirmed/body.html, line "), "{part}");
}

#[test]
fn a_layout_that_leaves_out_what_a_mail_must_have_is_flawed() {
    let parts = ASKS.split(" {{").map(|part| format!("{{{{{}", part.trim_start_matches("{{")));
    for left_out in parts {
        let body = format!("{{# base-version: 1 #}}\n{}", ASKS.replace(&left_out, ""));
        for name in ["templates/csat.html", "templates/csat.txt"] {
            let Flaw { file, wrong, .. } = flaw(&[(name, &body)], Kind::Csat);
            let Wrong::Lacks(_, variable) = wrong else { panic!("{wrong:?}") };
            assert_eq!((file.as_str(), format!("{{{{ {variable} }}}}")), (name, left_out.clone()));
        }
    }
}

#[test]
fn flaws_say_nothing_of_the_order() {
    let name = "{# base-version: 1 #}\n{{ frame.greeting.x }}{{ frame.greeting|float }}";
    let told = flaw(&[("templates/confirmed.html", name)], Kind::Confirmed);
    assert!(!format!("{told} {told:?}").contains("Zoë"), "{told:?}");
}

#[test]
fn templates_of_an_older_version_are_known_and_still_used() {
    let design = design(&[("templates/confirmed.txt", &format!("Old. {NEEDED}")), ("templates/gone.txt", "x")]);
    assert_eq!(design.stale(), ["templates/confirmed.txt", "templates/gone.txt"]);
    assert!(written(&design, &Story::plain(), Kind::Confirmed).expect("a mail").text.starts_with("Old."));
}
