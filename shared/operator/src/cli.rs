//! The command line: what was asked, of which stack, and how it is answered.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};
use config::parameters::Ssm;
use config::settings::Settings;
use domain::ids::OrderId;
use jiff::Timestamp;
use lexopt::Arg::{Long, Short, Value};
use lexopt::ValueExt;

use crate::aws::Tables;
use crate::commands::{Answer, Asked, Command, Which, run};

/// What `--help` says.
pub const HELP: &str = "\
Why did, or didn't, this mail go?

  tidings explain ORDER           every situation, the facts behind it, and what became of its mail
  tidings replay  ORDER           its raw deliveries through this version's code: what differs, which mails
  tidings replay  --month 2026-10 | --all [--limit N]      the same for many orders, in short
  tidings replay  --from DIR      the same for a folder of raw deliveries, exported or saved from a dead-letter queue
  tidings replay  ORDER --from DIR      the order as it would be if those had come in too: before a redrive
  tidings export  ORDER --to DIR  its raw deliveries as files; they are full of personal data

  ORDER is its key of 26 characters, or
    --shop S --number N           what customers call it
    --shop S --storefront-id I    what the storefront calls it

  --stack NAME   the deployed stack; `tidings` if not said
  --policy FILE  replay with these settings of the shop instead of the stored ones: to try new rules
  --json         the same as JSON
  --personal     with names and addresses; without it the answer can go into a ticket

Nothing is ever written to AWS. It needs credentials in the environment:
  eval \"$(aws configure export-credentials --format env)\"
