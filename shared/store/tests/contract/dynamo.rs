//! An embedded `DynamoDB`.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::{BehaviorVersion, Config, Credentials, Region};

/// A client of a database of its own, empty.
pub(crate) async fn client() -> Client {
    let database = dynoxide::Database::memory().expect("a database");
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(dynoxide::server::serve_on(listener, database));
    let http = aws_smithy_http_client::Builder::new().build_http();
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .endpoint_url(url)
        .http_client(http)
        .credentials_provider(Credentials::new("a", "b", None, None, "test"));
    Client::from_conf(config.build())
}
