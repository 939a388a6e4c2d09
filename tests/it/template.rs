//! `template.yaml` as code: names agree, queues cannot lose, rights are least.

use std::collections::BTreeSet;
use std::fs;

use it::{FUNCTIONS, Stack, pascal, root};
use serde_json::{Map, Value};

/// The logical ids and properties of all resources of a type, after SAM's transform.
fn of_type<'a>(template: &'a Value, kind: &str) -> Vec<(&'a str, &'a Value)> {
    let resources = template["Resources"].as_object().expect("a template has resources");
    let found = resources.iter().filter(|(_, resource)| resource["Type"] == kind);
    found.map(|(id, resource)| (id.as_str(), &resource["Properties"])).collect()
}

/// Every statement of every role and of every policy on a topic or a queue.
fn statements(template: &Value) -> Vec<(&str, &Map<String, Value>)> {
    let mut all = Vec::new();
    for (id, role) in of_type(template, "AWS::IAM::Role") {
        for policy in role["Policies"].as_array().into_iter().flatten() {
            all.extend(policy["PolicyDocument"]["Statement"].as_array().into_iter().flatten().map(|one| (id, one)));
        }
    }
    for kind in ["AWS::SNS::TopicPolicy", "AWS::SQS::QueuePolicy"] {
        for (id, policy) in of_type(template, kind) {
            all.extend(policy["PolicyDocument"]["Statement"].as_array().into_iter().flatten().map(|one| (id, one)));
        }
    }
    all.into_iter().map(|(id, statement)| (id, statement.as_object().expect("a statement is an object"))).collect()
}

/// One or many, as a list.
fn list(value: &Value) -> Vec<&Value> {
    value.as_array().map_or_else(|| vec![value], |values| values.iter().collect())
}

/// A text with or without `Fn::Sub`.
fn text(value: &Value) -> &str {
    value.as_str().or(value["Fn::Sub"].as_str()).unwrap_or_default()
}

fn default(template: &Value, parameter: &Value) -> u64 {
    let name = parameter["Ref"].as_str().expect("time-outs are parameters");
    template["Parameters"][name]["Default"].as_u64().expect("a time-out has a number as its default")
}

#[tokio::test]
async fn a_function_is_a_folder_a_binary_and_a_resource_of_one_name() {
    let template = Stack::start().await.template();
    let entries = fs::read_dir(root().join("functions")).expect("there is a folder of functions").flatten();
    let folders: BTreeSet<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(folders, FUNCTIONS.iter().map(ToString::to_string).collect());
    let resources: BTreeSet<_> = of_type(template, "AWS::Lambda::Function").into_iter().map(|(id, _)| id).collect();
    assert_eq!(resources, folders.iter().map(|name| pascal(name)).collect::<Vec<_>>().iter().map(|id| &**id).collect());
}

#[tokio::test]
async fn a_message_is_seen_again_only_after_six_timeouts() {
    let template = Stack::start().await.template();
    for (id, function) in of_type(template, "AWS::Lambda::Function") {
        let timeout = default(template, &function["Timeout"]);
        let sources = of_type(template, "AWS::Lambda::EventSourceMapping");
        let own = sources.into_iter().filter(|(_, source)| source["FunctionName"]["Ref"] == id);
        for (_, source) in own {
            assert_eq!(source["FunctionResponseTypes"][0], "ReportBatchItemFailures", "{id}");
            let queue = source["EventSourceArn"]["Fn::GetAtt"][0].as_str().expect("a source is a queue of ours");
            let visibility = &template["Resources"][queue]["Properties"]["VisibilityTimeout"];
            assert!(default(template, visibility) >= 6 * timeout, "{id} and {queue}");
        }
    }
}

#[tokio::test]
async fn an_ambiguous_send_is_settled_only_after_an_event_had_time_to_come_twice() {
    let template = Stack::start().await.template();
    let settled_after = default(template, &serde_json::json!({"Ref": "AmbiguousSeconds"}));
    for (id, queue) in of_type(template, "AWS::SQS::Queue") {
        let visibility = &queue["VisibilityTimeout"];
        assert!(visibility.is_null() || settled_after > default(template, visibility), "{id}");
    }
    let options = it::Options::new("none");
    assert!(options.ambiguous_seconds > 6 * options.queue_timeout);
}