with the rights dynamodb:GetItem, BatchGetItem and Scan on the orders table, dynamodb:Query on the mails table, and
ssm:GetParameter (with kms:Decrypt) on /tidings/{stack}/tables, shops/* and connections/*.
`replay` ends with 1 if anything differs, every command with 2 if it failed.
";

/// Runs the program; 0, 1 if a replay differs, 2 if it failed.
pub async fn main(now: Timestamp) -> ExitCode {
    let answered = match parse(lexopt::Parser::from_env()) {
        Ok(None) => Ok(Answer { text: HELP.to_owned(), differs: false }),
        Ok(Some((stack, asked))) => answer(&stack, &asked, now).await,
        Err(error) => Err(error.context("see tidings --help")),
    };
    match answered {
        Ok(answer) => {
            let _ = std::io::stdout().write_all(answer.text.as_bytes());
            ExitCode::from(u8::from(answer.differs))
        }
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "tidings: {error:#}");
            ExitCode::from(2)
        }
    }
}

async fn answer(stack: &str, asked: &Asked, now: Timestamp) -> anyhow::Result<Answer> {
    let aws = bootstrap::aws::config();
    let tables = Tables::of(&aws, stack).await?;
    run(&tables, &Settings::new(Ssm::new(&aws), stack.to_owned()), asked, now).await
}

/// The stack, and what is asked of it; nothing, if help is.
pub fn parse(mut parser: lexopt::Parser) -> anyhow::Result<Option<(String, Asked)>> {
    let mut words: Vec<String> = Vec::new();
    let mut said = Said { stack: "tidings".to_owned(), limit: usize::MAX, ..Said::default() };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") | Short('h') => return Ok(None),
            Value(word) => words.push(word.string()?),
            Long("stack") => said.stack = parser.value()?.string()?,
            Long("shop") => said.shop = Some(parser.value()?.string()?),
            Long("number") => said.number = Some(parser.value()?.string()?),
            Long("storefront-id") => said.storefront_id = Some(parser.value()?.string()?),
            Long("month") => said.month = Some(parser.value()?.string()?),
            Long("all") => said.all = true,
            Long("limit") => said.limit = parser.value()?.parse()?,
            Long("from") => said.from = Some(parser.value()?.into()),
            Long("to") => said.to = Some(parser.value()?.into()),
            Long("policy") => said.policy = Some(parser.value()?.into()),
            Long("json") => said.json = true,
            Long("personal") => said.personal = true,
            other => return Err(other.unexpected().into()),
        }
    }
    let mut words = words.into_iter();
    let (Some(command), order, None) = (words.next(), words.next(), words.next()) else { return Ok(None) };
    let (stack, asked) = said.asked(&command, order.as_deref())?;
    Ok(Some((stack, asked)))
}

#[derive(Default)]
struct Said {
    stack: String,
    shop: Option<String>,
    number: Option<String>,
    storefront_id: Option<String>,
    month: Option<String>,
    all: bool,
    limit: usize,
    from: Option<PathBuf>,
    to: Option<PathBuf>,
    policy: Option<PathBuf>,
    json: bool,
    personal: bool,
}

impl Said {
    fn asked(self, command: &str, order: Option<&str>) -> anyhow::Result<(String, Asked)> {
        let which = self.which(order)?;
        let needed = || which.clone().context("say which order: its key, or --shop with --number or --storefront-id");
        let command = match command {
            "explain" => Command::Explain(needed()?),
            "replay" if self.all || self.month.is_some() => Command::ReplayMany(self.month, self.limit),
            "replay" => match (which.clone(), self.from) {
                (None, Some(folder)) => Command::ReplayFolder(folder),
                (_, also) => Command::Replay(needed()?, also),
            },
            "export" => Command::Export(needed()?, self.to.context("say where to: --to DIR")?),
            other => bail!("there is no command {other}"),
        };
        let policy = self.policy.map(|path| {
            let text = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            serde_json::from_str(&text).with_context(|| format!("{} is no shop's settings", path.display()))
        });
        let asked = Asked { command, policy: policy.transpose()?, json: self.json, personal: self.personal };
        Ok((self.stack, asked))
    }

    fn which(&self, order: Option<&str>) -> anyhow::Result<Option<Which>> {
        let which = match (order, &self.shop, &self.number, &self.storefront_id) {
            (Some(key), None, None, None) => {
                let key = OrderId::parse(key);
                Which::Key(key.context("an order's key has 26 characters; for its number say --shop and --number")?)
            }
            (None, Some(shop), Some(number), None) => Which::Number(shop.clone(), number.clone()),
            (None, Some(shop), None, Some(id)) => Which::Key(OrderId::new(shop, id)),
            (None, None, None, None) => return Ok(None),
            _ => bail!("name the order in one way: its key, or --shop with --number or with --storefront-id"),
        };
        Ok(Some(which))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &str) -> anyhow::Result<Option<(String, Asked)>> {
        parse(lexopt::Parser::from_args(words.split_whitespace()))
    }

    #[track_caller]
    fn check(words: &str, command: &Command) {
        let (stack, asked) = asked(words).expect("understood").expect("a command");
        assert_eq!((stack.as_str(), &asked.command), ("tidings", command), "{words}");
    }

    #[test]
    fn an_order_is_named_in_one_of_three_ways() {
        let key = OrderId::new("demo", "727");
        check(&format!("explain {key}"), &Command::Explain(Which::Key(key.clone())));
        check("explain --shop demo --storefront-id 727", &Command::Explain(Which::Key(key)));
        let number = Which::Number("demo".to_owned(), "1001".to_owned());
        check("replay --shop demo --number 1001", &Command::Replay(number, None));
        for wrong in ["explain", "explain 1001", "explain --number 1001", "explain --shop demo", "export --to x"] {
            assert!(asked(wrong).is_err(), "{wrong}");
        }
        let both = asked("explain --shop demo --number 1 --storefront-id 2").expect_err("one way");
        assert!(both.to_string().contains("in one way"), "{both}");
    }

    #[test]
    fn many_orders_and_folders_are_replayed() {
        check("replay --all --limit 5", &Command::ReplayMany(None, 5));
        check("replay --month 2026-10", &Command::ReplayMany(Some("2026-10".to_owned()), usize::MAX));
        check("replay --from x", &Command::ReplayFolder("x".into()));
    }

    #[test]
    fn whoever_asks_for_help_or_says_nothing_gets_help() {
        for words in ["", "--help", "explain -h"] {
            assert!(asked(words).expect("understood").is_none(), "{words}");
        }
        assert!(asked("explain --colour").is_err() && asked("tell x").is_err());
    }
}
