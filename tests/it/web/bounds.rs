//! What a server may do to us: not much.

use std::io::Write;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::SignedDuration;
use testing::recorded::signed_at;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tracing_subscriber::fmt::MakeWriter;
use web::talk::{Trouble, fetch};
use web::{Client, Failed, Patience};
use webhooks::hint::Hint;
use webhooks::settings::Settings;
use webhooks::source::Talk;

use super::server::{SECRET, Server, ask, json, raw};

const HEAD: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";

/// Reads a question to the end of its head.
async fn heard(stream: &mut TcpStream) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.expect("a question"));
    }
}

/// A client that waits no longer than a test may.
fn hasty() -> Client {
    let short = Duration::from_millis(100);
    Client::patient(Patience { whole: short, connect: short })
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = Server::answering(|_| json(&serde_json::json!({"mine": true}))).await;
    let target = format!("{}/stolen", elsewhere.address);
    for status in [301, 302, 303, 307, 308] {
        let target = target.clone();
        let server = Server::answering(move |_| (status, vec![("location", target.clone())], String::new())).await;
        let answer = Client::default().ask(&ask(&server.address, "/orders"), 1_000).await.expect("an answer");
        assert_eq!((answer.status, server.asked().len()), (status, 1));
    }
    assert_eq!(elsewhere.asked().len(), 0, "no credentials go elsewhere");
    let server = Server::answering(move |_| (302, vec![("location", target.clone())], String::new())).await;
    let trouble = fetched(&Client::default(), &server.address).await.expect_err("no order");
    assert!(matches!(trouble, Trouble::Refused(why) if why.contains("redirects")));
    assert_eq!(elsewhere.asked().len(), 0);
}

#[tokio::test]
async fn an_answer_that_is_too_large_is_refused_before_it_is_read() {
    const MOST: usize = 64 << 10;
    // With and without word of its size; neither ever ends.
    for size in [&b"content-length: 1000000000000\r\n\r\n"[..], b"transfer-encoding: chunked\r\n\r\n"] {
        let (told, written) = tokio::sync::oneshot::channel();
        let address = raw(move |mut stream| async move {
            heard(&mut stream).await;
            stream.write_all(&[HEAD, size].concat()).await.expect("it listens");
            let chunk = [&b"1000\r\n"[..], &[b' '; 4096], b"\r\n"].concat();
            let mut sent = 0_usize;
            while stream.write_all(&chunk).await.is_ok() {
                sent += chunk.len();
            }
            told.send(sent).expect("the test waits");
        });
        let address = address.await;
        let answer = Client::default().ask(&ask(&address, "/orders"), MOST).await;
        assert_eq!(answer.err(), Some(Failed::TooLarge));
        let sent = written.await.expect("the connection was closed");
        assert!(sent < 32 << 20, "{sent} bytes were taken");
    }
    let server = Server::answering(|_| (200, Vec::new(), " ".repeat(MOST))).await;
    let exact = Client::default().ask(&ask(&server.address, "/orders"), MOST).await;
    assert_eq!(exact.map(|answer| answer.body.reveal().len()), Ok(MOST), "as large as it may be");
}

#[tokio::test]
async fn a_server_that_takes_its_time_is_left() {
    let silent = raw(|mut stream| async move {
        heard(&mut stream).await;
        // Until the client leaves.
        let _ = stream.read_u8().await;
    });
    assert_eq!(hasty().ask(&ask(&silent.await, "/orders"), 1_000).await.err(), Some(Failed::TooLate));
    let dripping = raw(|mut stream| async move {
        heard(&mut stream).await;
        let _ = stream.write_all(&[HEAD, b"content-length: 100\r\n\r\n{"].concat()).await;
        let _ = stream.read_u8().await;
    });
    let trouble = fetched(&hasty(), &dripping.await).await.expect_err("no order");
    assert!(matches!(trouble, Trouble::Later { wait: None, .. }), "{trouble:?}");
}

