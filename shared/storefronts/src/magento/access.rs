//! Who asks: an integration that signs, a token, or a client of Adobe's identity service.
//!
//! <https://developer.adobe.com/commerce/webapi/rest/authentication/server-to-server/>

use serde::Deserialize;
use webhooks::oauth1::Credentials;
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Base, Stuck, Talk};
use webhooks::wire::Text;

/// What Adobe's identity service grants for the REST API of its cloud.
const SCOPE: &str =
    "openid,AdobeID,email,profile,additional_info.roles,additional_info.projectedProductContext,commerce.accs";

/// How we prove who asks.
pub(super) enum By<'a> {
    Signature(Credentials<'a>),
    Token(String),
    /// A token of Adobe's identity service, which has to be asked for first.
    Client(&'a str, &'a str),
}

impl<'a> By<'a> {
    /// Nothing if the settings have no credentials.
    pub(super) fn of(settings: &'a Settings) -> Option<Self> {
        let own = |name: &str| settings.own(name);
        let signature = || {
            Some(Credentials {
                consumer_key: own("consumer_key")?,
                consumer_secret: own("consumer_secret")?,
                token: own("access_token")?,
                token_secret: own("access_token_secret")?,
            })
        };
        let token =
            || own("access_token").filter(|_| own("consumer_key").is_none()).map(|token| Self::Token(token.to_owned()));
        let client = || Some(Self::Client(own("client_id")?, own("client_secret")?));
        signature().map(Self::Signature).or_else(token).or_else(client)
    }

    /// What the identity service answered.
    pub(super) fn granted(answer: &Answered) -> Result<Self, Stuck> {
        let granted: Granted = answer.json("access_token")?;
        let token = granted.access_token.get().filter(|token| token.bytes().all(|byte| byte.is_ascii_graphic()));
        Ok(Self::Token(token.ok_or_else(|| Stuck::misread("access_token"))?.to_owned()))
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Granted {
    access_token: Text,
}

/// Asks the identity service for a token.
pub(super) fn ask_token(id: &str, secret: &str, talk: &Talk<'_>) -> Result<Ask, Stuck> {
    let base = match talk.settings.own("ims") {
        Some(_) => Base::own(talk.settings, "ims")?,
        None => Base::of("https://ims-na1.adobelogin.com", &Settings::default())?,
    };
    let scope = talk.settings.own("scope").unwrap_or(SCOPE);
    let fields = [("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret), ("scope", scope)];
    Ok(Ask::form(&base, "/ims/token/v3", &fields))
}
