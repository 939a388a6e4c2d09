# Everything that customers read, in English. Keys: <mail>-subject, -preheader, -headline, -lead; `page-` is the order page;
# the rest is shared. Amounts, dates and numbers arrive as they are to be shown.

## Shared

hello = Hello { $name },
hello-nobody = Hello,
order-number = Order { $number }
view-order = View your order
pay-now = Pay now
pay-again = Try the payment again
track-parcel = Follow the parcel at { $carrier }
track-parcel-plain = Follow the parcel

item = Item
quantity = Quantity
price = Price
items-caption = { $count ->
    [one] 1 item in your order
   *[other] { $shown } items in your order
}
items-more = { $count ->
    [one] And 1 more item: see your order page.
   *[other] And { $shown } more items: see your order page.
}
subtotal = Subtotal
discount = Discount
shipping = Shipping
fees = Fees
tax = Tax
rounding = Rounding and adjustments
total = Total
tax-included = Includes { $amount } tax.

ship-to = Delivery address
ship-how = Delivery method
payment = Payment
paid-with = Payment method
amount = Amount
paid-on = Paid on
transaction = Transaction
due = Still to pay
paid-already = Paid so far
carrier = Carrier
tracking-number = Tracking number
number-before = Earlier number
expected = Expected delivery
delivered-on = Delivered on
delivered-where = Delivered in
new-date = New delivery date
date-unknown = Not known yet
reason = Reason
refunded = Refunded
kept = Remaining payment
ordered-total = Order total

method-card = { $brand } ending in { $last4 }
method-wallet = { $method } ({ $wallet })

parcel-items = In this parcel
parcel-order = All items of your order
to-come = Still to come
parcel-of = This is parcel { $number } of { $of }.
parcel-part = This is part of your order. The rest follows in another parcel.

returns-title = Returns
returns-days = { $days ->
    [one] You can return items within 1 day of delivery.
   *[other] You can return items within { $shown } days of delivery.
}
returns-until = You can return these items until { $date }.
returns-link = Return policy

questions = Questions? Just reply to this e-mail, or write to { $address }.
help = Help
why = You get this e-mail because you ordered at { $shop }. It is about this order and is not advertising.

## Received, not paid yet

received-subject = Order { $number } received, payment open
received-preheader = { $amount } is still to be paid. We start as soon as it has reached us.
received-headline = We have received your order
received-lead = Thank you for order { $number }. { $amount } is still to be paid; we start on your order as soon as the payment has reached us.
received-lead-partly = Thank you for order { $number }. So far { $paid } of { $total } has reached us, and { $amount } is still to be paid. We start on your order as soon as it is paid in full.
received-method = You chose to pay by: { $method }.

## Confirmed

confirmed-subject = Order { $number } is confirmed
confirmed-preheader = Thank you. Here is what you ordered, what it costs and what happens next.
confirmed-headline = Your order is confirmed
confirmed-lead = Thank you for order { $number } of { $date }. We are getting it ready and will write to you again when it is on its way.
confirmed-lead-plain = Thank you for order { $number } of { $date }. Everything you ordered is listed below.
confirmed-due = { $amount } is to be paid later: { $method }.
confirmed-due-plain = { $amount } is still to be paid.

## Receipt

receipt-subject = Receipt for order { $number }
receipt-preheader = We have received your payment of { $amount }. Thank you.
receipt-headline = Thank you for your payment
receipt-lead = We have received your payment of { $amount } for order { $number }. Please keep this e-mail for your records.
receipt-extra-subject = Further payment for order { $number }
receipt-extra-preheader = We have received a further payment of { $amount } for this order.
receipt-extra-headline = We have received a further payment
receipt-extra-lead = A further payment of { $amount } for order { $number } has reached us, beside the one that already covered it. If you did not mean to pay again, reply to this e-mail and the shop will sort it out.

## Payment failed

payment_failed-subject = Payment for order { $number } did not go through
payment_failed-preheader = Your order is kept. You can pay again with the same or another method.
payment_failed-headline = The payment did not go through
payment_failed-lead = The payment of { $amount } for order { $number } was not completed. There are many harmless reasons for this. Your order is kept, and you can try again with the same or another payment method.
payment_failed-lead-no-link = The payment of { $amount } for order { $number } was not completed. There are many harmless reasons for this. Your order is kept; reply to this e-mail if you need another way to pay.

## Shipped

shipped-subject = Order { $number } is on its way
shipped-preheader = { $carrier } has your parcel, number { $tracking }.
shipped-preheader-plain = Your parcel has left us. Here is what is in it.
shipped-headline = Your order is on its way
shipped-lead = Order { $number } left us on { $date }.
shipped-part-subject = Part of order { $number } is on its way
shipped-part-headline = Part of your order is on its way
shipped-part-lead = A parcel of order { $number } left us on { $date }.

## Another tracking number

number_changed-subject = New tracking number for order { $number }
number_changed-preheader = Please use { $tracking } from now on to follow your parcel.
number_changed-headline = Your parcel has a new tracking number
number_changed-lead = The parcel of order { $number } now travels under number { $tracking }. It takes the place of { $before }, which you can forget.
number_changed-lead-many = The parcel of order { $number } now travels under number { $tracking }. Earlier numbers no longer apply.
number_changed-first-subject = Tracking number for order { $number }
number_changed-first-preheader = You can now follow your parcel: { $tracking }.
number_changed-first-headline = You can follow your parcel now
number_changed-first-lead = The parcel of order { $number } now has a tracking number: { $tracking }.

## Out for delivery

out_for_delivery-subject = Order { $number } is out for delivery
out_for_delivery-preheader = The courier has your parcel and should reach you on { $date }.
out_for_delivery-headline = Your parcel is out for delivery
out_for_delivery-lead = The courier has loaded the parcel of order { $number } and should reach you on { $date }.
out_for_delivery-part-subject = A parcel of { $number } is out for delivery

