//! Rows about the customer's own word: a corrected address to confirm, tries that were refused, answers that are unhappy.

use super::{Facts, Row, obsolete};
use crate::customer::same;
use crate::fact::Question;
use crate::situations::{About, Kind, Trouble, Verdict};

impl Facts<'_> {
    /// Proved corrections, each to be confirmed from its address before any other mail goes there.
    pub(super) fn corrections(&self) -> Vec<Row> {
        let customer = self.view.customer;
        let storefront = self.view.document.customer.email.as_ref();
        let newest = storefront.and_then(|email| customer.newest(email)).map(|(one, _)| &one.id);
        let row = |(one, correction): (&crate::customer::Try, &crate::fact::Correction)| {
            let replaced = storefront.is_some_and(|email| same(&correction.replaces, email));
            let verdict = match () {
                () if customer.is_confirmed(one) => obsolete("confirmed"),
                () if !replaced => obsolete("the storefront has another address"),
                () if newest != Some(&one.id) => obsolete("a newer correction"),
                () => Ok(()),
            };
            Row {
                subject: one.id.clone().into(),
                about: About::Correction(one.id.clone()),
                observed: one.at,
                ..self.order_row(Kind::ConfirmAddress, one.at, verdict)
            }
        };
        customer.proved().map(row).collect()
    }

    /// What the shop should know of what the customer said.
    pub(super) fn customer_troubles(&self) -> Vec<Row> {
        let customer = self.view.customer;
        let refused = customer.tries.iter().next_back().filter(|_| customer.tries_left() == 0).map(|last| {
            let proved = customer.proved().next().is_some();
            let verdict = if proved { Err(Verdict::Idle("one of the tries was proved")) } else { Ok(()) };
            (Trouble::CorrectionRefused, "order".to_owned(), last.at, verdict)
        });
        let unhappy = Question::ALL.into_iter().filter_map(|question| {
            let answer = customer.answer(question)?;
            let unhappy = answer.answered.value.is_some_and(|value| question.is_unhappy(value));
            let verdict = if unhappy { Ok(()) } else { Err(Verdict::Idle("the customer is content")) };
            question.scale()?;
            Some((Trouble::Unhappy, question.name().to_owned(), answer.at, verdict))
        });
        let row = |(trouble, of, at, verdict): (Trouble, String, _, _)| Row {
            subject: format!("{of}/{}", trouble.name()).into(),
            trouble: Some(trouble),
            observed: at,
            ..self.order_row(Kind::Attention, at, verdict)
        };
        refused.into_iter().chain(unhappy).map(row).collect()
    }
}
