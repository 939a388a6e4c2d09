//! Puts, removes and lists the files of shops' designs. What is put has been tried on every sample order, in a process of its
//! own that may use only so much memory and time.

pub mod checker;
pub mod child;
mod markup;
pub mod request;
mod texts;

use config::parameters::Parameters;
use config::settings::Settings;
use domain::design::File;
use domain::ports::{Designs, Unavailable};
use email::design::{BASE_VERSION, Name, base_version};
use jiff::Timestamp;
use serde_json::Value;

use crate::checker::Checker;
use crate::request::{Answer, Listed, Refusal, Request, Wish};

/// Bytes of a file.
const LARGEST: usize = 100_000;
/// Files of a shop.
const MOST: usize = 60;

/// All that the function may touch.
#[derive(Debug)]
pub struct World<P, D> {
    /// Which shops there are.
    pub settings: Settings<P>,
    /// Where designs are.
    pub designs: D,
    /// Who tries them.
    pub checker: Checker,
}

/// Does what a merchant wishes, or says why not.
pub async fn handle<P: Parameters, D: Designs>(
    world: &World<P, D>,
    event: Value,
    now: Timestamp,
) -> Result<Answer, Unavailable> {
    let (shop, wish) = match Request::read(event) {
        Ok(request) => request,
        Err(cause) => return Ok(Refusal::of("", None, cause).into()),
    };
    if world.settings.shop(&shop, now).await?.is_none() {
        let cause = format!("there is no shop called {shop}: describe it first, as the README's \"Deploy it\" says");
        return Ok(Refusal::of("", None, cause).into());
    }
    let files = world.designs.files(&shop).await?;
    match wish {
        Wish::List => Ok(Answer::Files { version: BASE_VERSION, files: files.iter().map(listed).collect() }),
        Wish::Remove(name) => {
            if !world.designs.remove(&shop, &name).await? {
                let cause = "there is no such file: {\"list\": true} says which there are".to_owned();
                return Ok(Refusal::of(&name, None, cause).into());
            }
            tracing::info!(shop, name, "a file of a design was removed");
            Ok(Answer::Removed { name, note: "mails are as they were within five minutes".to_owned() })
        }
        Wish::Put(file) => {
            if let Some(refusal) = refused(world, &files, &file)? {
                tracing::info!(shop, name = file.name, line = refusal.line, "a file of a design was refused");
                return Ok(refusal.into());
            }
            world.designs.put(&shop, &file).await?;
            tracing::info!(shop, name = file.name, bytes = file.content.len(), "a file of a design was stored");
            Ok(Answer::Stored { name: file.name, note: "mails change within five minutes".to_owned() })
        }
    }
}

/// Why a file cannot be put beside the others.
fn refused<P: Parameters, D: Designs>(
    world: &World<P, D>,
    files: &[File],
    file: &File,
) -> Result<Option<Refusal>, Unavailable> {
    let refuse = |line, cause: String| Ok(Some(Refusal::of(&file.name, line, cause)));
    let name = match Name::parse(&file.name) {
        Ok(name) => name,
        Err(cause) => return refuse(None, cause),
    };
    if file.content.len() > LARGEST {
        return refuse(None, format!("it has {} bytes, and may have {LARGEST}: make it shorter", file.content.len()));
    }
    let others = files.iter().filter(|other| other.name != file.name);
    let all: Vec<File> = others.cloned().chain([file.clone()]).collect();
    if all.len() > MOST {
        return refuse(None, format!("a shop may have {MOST} files: remove one that is not needed any more"));
    }
    match &name {
        Name::Texts(tag) => {
            if let Some((line, cause)) = texts::mistake(tag, &file.content) {
                return refuse(Some(line), cause);
            }
        }
        Name::Template(_) => {
            if let Some(cause) = outdated(&file.content) {
                return refuse(Some(1), cause);
            }
        }
    }
    world.checker.check(&all, &file.name)
}

fn outdated(content: &str) -> Option<String> {
    match base_version(content) {
        Some(BASE_VERSION) => None,
        None => {
            Some(format!("begin with the line {{# base-version: {BASE_VERSION} #}}: it says what it was written for"))
        }
        Some(other) => Some(format!(
            "it was written for version {other} and the built-in templates are at {BASE_VERSION}: compare it with \
             shared/email/templates/data.txt, then write {BASE_VERSION}"
        )),
    }
}

fn listed(file: &File) -> Listed {
    let template = matches!(Name::parse(&file.name), Ok(Name::Template(_)));
    let version = base_version(&file.content).filter(|_| template);
    let stale = Name::parse(&file.name).is_err() || template && version != Some(BASE_VERSION);
    Listed { name: file.name.clone(), bytes: file.content.len(), base_version: version, stale }
}