## Delivered

delivered-subject = Order { $number } was delivered
delivered-preheader = Delivered on { $date }. Not there? Reply to this e-mail and we will look into it.
delivered-headline = Your parcel was delivered
delivered-lead = The carrier reports that the parcel of order { $number } was delivered on { $date }.
delivered-missing = Not there? It may be with a neighbour or in a safe place. If you cannot find it, reply to this e-mail and we will look into it.
delivered-part-subject = A parcel of { $number } was delivered

## Delayed

delayed-subject = Order { $number } is delayed
delayed-preheader = Your parcel is late. It is now expected on { $date }.
delayed-preheader-unknown = Your parcel is late. The carrier has not named a new date yet.
delayed-headline = Your parcel is late
delayed-lead = We are sorry: the parcel of order { $number } is delayed. The carrier now expects to deliver it on { $date }.
delayed-lead-unknown = We are sorry: the parcel of order { $number } is delayed. The carrier has not named a new date yet; we will write to you as soon as it does.
delayed-choice = If you would rather not wait, reply to this e-mail and we will find a solution with you.
delayed-part-subject = A parcel of { $number } is delayed
cause-carrier = A delay at the carrier
cause-weather = Bad weather on the way
cause-customs = The parcel is at customs

## Cancelled

cancelled-subject = Order { $number } is cancelled
cancelled-headline = Your order is cancelled
cancelled-lead = Order { $number } of { $date } has been cancelled.
cancelled-preheader-free = You have not been charged.
cancelled-free = You have not been charged for it.
cancelled-preheader-reserved = You have not been charged.
cancelled-reserved = You have not been charged. If your bank shows a reserved amount, it lets go of it by itself, usually within a few days.
cancelled-preheader-refunded = Your payment of { $paid } has been refunded.
cancelled-refunded = Your payment of { $paid } has been refunded. Depending on your bank it takes a few working days to arrive.
cancelled-preheader-partly = { $refunded } of your payment of { $paid } has been refunded so far.
cancelled-partly = You paid { $paid }, and { $refunded } of it has been refunded so far. If you are missing the rest, reply to this e-mail.
cancelled-preheader-paid = You paid { $paid }. It has not been refunded yet.
cancelled-paid = You paid { $paid } for it, which has not been refunded yet. If you do not hear of a refund within a few days, reply to this e-mail.
cancelled-mistake = If you did not expect this, reply to this e-mail.

## Refund

refund-subject = Refund for order { $number }
refund-preheader = { $amount } is on its way back to you.
refund-headline = Your refund is on its way
refund-lead = We have refunded your whole payment of { $amount } for order { $number }. Depending on your bank it takes a few working days to arrive.
refund-part-lead = We have refunded { $amount } in total for order { $number }. Depending on your bank it takes a few working days to arrive.

## The order page

page-title = Order { $number }, { $shop }
page-skip = Skip to the order
page-headline-withdrawn = This order is no longer active
page-headline-cancelled = Your order is cancelled
page-headline-refunded = Your order was refunded
page-headline-payment-failed = The payment did not go through
page-headline-awaiting-payment = We are waiting for your payment
page-headline-confirmed = Your order is confirmed
page-headline-preparing = Your order is being prepared
page-headline-partly-shipped = Part of your order is on its way
page-headline-shipped = Your order is on its way
page-headline-out-for-delivery = Your parcel is out for delivery
page-headline-needs-attention = Your parcel needs attention
page-headline-partly-delivered = Part of your order has arrived
page-headline-delivered = Your order has arrived
page-headline-returning = Your parcel is on its way back to the shop
page-lead-due = { $amount } is still to be paid.
page-lead-failed = The last try to pay was not completed. You can try again with the same or another method.
page-lead-attention = The carrier needs something, or could not hand over the parcel. The newest scan below says more.
page-as-of = As of { $time }.
page-timeline = What happened so far
page-placed = Order placed
page-paid = Paid
page-paid-amount = Paid: { $amount }
page-pay-failed = A payment was not completed
page-shipped = Parcel sent
page-shipped-with = Parcel sent with { $carrier }
page-cancelled = Order cancelled
page-refunded = Refunded in total: { $amount }
page-parcels = { $count ->
    [one] Your parcel
   *[other] Your parcels
}
page-parcel = Parcel { $number } of { $of }
page-parcel-one = Parcel
page-items = Items
page-paid-in-full = Paid in full
page-nothing-due = Nothing to pay
page-not-charged = You have not been charged.
page-going-to = Going to
page-help = Help and returns
page-help-text = Questions about this order? { $shop } is glad to help. You can also reply to any e-mail about it.
page-contact = Get help
page-shop = Visit { $shop }
page-private = This page is for you alone. Whoever has its address can see it, so share it with care.
page-state-pre_transit = Being prepared
page-state-accepted = With the carrier
page-state-in_transit = On its way
page-state-exception = Held up
page-state-out_for_delivery = Out for delivery
page-state-delivery_attempted = Delivery was tried
page-state-available_for_pickup = Ready to be picked up
page-state-delivered = Delivered
page-state-return_to_sender = On its way back to the shop
page-state-returned = Back at the shop
page-state-lost = Lost by the carrier
page-state-expired = No news from the carrier
page-state-cancelled = Label cancelled
page-missing-title = Page not found
page-missing-headline = We could not find this page
page-missing-lead = The address may be incomplete or out of date. Open the link in the newest e-mail about your order again, or reply to that e-mail: somebody will help.
page-later-title = Not available right now
page-later-headline = This page is taking a short break
page-later-lead = Your order is safe. Please try again in a few minutes.
