//! Shops' designs.

use domain::design::File;
use domain::ports::{Designs, Files, ReadDesigns, Unavailable};

use super::Tables;

impl ReadDesigns for Tables {
    fn files<'a>(&'a self, shop: &'a str) -> Files<'a> {
        Box::pin(self.faults.call("Query designs", move || {
            let data = self.data();
            let own = data.designs.iter().filter(|((owner, _), _)| owner == shop);
            own.map(|((_, name), content)| File { name: name.clone(), content: content.clone() }).collect()
        }))
    }
}

impl Designs for Tables {
    async fn put(&self, shop: &str, file: &File) -> Result<(), Unavailable> {
        let key = (shop.to_owned(), file.name.clone());
        self.faults
            .call("PutItem design", || {
                self.data().designs.insert(key.clone(), file.content.clone());
            })
            .await
    }

    async fn remove(&self, shop: &str, name: &str) -> Result<bool, Unavailable> {
        let key = (shop.to_owned(), name.to_owned());
        self.faults.call("DeleteItem design", || self.data().designs.remove(&key).is_some()).await
    }
}
