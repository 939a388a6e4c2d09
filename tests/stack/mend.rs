//! What `MiniStack` leaves out of a deploy, or sees differently from AWS.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::aws::Aws;
use crate::deploy::{self, Resources};

/// Makes up for it, once after each deploy.
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
    concurrency(aws, resources).await?;
    for (id, resource) in template["Resources"].as_object().into_iter().flatten() {
        for policy in resource["Properties"]["Policies"].as_array().into_iter().flatten() {
            batches(aws, resources, id, &policy["PolicyDocument"]["Statement"]).await?;
            paths_of_parameters(aws, resources, id, &policy["PolicyDocument"]["Statement"]).await?;
        }
    }
    Ok(())
}

/// SAM gives routes as the body of an `OpenAPI` document, which `MiniStack` does not read.
async fn route(aws: &Aws, resources: &Resources, key: &str, function: &str) -> Result<()> {
    let api = format!("/v2/apis/{}", resources.id("Api"));
    let arn = deploy::arn(aws, resources.id(function)).await?.0;
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

/// `MiniStack` does not look at which path `ssm:GetParametersByPath` asks for: to it, that is every one.
async fn paths_of_parameters(aws: &Aws, resources: &Resources, role: &str, statements: &Value) -> Result<()> {
    const ACTION: &str = "ssm:GetParametersByPath";
    if !statements.as_array().into_iter().flatten().any(|statement| statement["Action"] == ACTION) {
        return Ok(());
    }
    let right = json!({"Effect": "Allow", "Action": ACTION, "Resource": "*"});
    put(aws, resources, role, "paths", &[right]).await
}

/// On AWS `sqs:SendMessage` also allows `SendMessageBatch`, and so on; `MiniStack` asks for a right of that name.
async fn batches(aws: &Aws, resources: &Resources, role: &str, statements: &Value) -> Result<()> {
    let mut rights = Vec::new();
    for statement in statements.as_array().into_iter().flatten() {
        let actions = ["SendMessage", "DeleteMessage", "ChangeMessageVisibility"].map(|name| format!("sqs:{name}"));
        let given = |action: &&String| statement["Action"].to_string().contains(&format!("\"{action}\""));
        let actions: Vec<String> = actions.iter().filter(given).map(|action| format!("{action}Batch")).collect();
        let named = statement["Resource"].as_array().cloned().unwrap_or_else(|| vec![statement["Resource"].clone()]);
        let queues = named.iter().filter_map(|resource| resource["Fn::GetAtt"][0].as_str());
        let arn = |queue| {
            let name = resources.id(queue).rsplit('/').next().unwrap_or_default();
            format!("arn:aws:sqs:us-east-1:000000000000:{name}")
        };
        if !actions.is_empty() {
            let queues: Vec<String> = queues.map(arn).collect();
            rights.push(json!({"Effect": "Allow", "Action": actions, "Resource": queues}));
        }
    }
    if rights.is_empty() {
        return Ok(());
    }
    put(aws, resources, role, "batches", &rights).await
}

async fn put(aws: &Aws, resources: &Resources, role: &str, name: &str, rights: &[Value]) -> Result<()> {
    let document = json!({"Version": "2012-10-17", "Statement": rights}).to_string();
    let role = [("Action", "PutRolePolicy"), ("Version", "2010-05-08"), ("RoleName", resources.id(role))];
    let policy = [("PolicyName", name), ("PolicyDocument", document.as_str())];
    aws.query("iam", &[role.as_slice(), policy.as_slice()].concat()).await?;
    Ok(())
}
