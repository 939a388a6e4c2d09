//! What a total is made of always adds up to it.

use domain::fact::{Amounts, Line};
use webhooks::delivery::Unreadable;

/// What so many cost, if that is an amount.
pub(crate) fn times(price: i64, quantity: u32, name: &str) -> Result<i64, Unreadable> {
    // As much as one amount may be: a body of lines still adds up.
    let total = price.checked_mul(i64::from(quantity)).filter(|total| total.abs() <= 10_000_000_000_000);
    total.ok_or_else(|| Unreadable(format!("`{name}` is no amount that we can hold for so many")))
}

/// What lines, shipping, fees and tax (unless included) less the discount leave of the total.
pub(crate) fn left(amounts: &Amounts, lines: &[Line], total: i64) -> i64 {
    let tax = if amounts.tax_included { 0 } else { amounts.tax };
    let shown: i64 = lines.iter().map(|line| line.total).sum();
    total - (shown + amounts.shipping + amounts.fees + tax - amounts.discount)
}

/// Fills `rounding`, so that lines, shipping, fees, tax (unless included) and rounding less the discount are the total.
///
/// What is too much to come of rounding is something that the storefront does not list: gift cards and credit are shown
/// as a discount, surcharges as a fee.
pub(crate) fn close(mut amounts: Amounts, lines: &[Line], total: i64) -> Amounts {
    let left = left(&amounts, lines, total);
    let from_rounding = 5 + i64::try_from(lines.len()).unwrap_or(0);
    if left.abs() <= from_rounding {
        amounts.rounding = left;
    } else if left < 0 {
        amounts.discount -= left;
    } else {
        amounts.fees += left;
    }
    amounts
}
