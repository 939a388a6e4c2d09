//! What the crash matrix does to a running stack: watch what calls are about, arm and withdraw faults, end processes.

use domain::ids::OrderId;

use crate::proxy::{kill_all, lock};
use crate::{FUNCTIONS, Fault, Mail, Stack, pascal};

/// What is known of a mail without its text.
#[derive(Clone, Debug)]
pub struct Told {
    /// The kind of its situation.
    pub kind: String,
    /// Its intent.
    pub intent: String,
    /// Which try SES accepted, from 1.
    pub attempt: u32,
}

impl Stack {
    /// From now on, calls with any of these words in them are about something of this name; adds to words given before.
    pub fn watch(&self, name: &str, words: impl IntoIterator<Item = String>) {
        lock(&self.proxy.watched).extend(words.into_iter().map(|word| (word, name.to_owned())));
    }

    /// No longer.
    pub fn unwatch(&self, name: &str) {
        lock(&self.proxy.watched).retain(|_, watched| watched != name);
    }

    /// Withdraws a fault that was armed; whether it has hit. Faults are known by whom they are about, and what they hit.
    pub fn withdraw(&self, armed: &Fault) -> bool {
        let mut faults = lock(&self.proxy.faults);
        let same = |fault: &Fault| {
            (&fault.about, &fault.function, &fault.action, &fault.resource)
                == (&armed.about, &armed.function, &armed.action, &armed.resource)
        };
        let left = faults.iter().find(|fault| same(fault)).map(|fault| fault.times);
        faults.retain(|fault| !same(fault));
        left.is_none_or(|left| left < armed.times)
    }

    /// Ends every process of every function, so that the next event of each meets a cold start. Nothing may be going on.
    pub fn end_processes(&self) {
        for name in FUNCTIONS {
            let function = self.resources.id(&pascal(name));
            kill_all(&[("AWS_LAMBDA_FUNCTION_NAME", function), ("AWS_ENDPOINT_URL", &self.proxy_url)]);
        }
    }

    /// What an order's customer was told, newest last.
    pub fn told(&self, order: &OrderId) -> Vec<Told> {
        lock(&self.proxy.told).get(order.as_str()).cloned().unwrap_or_default()
    }

    /// The text of an order's newest mail.
    pub fn last_mail_of(&self, order: &OrderId) -> Option<String> {
        let mails = lock(&self.proxy.mails);
        mails.iter().rfind(|mail| tag(mail, "order") == order.as_str()).map(|mail| mail.text.clone())
    }
}

impl Told {
    pub(crate) fn of(mail: &Mail) -> Self {
        Self {
            kind: tag(mail, "ses:feedback-id-a").to_owned(),
            intent: tag(mail, "intent").to_owned(),
            attempt: tag(mail, "attempt").parse().unwrap_or(1),
        }
    }
}

fn tag<'a>(mail: &'a Mail, name: &str) -> &'a str {
    mail.tags.get(name).map(String::as_str).unwrap_or_default()
}
