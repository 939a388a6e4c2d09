//! The link in a mail opens its order's page, and nothing else does.

use crate::world::{World, hours, minutes, say, second};

/// The token of the page's link in the newest mail.
fn token(world: &World) -> String {
    let text = world.ses.sent().pop().expect("a mail").text;
    let (_, rest) = text.split_once("https://pages.example.com/orders/").expect("the page's link");
    rest.split(|c: char| c.is_whitespace() || c == ')').next().unwrap_or_default().to_owned()
}

async fn told() -> World {
    let mut world = World::new();
    world.hear([say::checkout(727, "processing", second(-50), say::paid_at(second(-50)))]).await;
    world
}

#[tokio::test]
async fn the_token_in_a_mail_opens_its_orders_page() {
    let world = told().await;
    let answer = world.page(&token(&world)).await;
    assert_eq!(answer.status(), 200);
    let page = answer.body();
    assert!(page.contains("727") && page.contains("28.70") && page.contains("T-Shirt"), "{page}");
    for private in ["ana@example.com", "Hauptstr", "+49301234567", "10115"] {
        assert!(!page.contains(private), "the page shows {private}");
    }
    assert_eq!(answer.headers()["cache-control"], "no-store");
    assert_eq!(answer.headers()["referrer-policy"], "no-referrer");
}

#[tokio::test]
async fn wrong_expired_and_foreign_tokens_get_one_answer_that_reveals_nothing() {
    let mut world = told().await;
    let token = token(&world);
    let nothing = world.page("nonsense").await;
    assert_eq!(nothing.status(), 404);
    let other = domain::ids::OrderId::new("demo", "728").to_string();
    let ours = domain::ids::OrderId::new("demo", "727").to_string();
    let mut wrong = vec![String::new(), token.replace(&ours, &other), format!("{token}x"), token[1..].to_owned()];
    wrong.push(token.to_uppercase());
    for token in &wrong {
        let answer = world.page(token).await;
        assert_eq!((answer.status(), answer.body()), (nothing.status(), nothing.body()), "{token}");
        assert_eq!(answer.headers(), nothing.headers());
    }
    for private in ["727", "28.70", "Demo Shop", "ana@"] {
        assert!(!nothing.body().contains(private), "the answer to a stranger shows {private}");
    }
    world.pass(hours(180 * 24)).await;
    assert_eq!(world.page(&token).await.status(), 200);
    world.pass(minutes(1)).await;
    let expired = world.page(&token).await;
    assert_eq!((expired.status(), expired.body()), (nothing.status(), nothing.body()));
}

#[tokio::test]
async fn the_same_link_is_true_in_every_mail_and_shows_the_order_as_it_is() {
    let mut world = told().await;
    let token = token(&world);
    world.hear([say::checkout(727, "cancelled", second(5), |_| {})]).await;
    let page = world.page(&token).await;
    assert_eq!(page.status(), 200);
    assert!(page.body().to_lowercase().contains("cancelled"), "{}", page.body());
}

#[tokio::test]
async fn a_page_that_cannot_be_read_now_asks_to_try_again() {
    let world = told().await;
    world.faults.break_down("GetItem order");
    let answer = world.page(&token(&world)).await;
    assert_eq!(answer.status(), 503);
    assert!(!answer.body().contains("727"));
}
