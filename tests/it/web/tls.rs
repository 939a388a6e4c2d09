//! Whom nobody vouches for is told nothing.

use std::sync::Arc;

use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, ServerConfig};
use tokio_rustls::{TlsAcceptor, TlsConnector};
use web::{Client, Failed};

use super::server::{ask, listener};

/// Of `localhost` and `127.0.0.1`, by nobody but itself; and its key, which is known to all the world.
const SELF_SIGNED: &[u8] = include_bytes!("self-signed.pem");

/// A server with that certificate: its port, and how its first connection begins, if its client goes on after the certificate.
async fn server() -> (u16, JoinHandle<Option<u8>>) {
    let certificate = CertificateDer::from_pem_slice(SELF_SIGNED).expect("a certificate");
    let key = PrivateKeyDer::from_pem_slice(SELF_SIGNED).expect("a key");
    let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .expect("a certificate with its key");
    let (listener, acceptor) = (listener().await, TlsAcceptor::from(Arc::new(config)));
    let port = listener.local_addr().expect("an address").port();
    let heard = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a connection");
        let mut stream = acceptor.accept(stream).await.ok()?;
        stream.read_u8().await.ok()
    });
    (port, heard)
}

#[tokio::test]
async fn a_server_that_vouches_for_itself_is_told_nothing() {
    for host in ["localhost", "127.0.0.1"] {
        let (port, heard) = server().await;
        let answer = Client::default().ask(&ask(&format!("https://{host}:{port}"), "/orders"), 1_000).await;
        assert_eq!(answer.err(), Some(Failed::NoAnswer), "{host}");
        assert_eq!(heard.await.expect("no panic"), None, "{host}: not a byte of the question");
    }
}

#[tokio::test]
async fn the_server_of_that_test_is_sound_for_who_trusts_it() {
    let (port, heard) = server().await;
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(SELF_SIGNED).expect("a certificate")).expect("a root");
    let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = TcpStream::connect(("127.0.0.1", port)).await.expect("a connection");
    let name = ServerName::try_from("localhost").expect("a name");
    let mut stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await.expect("it is trusted");
    tokio::io::AsyncWriteExt::write_all(&mut stream, b"G").await.expect("it listens");
    assert_eq!(heard.await.expect("no panic"), Some(b'G'));
}
