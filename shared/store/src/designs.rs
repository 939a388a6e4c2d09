//! The designs table: an item a file of a shop's design.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::ReturnValue;
use aws_types::SdkConfig;
use domain::design::File;
use domain::ports::{Designs, Files, ReadDesigns, Unavailable};

use crate::calls::{Item, unavailable};
use crate::item::{VERSION, n, names, number, s, text, values};
use crate::mails::pair;

/// The table of designs.
#[derive(Clone, Debug)]
pub struct DesignsTable {
    client: Client,
    table: String,
}

impl DesignsTable {
    /// The table that the template names.
    pub fn new(aws: &SdkConfig, table: String) -> Self {
        Self::with_client(Client::new(aws), table)
    }

    /// A table behind a client of the caller's, for tests.
    pub fn with_client(client: Client, table: String) -> Self {
        Self { client, table }
    }

    async fn all(&self, shop: &str) -> Result<Vec<File>, Unavailable> {
        let mut files = Vec::new();
        let mut from = None;
        loop {
            let asked = self
                .client
                .query()
                .table_name(&self.table)
                .consistent_read(true)
                .key_condition_expression("#pk = :shop")
                .set_expression_attribute_names(names(&["pk"]))
                .set_expression_attribute_values(values([(":shop", s(shop))]))
                .set_exclusive_start_key(from);
            let answer = asked.send().await.map_err(|error| unavailable(&error))?;
            files.extend(answer.items().iter().filter_map(file));
            from = answer.last_evaluated_key().cloned();
            if from.is_none() {
                return Ok(files);
            }
        }
    }
}

/// What newer code wrote is not understood: the shop's mails are then as they are built in.
fn file(item: &Item) -> Option<File> {
    let known = number::<u32>(item, "v").is_none_or(|version| version <= VERSION);
    let (name, content) = (text(item, "sk")?, text(item, "content")?);
    known.then(|| File { name: name.to_owned(), content: content.to_owned() })
}

impl ReadDesigns for DesignsTable {
    fn files<'a>(&'a self, shop: &'a str) -> Files<'a> {
        Box::pin(self.all(shop))
    }
}

impl Designs for DesignsTable {
    async fn put(&self, shop: &str, file: &File) -> Result<(), Unavailable> {
        let mut item = pair((shop, &file.name));
        item.insert("content".to_owned(), s(&file.content));
        item.insert("v".to_owned(), n(VERSION));
        let put = self.client.put_item().table_name(&self.table).set_item(Some(item));
        put.send().await.map(|_| ()).map_err(|error| unavailable(&error))
    }

    async fn remove(&self, shop: &str, name: &str) -> Result<bool, Unavailable> {
        let delete = self.client.delete_item().table_name(&self.table).set_key(Some(pair((shop, name))));
        let answer = delete.return_values(ReturnValue::AllOld).send().await.map_err(|error| unavailable(&error))?;
        Ok(answer.attributes().is_some_and(|old| !old.is_empty()))
    }
}
