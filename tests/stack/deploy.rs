//! `sam deploy` of the real template, and what it made.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

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

/// Makes up for what `MiniStack` leaves out of a deploy: HTTP API routes, and concurrency given by a parameter.
pub(crate) async fn mend(aws: &Aws, resources: &Resources, template: &Value) -> Result<()> {
    let paths = template["Resources"]["Api"]["Properties"]["Body"]["paths"].as_object().context("no paths")?;
    for (path, methods) in paths {
        for (method, operation) in methods.as_object().into_iter().flatten() {
            let uri = &operation["x-amazon-apigateway-integration"]["uri"]["Fn::Sub"];
            let function = uri.as_str().and_then(|uri| uri.split("${").last()?.split('.').next());
            let function = function.with_context(|| format!("{method} {path} has no function"))?;
            let key = format!("{} {path}", method.to_uppercase());
            route(aws, resources, &key, function).await?;
        }
    }
    concurrency(aws, resources).await
}

/// SAM gives routes as the body of an `OpenAPI` document, which `MiniStack` does not read.
async fn route(aws: &Aws, resources: &Resources, key: &str, function: &str) -> Result<()> {
    let api = format!("/v2/apis/{}", resources.id("Api"));
    let arn = arn(aws, resources.id(function)).await?.0;
    let uri = format!("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{arn}/invocations");
    let body = json!({"integrationType": "AWS_PROXY", "integrationUri": uri, "payloadFormatVersion": "2.0"});
    let answer = aws.rest("apigateway", "POST", &format!("{api}/integrations"), Some(&body)).await?;
    let integration = answer["integrationId"].as_str().context("no integration id")?;
    let body = json!({"routeKey": key, "target": format!("integrations/{integration}")});
    aws.rest("apigateway", "POST", &format!("{api}/routes"), Some(&body)).await?;
    Ok(())
}

/// A `MaximumConcurrency` from a parameter stays text, and then `MiniStack` polls no queue at all.
async fn concurrency(aws: &Aws, resources: &Resources) -> Result<()> {
    let path = format!("/2015-03-31/event-source-mappings/{}", resources.id("EmailSenderMessages"));
    let body = json!({"ScalingConfig": {"MaximumConcurrency": 2}});
    aws.rest("lambda", "PUT", &path, Some(&body)).await?;
    Ok(())
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
