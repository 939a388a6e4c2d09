//! `sam deploy` of the real template, and what it made.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::aws::{Aws, ROOT};
use crate::tools::{SAM, quietly};
use crate::{Options, STACK, progress, root};

/// The resources of the deployed stack.
#[derive(Clone, Debug)]
pub struct Resources(BTreeMap<String, String>);

impl Resources {
    /// The physical id of a resource of the template: a function's name, a queue's URL, a table's name.
    ///
    /// # Panics
    /// If the template has no such resource.
    #[must_use]
    pub fn id(&self, logical: &str) -> &str {
        self.0.get(logical).unwrap_or_else(|| panic!("template.yaml has no resource {logical}"))
    }

    /// The logical id of a table, a queue by its name, or anything else by its physical id; several joined by a comma.
    #[must_use]
    pub fn logical(&self, physical: &str) -> Option<String> {
        let one = |part: &str| {
            let is = |id: &String| id == part || id.rsplit('/').next() == Some(part);
            self.0.iter().find(|(_, id)| is(id)).map(|(logical, _)| logical.clone())
        };
        physical.split(',').map(one).collect::<Option<Vec<_>>>().map(|parts| parts.join(","))
    }
}

/// Deploys the laid out template.
pub(crate) fn deploy(template: &Path, aws: &Aws, pages: &str, options: &Options) -> Result<()> {
    progress("deploying template.yaml with sam deploy");
    let architecture = if cfg!(target_arch = "aarch64") { "arm64" } else { "x86_64" };
    let overrides = [
        format!("Architecture={architecture}"),
        format!("PagesUrl={pages}"),
        format!("QueueTimeout={}", options.queue_timeout),
        format!("QueueVisibility={}", options.queue_timeout * 6),
        format!("AmbiguousSeconds={}", options.ambiguous_seconds),
        // A change that no webhook brings is found within two minutes.
        "ReconcileEvery=rate(1 minute)".to_owned(),
        "ReconcileGrace=20".to_owned(),
        "DeletionProtection=false".to_owned(),
    ];
    let mut command = Command::new(SAM.bin()?.join("sam"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("AWS_") {
            command.env_remove(name);
        }
    }
    command
        .args(["deploy", "--stack-name", STACK, "--no-confirm-changeset", "--no-progressbar", "--template-file"])
        .arg(template)
        .arg("--config-file")
        .arg(root().join("samconfig.toml"))
        .arg("--parameter-overrides")
        .args(overrides)
        .envs([("SAM_CLI_TELEMETRY", "0"), ("AWS_DEFAULT_REGION", "us-east-1"), ("AWS_ENDPOINT_URL", aws.endpoint())])
        .envs([("AWS_ACCESS_KEY_ID", ROOT), ("AWS_SECRET_ACCESS_KEY", ROOT)])
        .current_dir(template.parent().unwrap_or(template));
    quietly(&mut command).context("deploying to the local AWS")
}

/// Reads what the stack is made of.
pub(crate) async fn resources(aws: &Aws) -> Result<Resources> {
    let parameters = [("Action", "DescribeStackResources"), ("Version", "2010-05-15"), ("StackName", STACK)];
    let xml = aws.query("cloudformation", &parameters).await?;
    let pair = |member| Some((element(member, "LogicalResourceId")?, element(member, "PhysicalResourceId")?));
    Ok(Resources(xml.split("<member>").filter_map(pair).collect()))
}

/// Reads the template as SAM transformed it.
pub(crate) async fn template(aws: &Aws) -> Result<Value> {
    let parameters = [("Action", "GetTemplate"), ("Version", "2010-05-15"), ("StackName", STACK)];
    let parameters = [&parameters[..], &[("TemplateStage", "Processed")]].concat();
    let xml = aws.query("cloudformation", &parameters).await?;
    Ok(serde_json::from_str(&element(&xml, "TemplateBody").context("no template")?)?)
}

/// The ARNs of a function and of its role.
pub(crate) async fn arn(aws: &Aws, function: &str) -> Result<(String, String)> {
    let path = format!("/2015-03-31/functions/{function}/configuration");
    let answer = aws.rest("lambda", "GET", &path, None).await?;
    let text =
        |name: &str| answer[name].as_str().map(str::to_owned).with_context(|| format!("{function} has no {name}"));
    Ok((text("FunctionArn")?, text("Role")?))
}

/// The text of the first element of this name.
fn element(xml: &str, name: &str) -> Option<String> {
    let rest = xml.split_once(&format!("<{name}>"))?.1;
    let text = rest.split_once(&format!("</{name}>"))?.0;
    Some(html_escape::decode_html_entities(text).into_owned())
}
