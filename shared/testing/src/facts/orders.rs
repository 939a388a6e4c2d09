//! What storefronts and payment providers say.

use domain::address::{Address, Customer};
use domain::fact::{
    Amounts, Attempt, Basket, Checkout, Document, Line, Needs, OrderStatus, Payment, PaymentMethod, PaymentStatus,
    Reference, Refund,
};
use domain::link::Link;
use domain::money::Money;
use domain::personal::{Email, Personal};
use jiff::Timestamp;

use super::{Saying, TOTAL, euros, minute, placed};

/// Placed, not paid; by the shop's `woocommerce`.
pub fn checkout() -> Saying<Checkout> {
    let line = |id: &str| Line {
        id: id.to_owned(),
        name: format!("Mug {id}"),
        variant: String::new(),
        quantity: 1,
        total: 2_500,
        sku: None,
        image: None,
        needs: Needs::Shipping,
        back_order: None,
    };
    let document = Document {
        number: "1001".to_owned(),
        placed_at: placed(),
        currency: euros(0).currency,
        lines: vec![line("1"), line("2")],
        amounts: Amounts::default(),
        total: TOTAL,
        refunded: 0,
        payment_method: Some(PaymentMethod { code: "stripe".to_owned(), title: "Card".to_owned() }),
        transaction: None,
        paid_at: None,
        paid: false,
        customer: Customer {
            email: Email::parse("ana@example.com").ok(),
            name: Some(Personal::new("Ana".to_owned())),
            phone: None,
        },
        billing: None,
        shipping: Some(Address { country: "DE".to_owned(), ..Address::default() }),
        shipping_method: None,
        promised: None,
        pay_url: None,
        locale: None,
        note: None,
        attribution: std::collections::BTreeMap::new(),
        basket: None,
    };
    let checkout = Checkout { id: "727".to_owned(), at: placed(), test: false, status: None, document };
    Saying::new("woocommerce", checkout).status(OrderStatus::Pending)
}

impl Saying<Checkout> {
    /// Where the storefront says that it is.
    #[must_use]
    pub fn status(self, status: OrderStatus) -> Self {
        self.with(|checkout| checkout.status = Some(status))
    }

    /// The storefront's statement that it is paid, since the fact's own time; set the time first.
    #[must_use]
    pub fn paid(self) -> Self {
        self.with(|checkout| checkout.document.paid_at = Some(checkout.at))
    }

    /// What the storefront says was given back so far.
    #[must_use]
    pub fn refunded(self, minor: i64) -> Self {
        self.with(|checkout| checkout.document.refunded = minor)
    }

    /// What the customer owes for all.
    #[must_use]
    pub fn total(self, minor: i64) -> Self {
        self.with(|checkout| checkout.document.total = minor)
    }

    /// When it was placed.
    #[must_use]
    pub fn placed(self, at: Timestamp) -> Self {
        self.with(|checkout| checkout.document.placed_at = at)
    }

    /// The code of how it is paid.
    #[must_use]
    pub fn method(self, code: &str) -> Self {
        self.with(|checkout| {
            checkout.document.payment_method = Some(PaymentMethod { code: code.to_owned(), title: code.to_owned() });
        })
    }

    /// Made in a test mode.
    #[must_use]
    pub fn test(self) -> Self {
        self.with(|checkout| checkout.test = true)
    }
}

/// A basket with a mug in it, of somebody who agreed to e-mails; not ordered, by the shop's `shopify`.
pub fn basket() -> Saying<Checkout> {
    let Document { lines, customer, .. } = checkout().fact.document;
    let resume = Link::parse("https://demo.example/checkouts/1/recover?key=1").ok();
    let basket = Basket { resume, consent: true, ordered: false };
    let document = Document { lines, customer, ..Document::of_basket(placed(), euros(0).currency, basket) };
    let id = Basket::id("1");
    Saying::new("shopify", Checkout { id, at: placed(), test: false, status: None, document })
}

/// The same basket, once it became an order.
pub fn ordered() -> Saying<Checkout> {
    Saying::new("shopify", Checkout::ordered("1", minute(1), euros(0).currency))
}

impl Saying<Checkout> {
    /// Changes what makes a basket one.
    #[must_use]
    pub fn basket(self, change: impl FnOnce(&mut Basket)) -> Self {
        self.with(|checkout| change(checkout.document.basket.as_mut().expect("a basket")))
    }
}

/// A payment of Stripe's of which nothing is known yet.
pub fn payment(id: &str) -> Saying<Payment> {
    let payment = Payment {
        id: id.to_owned(),
        object: id.to_owned(),
        at: minute(1),
        test: false,
        references: vec![Reference::Order("727".to_owned())],
        status: None,
        amount: Some(euros(TOTAL)),
        captured: None,
        refunded: None,
        attempt: None,
        refund: None,
        method: None,
        transaction: None,
    };
    Saying::new("stripe", payment)
}

impl Saying<Payment> {
    /// Where the provider says that it is.
    #[must_use]
    pub fn status(self, status: PaymentStatus) -> Self {
        self.with(|payment| payment.status = Some(status))
    }

    /// Money was taken.
    #[must_use]
    pub fn took(self, money: Money) -> Self {
        self.status(PaymentStatus::Paid).with(|payment| payment.captured = Some(money))
    }

    /// A try failed.
    #[must_use]
    pub fn failed(self, attempt: &str) -> Self {
        self.status(PaymentStatus::Failed)
            .with(|payment| payment.attempt = Some(Attempt { id: attempt.to_owned(), failed: true }))
    }

    /// A part of the payment says it: a charge.
    #[must_use]
    pub fn object(self, object: &str) -> Self {
        self.with(|payment| object.clone_into(&mut payment.object))
    }

    /// A charge's snapshot: all that was given back so far.
    #[must_use]
    pub fn refunded(self, minor: i64) -> Self {
        self.with(|payment| payment.refunded = Some(euros(minor)))
    }

    /// A refund object.
    #[must_use]
    pub fn refund(self, id: &str, minor: i64, failed: bool) -> Self {
        self.object(id).with(|payment| {
            payment.refund = Some(Refund { id: id.to_owned(), amount: euros(minor), failed, pending: false });
        })
    }

    /// Made in a test mode.
    #[must_use]
    pub fn test(self) -> Self {
        self.with(|payment| payment.test = true)
    }
}
