//! Rows about statements that the customer withdraws from the contract: each is acknowledged at once, and told to the shop.

use super::{Facts, Row};
use crate::ids::IntentId;
use crate::situations::{About, Kind, Trouble, Verdict};
use crate::withdrawal::{Statement, covered};

impl Facts<'_> {
    /// What the customer gets as a proof.
    pub(super) fn withdrawals(&self) -> Vec<Row> {
        self.statements(Kind::Withdrawal, None)
    }

    /// What the shop has to act on.
    pub(super) fn withdrawal_troubles(&self) -> Vec<Row> {
        self.statements(Kind::Attention, Some(Trouble::Withdrawal))
    }

    fn statements(&self, kind: Kind, trouble: Option<Trouble>) -> Vec<Row> {
        let all: Vec<&Statement> = self.view.customer.withdrawals.iter().collect();
        let subject = |statement: &Statement| match trouble {
            Some(trouble) => format!("{}/{}", statement.id, trouble.name()),
            None => statement.id.clone(),
        };
        let told = |statement: &Statement| {
            let intent = IntentId::new(self.id, kind.name(), &subject(statement));
            self.ledger().get(&intent).is_some_and(crate::ledger::Entry::taken)
        };
        let row = |(index, statement): (usize, &&Statement)| {
            let others = |of: &[&Statement], told: &dyn Fn(&Statement) -> bool| {
                covered(&statement.said.of, of.iter().filter(|other| told(other)).map(|other| &other.said.of))
            };
            // A form that is sent twice may come in the other way round: the one that was told is the one that counts.
            let before = others(&all[..index], &|_| true) && !told(statement);
            let repeats = before || others(&all[index + 1..], &told);
            let verdict = if repeats { Err(Verdict::Idle("stated already")) } else { Ok(()) };
            Row {
                subject: subject(statement).into(),
                about: About::Withdrawal(statement.id.clone()),
                trouble,
                observed: statement.at,
                ..self.order_row(kind, statement.at, verdict)
            }
        };
        all.iter().enumerate().map(row).collect()
    }
}
