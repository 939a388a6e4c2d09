//! What is paid, what is open, what went back.

use domain::refunds;
use domain::view::{Headline, View};
use email::{Lang, format, some_line};
use serde::Serialize;

/// The payment as it stands.
#[derive(Serialize)]
pub(super) struct Payment {
    state: String,
    method: Option<String>,
    refunded: Option<String>,
    /// Where what is open can be paid.
    pay_url: Option<String>,
}

impl Payment {
    pub(super) fn of(lang: &Lang, view: &View<'_>) -> Self {
        let document = view.document;
        let back = refunds::current(view);
        let due = view.due();
        let open = due.minor > 0 && view.called_off().is_none();
        let paid = document.is_paid() || view.captured() > 0;
        let state = match view.headline() {
            Headline::Cancelled | Headline::Withdrawn if !paid => lang.say("page-not-charged"),
            _ if open => lang.say_with("page-lead-due", [("amount", format::money(lang, due).into())]),
            _ if document.total == 0 => lang.say("page-nothing-due"),
            Headline::Cancelled | Headline::Withdrawn => {
                let paid = if view.captured() > 0 { view.captured() } else { document.total };
                lang.say_with("page-paid-amount", [("amount", format::money(lang, document.money(paid)).into())])
            }
            _ => lang.say("page-paid-in-full"),
        };
        Self {
            state,
            method: document.payment_method.as_ref().and_then(|method| some_line(&method.title, 60)),
            refunded: (back > 0).then(|| format::money(lang, document.money(back))),
            pay_url: document.pay_url.as_ref().filter(|_| open).map(|url| url.as_str().to_owned()),
        }
    }
}
