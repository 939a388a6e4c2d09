//! People and places of an order: all of it personal.

use serde::{Deserialize, Serialize};

use crate::personal::{Email, Personal};

/// Who ordered.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Customer {
    /// Where mail goes; absent when the storefront has none or it is no address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// As they are greeted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Personal<String>>,
    /// As the storefront has it: a fact that we never show, by which customers prove who they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<Personal<String>>,
}

/// Where goods or invoices go.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Address {
    /// Person or company, street lines, as the label shows them.
    pub lines: Vec<Personal<String>>,
    /// Post code.
    pub postcode: Personal<String>,
    /// Town.
    pub city: Personal<String>,
    /// State or province, as the storefront writes it.
    pub region: Personal<String>,
    /// ISO 3166 alpha-2.
    pub country: String,
}