#[tokio::test]
async fn a_connection_that_breaks_is_no_answer() {
    for answer in
        [&b"content-length: 100\r\n\r\n{\"id\":"[..], b"transfer-encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n", b""]
    {
        let address = raw(move |mut stream| async move {
            heard(&mut stream).await;
            let _ = stream.write_all(&[HEAD, answer].concat()).await;
        });
        let answer = Client::default().ask(&ask(&address.await, "/orders"), 1_000).await;
        assert_eq!(answer.err(), Some(Failed::NoAnswer));
    }
    let nonsense = raw(|mut stream| async move {
        heard(&mut stream).await;
        let _ = stream.write_all(b"220 mail.example.com ESMTP\r\n").await;
    });
    assert_eq!(Client::default().ask(&ask(&nonsense.await, "/"), 1_000).await.err(), Some(Failed::NoAnswer));
    // Nobody listens where somebody did.
    let gone = super::server::listener().await.local_addr().expect("an address");
    let trouble = fetched(&Client::default(), &format!("http://{gone}")).await.expect_err("no order");
    assert!(matches!(trouble, Trouble::Later { .. }), "{trouble:?}");
}

#[tokio::test]
async fn a_server_says_how_long_to_wait() {
    for (status, header, seconds) in [
        (429, Some(("retry-after", "120")), Some(120)),
        (503, Some(("retry-after", "2.5")), Some(2)),
        (503, Some(("x-retry-after", "7")), Some(7)),
        (429, Some(("retry-after", "Wed, 21 Oct 2026 07:28:00 GMT")), None),
        (500, None, None),
    ] {
        let headers: Vec<_> = header.into_iter().map(|(name, value)| (name, value.to_owned())).collect();
        let server = Server::answering(move |_| (status, headers.clone(), String::new())).await;
        let trouble = fetched(&Client::default(), &server.address).await.expect_err("no order");
        let Trouble::Later { wait, .. } = trouble else { panic!("{trouble:?}") };
        assert_eq!(wait, seconds.map(SignedDuration::from_secs), "{header:?}");
    }
}

#[tokio::test]
async fn secrets_and_answers_are_read_nowhere() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(log.clone()).finish();
    let listening = tracing::subscriber::set_default(subscriber);
    tracing::info!("the log is heard");
    let client = Client::default();
    let mut said = vec![format!("{client:?}")];
    for status in [200, 302, 401, 503] {
        let private = "ana@example.com";
        let server = Server::answering(move |_| (status, vec![("set-cookie", private.to_owned())], private.to_owned()));
        let server = server.await;
        let asked = ask(&server.address, "/orders");
        let answer = client.ask(&asked, 1_000).await;
        assert_eq!(server.asked()[0].header("authorization"), format!("Bearer {SECRET}"));
        said.push(format!("{asked:?} {answer:?} {:?}", settings_at(&server.address)));
        if let Err(trouble) = fetched(&client, &server.address).await {
            said.push(format!("{trouble:?} {trouble}"));
        }
    }
    said.push(format!("{:?}", client.ask(&ask("https://[", "/"), 1).await));
    drop(listening);
    said.push(log.text());
    let said = said.concat();
    assert!(said.contains("the log is heard"));
    for secret in [SECRET, "bc-test-token", "ana@example.com"] {
        assert!(!said.contains(secret), "{secret} is in {said}");
    }
}

#[tokio::test]
async fn what_cannot_be_asked_is_not_asked() {
    let unaskable = Client::default().ask(&ask("http://127.0.0.1:1", "/a b"), 1_000).await;
    assert_eq!(unaskable.err(), Some(Failed::Unaskable));
    let server = Server::answering(|_| json(&serde_json::json!({}))).await;
    let split = ask(&server.address, "/").header("x-auth-token", "a\r\nx-evil: 1");
    assert_eq!(Client::default().ask(&split, 1_000).await.err(), Some(Failed::Unaskable));
    assert_eq!(server.asked().len(), 0);
}

fn settings_at(address: &str) -> Settings {
    let mut own = testing::recorded::known("bigcommerce").settings;
    own["api"] = address.into();
    serde_json::from_value(own).expect("settings")
}

/// A whole conversation about one order.
async fn fetched(client: &Client, address: &str) -> Result<Vec<Vec<u8>>, Trouble> {
    let settings = settings_at(address);
    let source = interpret::source("storefronts", "bigcommerce").expect("a source");
    let talk = Talk { settings: &settings, now: signed_at(), nonce: "n" };
    fetch(client, source, &Hint::new("order", &["250"]).expect("a hint"), &talk).await
}

/// Lines of a log.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().expect("no panic")).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        Write::write(&mut *self.0.lock().expect("no panic"), bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}
