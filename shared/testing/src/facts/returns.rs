//! What a returns desk says.

use domain::fact::{Reference, Return, ReturnStatus, ReturnedLine};

use super::{Saying, day};

/// One of the first line's mugs comes back, as a returns desk's `standard` says.
pub fn sent_back(id: &str, status: ReturnStatus) -> Saying<Return> {
    let back = Return {
        id: id.to_owned(),
        at: day(5),
        references: vec![Reference::Order("727".to_owned())],
        status: Some(status),
        number: Some(format!("RMA-{id}")),
        lines: vec![ReturnedLine { line: "1".to_owned(), quantity: 1, accepted: None }],
        reason: None,
        label: None,
        address: None,
        send_by: None,
        cost: None,
        declined: None,
        refund: None,
    };
    Saying::new("standard", back)
}
