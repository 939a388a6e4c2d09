//! Which function made which call, and what that call met.

use std::fmt::Write;

use super::chaos::Fault;

macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($variant:ident $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        #[expect(missing_docs, reason = "the names say it")]
        pub enum $name { $($variant),+ }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// As it is printed.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }
    };
}

names!(
    /// A function.
    Function {
        Checkout "checkout-webhook",
        Payment "payment-webhook",
        Tracking "tracking-webhook",
        OrderEvents "order-events",
        Sender "email-sender",
        Feedback "email-feedback",
        Clock "clock",
    }
);

names!(
    /// A call of a port.
    Call {
        GetParameter "GetParameter",
        PutDelivery "SendMessage delivery",
        FindOrders "BatchGetItem orders",
        WriteOrder "PutItem order",
        ClaimLink "UpdateItem claim link",
        ParkFact "UpdateItem park",
        Unpark "UpdateItem unpark",
        KeepRaw "BatchWriteItem raw",
        ReadRaw "BatchGetItem raw",
        ReadEntries "BatchGetItem mails",
        Look "BatchGetItem look",
        ClaimMail "UpdateItem claim mail",
        SettleMail "UpdateItem settle",
        NoteMail "UpdateItem note",
        NoteAsked "UpdateItem ask",
        ReadCanary "GetItem canary",
        MarkCanary "UpdateItem canary",
        NoteCanary "UpdateItem canary sent",
        TurnGate "UpdateItem gate",
        Hint "SendMessageBatch hints",
        Bury "SendMessage dead",
        AskAccount "GetAccount",
        SendMail "SendEmail",
        SendCanary "SendEmail canary",
        SeeMail "UpdateItem see",
        Suppress "PutItem suppress",
        CountHarm "UpdateItem harm",
        CanaryBack "UpdateItem canary back",
        QueryDue "Query due",
        SendWakes "SendMessageBatch wakes",
        ReadCursor "GetItem cursor",
        MoveCursor "PutItem cursor",
        DeleteMessages "DeleteMessageBatch",
        PutOff "ChangeMessageVisibility",
    }
);

impl Function {
    /// Whether one invocation waits for several calls at once if it has several messages.
    pub(super) const fn does_several(self) -> bool {
        matches!(self, Self::Sender)
    }
}

const FUNCTIONS: usize = Function::ALL.len();
const CALLS: usize = Call::ALL.len();
const FAULTS: usize = Fault::ALL.len();

/// How often each function made each call, and how often that met each fault.
#[derive(Clone, Debug)]
pub struct Coverage {
    calls: [[u64; CALLS]; FUNCTIONS],
    faults: [[[u64; FAULTS]; CALLS]; FUNCTIONS],
}

impl Default for Coverage {
    fn default() -> Self {
        Self { calls: [[0; CALLS]; FUNCTIONS], faults: [[[0; FAULTS]; CALLS]; FUNCTIONS] }
    }
}

impl Coverage {
    pub(super) fn count(&mut self, function: Function, call: Call, fault: Option<Fault>) {
        self.calls[function as usize][call as usize] += 1;
        if let Some(fault) = fault {
            self.faults[function as usize][call as usize][fault as usize] += 1;
        }
    }

    /// Takes over what another history met.
    pub fn add(&mut self, other: &Self) {
        for (function, calls) in other.calls.iter().enumerate() {
            for (call, times) in calls.iter().enumerate() {
                self.calls[function][call] += times;
                for (fault, times) in other.faults[function][call].iter().enumerate() {
                    self.faults[function][call][fault] += times;
                }
            }
        }
    }

    /// Every call that any function made: how often.
    pub fn rows(&self) -> impl Iterator<Item = (Function, Call, u64)> + '_ {
        let calls = move |function: Function| {
            Call::ALL.iter().map(move |call| (function, *call, self.calls[function as usize][*call as usize]))
        };
        Function::ALL.iter().flat_map(move |function| calls(*function)).filter(|(.., times)| *times > 0)
    }

    /// How often a call of a function met a fault.
    pub fn met(&self, function: Function, call: Call, fault: Fault) -> u64 {
        self.faults[function as usize][call as usize][fault as usize]
    }

    /// How many faults there were.
    pub fn faults(&self) -> u64 {
        self.faults.iter().flatten().flatten().sum()
    }

    /// As a table, a line a call.
    pub fn table(&self) -> String {
        let mut text = format!("{:<17} {:<23} {:>10}", "function", "call", "calls");
        for fault in Fault::ALL {
            let _ = write!(text, " {:>13}", fault.name());
        }
        for (function, call, times) in self.rows() {
            let _ = write!(text, "\n{:<17} {:<23} {times:>10}", function.name(), call.name());
            for fault in Fault::ALL {
                let _ = write!(text, " {:>13}", self.met(function, call, *fault));
            }
        }
        text
    }
}
