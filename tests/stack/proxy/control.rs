//! The proxy's own pages, below `/_tidings` on both doors: what it saw, and what it shall break.

use std::sync::atomic::Ordering;

use hyper::StatusCode;
use hyper::http::Method;
use serde::Serialize;
use serde_json::Value;

use super::{Answer, Front, Proxy, Received, inbox, lock, text};

impl Proxy {
    /// The answer, if the request is for the proxy itself.
    pub(super) fn control(&self, front: Front, request: &Received) -> Option<Answer> {
        let path = request.uri.path();
        if front == Front::Api && path == "/" {
            return Some(text(StatusCode::OK, "text/html; charset=utf-8", &inbox::list(&lock(&self.mails))));
        }
        let rest = path.strip_prefix("/_tidings/")?;
        if request.method == Method::POST {
            return Some(self.command(rest, &request.body).map_or_else(missing, done));
        }
        let answer = match rest {
            "mails" => json(&*lock(&self.mails)),
            "calls" => json(&*lock(&self.calls)),
            "faults" => json(&*lock(&self.faults)),
            rest => return Some(self.mail(rest).unwrap_or_else(missing)),
        };
        Some(answer)
    }

    /// `None` if there is no such command.
    fn command(&self, path: &str, body: &[u8]) -> Option<Result<(), serde_json::Error>> {
        Some(match path {
            "calls/reset" => {
                lock(&self.calls).clear();
                Ok(())
            }
            "faults/reset" => {
                lock(&self.faults).clear();
                Ok(())
            }
            "faults" => serde_json::from_slice(body).map(|fault| lock(&self.faults).push(fault)),
            "events" => serde_json::from_slice::<Value>(body)
                .map(|body| self.events.store(body["on"] != false, Ordering::Relaxed)),
            _ => return None,
        })
    }

    /// `mails/3`, `mails/3/text` or `mails/3/raw`.
    fn mail(&self, path: &str) -> Option<Answer> {
        let (number, form) = path.strip_prefix("mails/")?.split_once('/').unwrap_or((path.strip_prefix("mails/")?, ""));
        let mails = lock(&self.mails);
        let mail = mails.get(number.parse::<usize>().ok()?)?;
        let answer = match form {
            "" => {
                let mut answer = text(StatusCode::OK, "text/html; charset=utf-8", &mail.html);
                // A mail client runs no scripts.
                answer.headers_mut().insert("content-security-policy", "script-src 'none'".parse().ok()?);
                answer
            }
            "text" => text(StatusCode::OK, "text/plain; charset=utf-8", &mail.text),
            "raw" => text(StatusCode::OK, "text/plain; charset=utf-8", &String::from_utf8_lossy(&mail.raw)),
            _ => return None,
        };
        Some(answer)
    }
}

fn json(value: &impl Serialize) -> Answer {
    let body = serde_json::to_string(value).expect("what the proxy keeps has only text keys");
    text(StatusCode::OK, "application/json", &body)
}

fn done(result: Result<(), serde_json::Error>) -> Answer {
    match result {
        Ok(()) => text(StatusCode::NO_CONTENT, "text/plain", ""),
        Err(error) => text(StatusCode::BAD_REQUEST, "text/plain", &format!("{error}\n")),
    }
}

fn missing() -> Answer {
    text(StatusCode::NOT_FOUND, "text/plain", "the proxy has no such page\n")
}
