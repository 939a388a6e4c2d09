//! A server on the loopback.

use std::convert::Infallible;
use std::sync::Arc;

use anyhow::{Context, Result};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

use super::Gallery;

/// Shows the gallery for ever.
pub fn serve(gallery: Gallery, port: u16) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let taken = || format!("port {port} is taken: cargo gallery --port {}", port.wrapping_add(1));
        let listener = TcpListener::bind(("127.0.0.1", port)).await.with_context(taken)?;
        tokio::task::LocalSet::new().run_until(answer(Arc::new(gallery), listener)).await
    })
}

async fn answer(gallery: Arc<Gallery>, listener: TcpListener) -> Result<()> {
    loop {
        let (stream, _) = listener.accept().await?;
        let gallery = Arc::clone(&gallery);
        let service = service_fn(move |request: Request<Incoming>| {
            let page = gallery.page(request.uri().path(), request.uri().query().unwrap_or_default());
            let answer = Response::builder().status(page.status).header(CONTENT_TYPE, page.kind);
            // What was edited is seen when the page is loaded again.
            let answer = answer.header(CACHE_CONTROL, "no-store").body(Full::new(Bytes::from(page.body)));
            std::future::ready(Ok::<_, Infallible>(answer.unwrap_or_default()))
        });
        // An error here is a browser that went away.
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}