#[tokio::test]
async fn every_queue_has_dead_letters_and_both_have_alarms() {
    let template = Stack::start().await.template();
    let queues = of_type(template, "AWS::SQS::Queue");
    let alarms = of_type(template, "AWS::CloudWatch::Alarm");
    for (id, queue) in &queues {
        let alarm = alarms.iter().find(|(_, alarm)| alarm["Dimensions"][0]["Value"]["Fn::GetAtt"][0] == *id);
        assert!(alarm.is_some(), "{id} has no alarm");
        assert_eq!(queue["MessageRetentionPeriod"], 1_209_600, "{id} keeps 14 days");
        let dead = &queue["RedrivePolicy"]["deadLetterTargetArn"]["Fn::GetAtt"][0];
        let names_one = queues.iter().any(|(other, _)| dead == other);
        assert!(names_one || id.ends_with("DeadLetters"), "{id} has no dead letters");
    }
}

#[tokio::test]
async fn no_right_has_a_wildcard_but_below_our_own_names() {
    let template = Stack::start().await.template();
    for (id, statement) in statements(template) {
        for action in list(&statement["Action"]) {
            assert!(!text(action).contains('*'), "{id} may {action}");
        }
        let sends_mail = list(&statement["Action"]).iter().all(|action| text(action).starts_with("ses:Send"));
        let decrypts = statement["Action"] == "kms:Decrypt";
        // AWS names no resource for it, so nothing narrower can be written.
        let asks_ses = statement["Action"] == "ses:GetAccount";
        for resource in list(&statement["Resource"]) {
            let ours = text(resource).contains(":parameter/tidings/${AWS::StackName}/");
            let stated = (sends_mail || decrypts) && statement.contains_key("Condition");
            assert!(
                ours || stated || asks_ses || !text(resource).ends_with('*'),
                "{id} may {:?} on {resource}",
                statement["Action"]
            );
        }
    }
}

#[tokio::test]
async fn only_our_own_statements_give_rights() {
    let template = Stack::start().await.template();
    for (id, role) in of_type(template, "AWS::IAM::Role") {
        assert!(role["ManagedPolicyArns"].as_array().is_none_or(Vec::is_empty), "{id} has managed policies");
    }
}

#[tokio::test]
async fn a_table_has_one_writer() {
    let template = Stack::start().await.template();
    let actions = ["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"].map(|name| format!("dynamodb:{name}"));
    let writers = |table: &str| {
        let all = statements(template).into_iter().filter(|(_, statement)| {
            let writes = list(&statement["Action"]).iter().any(|action| actions.contains(&text(action).to_owned()));
            writes && list(&statement["Resource"]).iter().any(|resource| resource["Fn::GetAtt"][0] == table)
        });
        all.map(|(id, _)| id.to_owned()).collect::<BTreeSet<_>>()
    };
    assert_eq!(writers("OrdersTable"), BTreeSet::from(["OrderEventsRole".to_owned()]));
    // The clock and reconcile write how far they came, each below one key of its own.
    let tellers = ["EmailSenderRole", "EmailFeedbackRole", "ClockRole", "ReconcileRole"].map(str::to_owned);
    assert_eq!(writers("MailsTable"), BTreeSet::from(tellers));
    assert_eq!(writers("DesignsTable"), BTreeSet::from(["DesignsRole".to_owned()]));
}

/// What every function gets, for the libraries.
const GLOBAL: [&str; 3] = ["STACK", "RUST_LOG", "AWS_NEW_RETRIES_2026"];

#[tokio::test]
async fn a_function_gets_the_variables_that_it_requires() {
    let template = Stack::start().await.template();
    for name in FUNCTIONS {
        let main = root().join("functions").join(name).join("src/main.rs");
        let code = fs::read_to_string(main).expect("a function has a main");
        let asked = code.split("required(\"").skip(1).filter_map(|rest| rest.split('"').next());
        let asked: BTreeSet<_> = asked.filter(|variable| !GLOBAL.contains(variable)).collect();
        let given = &template["Resources"][pascal(name)]["Properties"]["Environment"]["Variables"];
        let given = given.as_object().expect("a function has variables").keys().map(String::as_str);
        let given: BTreeSet<_> = given.filter(|variable| !GLOBAL.contains(variable)).collect();
        assert_eq!(asked, given, "{name}");
    }
}
