//! What the customer sends back, and how far that is. The label stays in its mail: it has the customer's address on it.

use domain::fact::ReturnStatus;
use domain::returns::Returned;
use domain::view::View;
use email::{Lang, Row, format, some_line};
use serde::Serialize;

/// One return.
#[derive(Serialize)]
pub(super) struct Return {
    state: String,
    number: Option<String>,
    /// Only while it may still be sent.
    send_by: Option<String>,
    rows: Vec<Row>,
}

/// Every return with a status that we know.
pub(super) fn of(lang: &Lang, view: &View<'_>) -> Vec<Return> {
    view.returns.iter().filter_map(|back| shown(lang, view, back)).collect()
}

fn shown(lang: &Lang, view: &View<'_>, back: &Returned<'_>) -> Option<Return> {
    let status = back.status()?;
    let state = match status {
        ReturnStatus::Requested => "page-return-requested",
        ReturnStatus::Approved => "page-return-approved",
        ReturnStatus::Declined => "page-return-declined",
        ReturnStatus::Received => "page-return-received",
        ReturnStatus::Closed => "page-return-closed",
    };
    let rows = view.document.lines.iter().filter_map(|line| {
        let quantity = back.line(&line.id)?.quantity.min(line.quantity);
        (quantity > 0).then(|| Row::of(lang, line, quantity))
    });
    let send_by = back.document.send_by.filter(|_| status == ReturnStatus::Approved);
    Some(Return {
        state: lang.say(state),
        number: back.document.number.as_deref().and_then(|number| some_line(number, 60)),
        send_by: send_by.map(|day| format::date(lang, day)),
        rows: rows.collect(),
    })
}
