//! A name and a password, for those who prove themselves as browsers do.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use webhooks::delivery::{Delivery, Rejection, Verified};
use webhooks::settings::Settings;
use webhooks::signature;

/// Proves a delivery by the base64 of `name:password`, where the password is any of the secrets. Both stand there as they are,
/// or encoded as in a form, as OAuth wants them.
pub(crate) fn basic(
    delivery: Delivery<'_>,
    settings: &Settings,
    name: &str,
    given: &str,
) -> Result<Verified, Rejection> {
    let login = BASE64_STANDARD.decode(given).ok().and_then(|login| String::from_utf8(login).ok());
    let login = login.ok_or(Rejection::Forged)?;
    let encoded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let secrets = settings.trimmed().filter(|secret| !secret.is_empty());
    let logins =
        secrets.flat_map(|secret| [format!("{name}:{secret}"), format!("{}:{}", encoded(name), encoded(secret))]);
    signature::token(delivery, logins, &login)
}

/// The scheme of an `Authorization` header in lower case, and what is shown.
pub(crate) fn authorization<'a>(delivery: &Delivery<'a>) -> Result<(String, &'a str), Rejection> {
    let header = delivery.header("authorization").ok_or(Rejection::Missing)?;
    let (scheme, given) = header.split_once(' ').ok_or(Rejection::Missing)?;
    Ok((scheme.to_ascii_lowercase(), given))
}
