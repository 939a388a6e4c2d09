//! Answers of the HTTP functions.

use lambda_http::http::{Response, StatusCode};

/// A short text with a status, for machines that read the status and people who read the text.
pub fn text(status: u16, text: &str) -> Response<String> {
    answer(status, text, "text/plain; charset=utf-8")
}

/// JSON with a status.
pub fn json(status: u16, json: &str) -> Response<String> {
    answer(status, json, "application/json")
}

fn answer(status: u16, text: &str, kind: &'static str) -> Response<String> {
    let mut response = Response::new(text.to_owned());
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert("content-type", lambda_http::http::HeaderValue::from_static(kind));
    response
}
