//! Every mail as it reads.

use std::fmt::Write as _;

use domain::situations::{Kind, Verdict};

use testing::stories::{Story, all, special};

use crate::telling::mail;

#[test]
fn every_mail_reads_as_it_should() {
    for (name, story) in all() {
        let mut text = String::new();
        for kind in Kind::ALL {
            let told = mail(&story, kind);
            let _ = writeln!(text, "=== {}\nSubject: {}\n\n{}", kind.name(), told.subject, told.text);
        }
        insta::assert_snapshot!(name, text);
    }
}

#[test]
fn special_mails_read_as_they_should() {
    let mut text = String::new();
    for (name, kind, story) in special() {
        let told = mail(&story, kind);
        let _ = writeln!(text, "=== {}, {name}\nSubject: {}\n\n{}", kind.name(), told.subject, told.text);
    }
    insta::assert_snapshot!("special", text);
}

#[test]
fn every_mail_is_laid_out_as_it_should() {
    for kind in Kind::ALL {
        insta::assert_snapshot!(format!("html_{}", kind.name()), mail(&Story::plain(), kind).html);
    }
}

#[test]
fn the_plain_story_is_told_at_the_moment_of_its_news() {
    for kind in Kind::ALL {
        let verdict = Story::plain().with(kind, |_, situation| situation.verdict.clone());
        assert!(matches!(verdict, Verdict::Tell { .. }), "{kind:?}: {verdict:?}");
    }
}

#[test]
fn subjects_fit_a_phone() {
    for kind in Kind::ALL {
        for (name, story) in all().into_iter().filter(|(_, story)| story.document.number.len() <= 6) {
            let subject = mail(&story, kind).subject;
            assert!(subject.chars().count() <= 50 && subject.contains("10427"), "{kind:?}/{name}: {subject}");
        }
    }
}
