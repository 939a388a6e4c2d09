# Everything that customers read, in English. Keys: <mail>-subject, -preheader, -headline, -lead; `page-` is the order page;
# the rest is shared. Amounts, dates and numbers arrive as they are to be shown.

## Shared

hello = Hello { $name },
hello-nobody = Hello,
order-number = Order { $number }
colon = :{" "}
place = { $town }, { $country }
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
carrier = Carrier
tracking-number = Tracking number
number-before = Earlier number
expected = Expected delivery
delivered-on = Delivered on
delivered-where = Delivered in
pickup-place = Where it waits
new-date = New delivery date
date-unknown = Not known yet
reason = Reason
refunded = Refunded
kept = Paid, less the refund
ordered-total = Order total

bill-to = Billing address
your-note = Your note
promised = Delivery by
refund-number = Refund number
unsubscribe = No more questions like this
unsubscribe-basket = No more e-mails like this
why-unsubscribe = You get this e-mail because you ordered at { $shop }. You are asked seldom, and you can stop it at any time.
why-abandoned = You get this e-mail because you left a basket at { $shop } and agreed to get e-mails. You get such e-mails seldom, and you can stop them at any time.

method-card = { $brand } ending in { $last4 }
method-wallet = { $method } ({ $wallet })
method-card-plain = Card
method-sepa_debit = SEPA Direct Debit
method-bank_transfer = Bank transfer
method-bank_account = Bank account
method-cash_on_delivery = Cash on delivery
method-cash = Cash
method-gift_card = Gift card
method-invoice = Invoice

parcel-items = In this parcel
basket-items = In your basket
basket-more = The other items are in your basket too.
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

why-alert = You get this e-mail because { $shop } has it sent to whoever looks after orders.

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
confirmed-back-ordered = Some of it is not in stock yet, as you can see below. If you would rather not wait, reply to this e-mail: you can cancel it free of charge.

## Changed

edited-subject = Order { $number } was changed
edited-preheader = The total is now { $total }. Here is your order as it is now.
edited-headline = Your order was changed
edited-lead = Order { $number } of { $date } was changed. Below is your order as it is now.
edited-due = { $amount } is still to be paid.
edited-over = You have paid { $amount } more than the order costs now. If you do not hear of a refund within a few days, reply to this e-mail.
edited-address = The delivery address has changed. Please check it below.
edited-mistake = If you did not ask for this change, reply to this e-mail.
changes = What changed
change-added = Added: { $item }
change-removed = Removed: { $item }
change-quantity = Changed: { $item }, now { $now } instead of { $before }
total-before = Total before
total-now = Total now

## On hold

on_hold-subject = Order { $number } is on hold
on_hold-preheader = Something has to be checked first. We will write to you as soon as it goes on.
on_hold-headline = Your order is on hold for now
on_hold-lead = Order { $number } of { $date } is on hold because something has to be checked first. There is nothing for you to do unless we ask you. We will write to you as soon as it goes on.
on_hold-choice = If you would rather not wait, reply to this e-mail. You can cancel free of charge.

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

## Still not paid

payment_reminder-subject = Order { $number } is waiting for your payment
payment_reminder-preheader = { $amount } is still to be paid. If you have just paid, there is nothing to do.
payment_reminder-headline = Your order is waiting for your payment
payment_reminder-lead = Thank you for your order { $number } of { $date }. { $amount } is still to be paid; we start on it as soon as the payment has reached us. If you have just paid, there is nothing to do.
payment_expired-subject = Order { $number } was not paid
payment_expired-preheader = We have not received a payment for this order, and you have not been charged.
payment_expired-headline = We have not received your payment
payment_expired-lead = { $amount } for order { $number } of { $date } has not reached us, so we do not keep the items for you any longer. You have not been charged. If you still want them, pay now or order again; if you have paid, reply to this e-mail.

## Not in stock

back_ordered-subject = Order { $number }: some items are back-ordered
back_ordered-preheader = Some of it is not in stock yet. You can wait, or cancel free of charge.
back_ordered-headline = Some of your order is not in stock
back_ordered-lead = We are sorry: some of order { $number } of { $date } is not in stock right now. Below you see what it is, and when we expect it.
back_ordered-unknown = Where no date is known yet, your order page will show it as soon as there is one.
back_ordered-others = The other items of your order are in stock.
back_ordered-choice = If you would rather not wait, reply to this e-mail: you can cancel these items, or the whole order, free of charge, and you get back all that you paid for them.
back-ordered-items = Not in stock yet
back-ordered = Not in stock yet, expected on { $date }
back-ordered-unknown = Not in stock yet, date not known
back-ordered-some = { $shown } of them not in stock yet, expected on { $date }
back-ordered-some-unknown = { $shown } of them not in stock yet, date not known

## Not shipped in time

late_to_ship-subject = Order { $number } takes longer than planned
late_to_ship-preheader = It is not on its way yet. You can wait, or cancel free of charge.
late_to_ship-headline = We are late with your order
late_to_ship-lead = We are sorry: order { $number } of { $date } should be on its way by now, and is not. We will write to you as soon as it is. If you would rather not wait, reply to this e-mail: you can cancel free of charge and get all your money back.

## Waiting to be fetched

ready_for_pickup-subject = Order { $number } is ready to be picked up
ready_for_pickup-preheader = Your parcel has been waiting for you since { $date }.
ready_for_pickup-headline = Your parcel is ready to be picked up
ready_for_pickup-lead = The parcel of order { $number } has been waiting for you since { $date }. Bring the tracking number and an identity card. Parcels that nobody picks up go back to us.
pickup_waiting-subject = Order { $number }: your parcel is still waiting
pickup_waiting-preheader = Please pick it up soon: parcels that nobody picks up go back to us.
pickup_waiting-headline = Your parcel is still waiting for you
pickup_waiting-lead = The parcel of order { $number } has been waiting for you since { $date }. Please pick it up soon: parcels that nobody picks up go back to us.

## After delivery

follow_up-subject = A word about order { $number }
follow_up-preheader = If anything is not as it should be, just reply: somebody reads it.
follow_up-headline = Is everything fine?
follow_up-lead = Your order { $number } arrived on { $date }. If something is missing, damaged or unclear, reply to this e-mail: somebody reads it and will help. If all is well, there is nothing to do.
csat-subject = Order { $number }: how satisfied you are
csat-preheader = One question that takes less than a minute. Thank you for your answer.
csat-headline = How satisfied are you?
csat-lead = Your order { $number } arrived on { $date }. How satisfied are you with it, from 1 to 5? Your answer is saved only when you send it on the page that opens.
csat-button = Answer the question
csat-lowest = 1: not at all satisfied
csat-highest = 5: very satisfied
nps-subject = Order { $number }: one question about us
nps-preheader = One question about order { $number } that takes less than a minute.
nps-headline = Would you recommend us?
nps-lead = Your order { $number } arrived on { $date }. How likely are you to recommend us to a friend, from 0 to 10? Your answer is saved only when you send it on the page that opens.
nps-button = Answer the question
nps-lowest = 0: not at all likely
nps-highest = 10: very likely
review-subject = Order { $number }: what you think of it
review-preheader = A few words about order { $number } help others to choose.
review-headline = What do you think of it?
review-lead = Your order { $number } arrived on { $date }. A few words about what you like, or do not like, help others to choose. Your words are saved only when you send them on the page that opens.
review-button = Write a review

## A basket that was left

abandoned-subject = Your basket at { $shop } is still here
abandoned-preheader = Nothing was ordered and nothing was charged. You can go on where you stopped.
abandoned-headline = Your basket is still here
abandoned-lead = On { $date } you put the items below into your basket at { $shop } and did not order them. Nothing was charged. If you still want them, you can go on where you stopped.
abandoned-choice = If something did not work, reply to this e-mail: somebody reads it. If you do not want the items any more, there is nothing to do. We write to you about this basket only this once.
abandoned-button = Back to your basket

## A corrected address

confirm_address-subject = Please confirm your e-mail address
confirm_address-preheader = One click, and { $shop } can reach you at this address.
confirm_address-headline = Please confirm your e-mail address
confirm_address-lead = Somebody gave this address so that { $shop } can send news about an order here. If that was you, open the page behind this button within 7 days and confirm it there.
confirm_address-not-you = If it was not you, there is nothing to do: without your confirmation nothing is sent here.
confirm_address-button = Confirm this address
why-confirm = You get this e-mail because somebody entered this address on a page of { $shop }.

## For the shop

new_order-subject = New order { $number }
new_order-preheader = Placed on { $date }. Here is what is to be packed.
new_order-headline = A new order
new_order-lead = Order { $number } of { $date } is confirmed and can be packed.
new_order-button = See the order
customer = Customer
customer-email = E-mail
customer-note = The customer's note
sku = SKU
trouble-withdrawal = The customer withdraws
trouble-withdrawal-todo = The customer has withdrawn from the contract on the order page and has an e-mail that says so. Stop the parcel if it has not left, tell the customer where to send the items, and refund within 14 days.
trouble-return_requested = A customer asks for a return
trouble-return_requested-todo = Decide about it where you handle returns. The customer has an e-mail that says the request has reached you.
attention-subject = Order { $number }: { $what }
attention-lead = Order { $number } of { $date } needs somebody to look at it.
attention-button = See the order
trouble-since = Since
trouble-mark = Mark
trouble-words = In their words
trouble-not_shipped = Not shipped in time
trouble-not_shipped-todo = Ship the order, or write to the customer. After twice your time to ship, the customer is told.
trouble-not_handed_over = Label made, parcel not scanned
trouble-not_handed_over-todo = Check whether the parcel was handed over.
trouble-no_scan = No scan for days
trouble-no_scan-todo = Ask the carrier where the parcel is. If there is no scan after twice as many days, the customer is told.
trouble-promise_at_risk = The promised day may be missed
trouble-promise_at_risk-todo = The parcel is promised for today and is not with the courier yet. Ask the carrier where it is.
trouble-promise_passed = The promised day is over
trouble-promise_passed-todo = The parcel did not arrive as promised. The customer is told the next morning.
trouble-payment_pending = A payment takes long
trouble-payment_pending-todo = Look at the payment: money has been on its way for days.
trouble-payment_expired = Not paid for long
trouble-payment_expired-todo = Cancel the order, or ask the customer.
trouble-held = Payment and order do not match
trouble-held-todo = The order is not confirmed. Compare the payment with the order: amount and currency.
trouble-pickup_waiting = Nobody picks the parcel up
trouble-pickup_waiting-todo = The parcel goes back soon. The customer was reminded; you may want to call.
trouble-refund_not_settled = A refund does not arrive
trouble-refund_not_settled-todo = Look at the refund at the payment provider: it was announced and is not settled.
trouble-refund_failed = A refund failed
trouble-refund_failed-todo = Refund in another way, and tell the customer.
trouble-returning = The parcel is on its way back
trouble-returning-todo = Decide between a new parcel and a refund, and tell the customer.
trouble-return_silent = Parcel on its way back: no scans
trouble-return_silent-todo = Ask the carrier where the parcel is.
trouble-lost = The carrier lost the parcel
trouble-lost-todo = Claim it at the carrier, and offer the customer a new parcel or a refund.
trouble-problem = The carrier reports a problem
trouble-problem-todo = Look at the tracking: the carrier may need an address, a document or a decision.
trouble-unreachable = Customer's e-mail comes back
trouble-unreachable-todo = Ask the customer for another address, for example by phone, and change it in the order. The customer can also correct it on the order page; what came back is then sent again by itself.
trouble-complaint = Customer called a mail unwanted
trouble-complaint-todo = The customer is asked for nothing any more; news of the order is still sent. Ask whether something is wrong.
trouble-correction_refused = E-mail correction refused
trouble-correction_refused-todo = Somebody tried five times to correct the e-mail address on the order page, and did not know the postcode and the phone number. Call the customer, and change the address in the order. The page takes no more tries.
trouble-unhappy = The customer is unhappy
trouble-unhappy-todo = The customer gave a low mark. Read the answer, and write or call while it can still be put right.

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
number_changed-first-preheader = You can now follow your parcel under the number { $tracking }.
number_changed-first-headline = You can follow your parcel now
number_changed-first-lead = The parcel of order { $number } now has a tracking number: { $tracking }.

## Out for delivery

out_for_delivery-subject = Order { $number } is out for delivery
out_for_delivery-preheader = The courier has your parcel and should reach you on { $date }.
out_for_delivery-headline = Your parcel is out for delivery
out_for_delivery-lead = The courier has loaded the parcel of order { $number } and should reach you on { $date }.
out_for_delivery-part-subject = A parcel of order { $number } is out for delivery

## Delivered

delivered-subject = Order { $number } was delivered
delivered-preheader = Delivered on { $date }. Not there? Reply to this e-mail and we will look into it.
delivered-headline = Your parcel was delivered
delivered-lead = The carrier reports that the parcel of order { $number } was delivered on { $date }.
delivered-missing = Not there? It may be with a neighbour or in a safe place. If you cannot find it, reply to this e-mail and we will look into it.
delivered-part-subject = A parcel of order { $number } was delivered

## Delayed

delayed-subject = Order { $number } is delayed
delayed-preheader = Your parcel is late. It is now expected on { $date }.
delayed-preheader-unknown = Your parcel is late. The carrier has not named a new date yet.
delayed-headline = Your parcel is late
delayed-lead = We are sorry: the parcel of order { $number } is delayed. The carrier now expects to deliver it on { $date }.
delayed-lead-unknown = We are sorry: the parcel of order { $number } is delayed. The carrier has not named a new date yet; we will write to you as soon as it does.
delayed-choice = If you would rather not wait, reply to this e-mail: we will find a solution with you, and if the order cannot reach you any more you get your money back.
delayed-part-subject = A parcel of order { $number } is delayed
cause-carrier = A delay at the carrier
cause-weather = Bad weather on the way
cause-customs = The parcel is at customs
cause-silent = The carrier has not scanned the parcel for some days
cause-promise = It did not arrive on the promised day

## Delivery was tried

delivery_attempted-subject = Order { $number }: delivery was tried
delivery_attempted-preheader = The courier could not hand over your parcel on { $date }. See what happens next.
delivery_attempted-headline = The courier could not hand over your parcel
delivery_attempted-lead = The carrier tried to deliver the parcel of order { $number } on { $date } and could not hand it over.
delivery_attempted-next = Most carriers try again on the next working day, or leave the parcel at a pickup point. The page of the carrier says what happens next, and often lets you choose another day or place.
tried-on = Tried on
attempt-recipient_absent = Nobody was there to take the parcel
attempt-address = The address could not be found
attempt-refused = The parcel was not accepted at the door
attempt-other = The carrier gives no reason

## A wrong address

address_problem-subject = Order { $number }: please check the address
address_problem-preheader = The carrier cannot deliver your parcel to the address that we have.
address_problem-headline = We need your help with the address
address_problem-lead = The carrier cannot deliver the parcel of order { $number } to the address below. Please reply to this e-mail with the right address as soon as you can.
address_problem-else = If the carrier does not get the right address within a few days, the parcel goes back to us.
address-we-have = The address that we have

## On its way back, lost

returning-subject = A parcel of order { $number } is coming back
returning-preheader = The carrier is bringing your parcel back to us. You can choose what happens next.
returning-headline = Your parcel is on its way back to us
returning-lead = The carrier could not deliver the parcel of order { $number } and is bringing it back to us.
returning-choice = Tell us what you would like: we can send it again, or give you your money back. Just reply to this e-mail.
lost-subject = The parcel of order { $number } was lost
lost-preheader = We are sorry. You can choose: a new parcel, or your money back.
lost-headline = We are sorry: your parcel was lost
lost-lead = The carrier tells us that the parcel of order { $number } is lost. This should not have happened.
lost-choice = You choose: we send you a new parcel if the items are still there, or you get your money back. Just reply to this e-mail.

## Cancelled

cancelled-subject = Order { $number } is cancelled
cancelled-headline = Your order is cancelled
cancelled-lead = Order { $number } of { $date } has been cancelled.
cancelled-preheader-free = You have not been charged. There is nothing for you to do.
cancelled-free = You have not been charged for it.
cancelled-preheader-reserved = You have not been charged. There is nothing for you to do.
cancelled-reserved = You have not been charged. If your bank shows a reserved amount, it lets go of it by itself, usually within a few days.
cancelled-preheader-refunded = Your payment of { $paid } has been refunded. There is nothing for you to do.
cancelled-refunded = Your payment of { $paid } has been refunded. Depending on your bank it takes a few working days to arrive.
cancelled-preheader-partly = { $refunded } of your payment of { $paid } has been refunded so far.
cancelled-partly = You paid { $paid }, and { $refunded } of it has been refunded so far. If you are missing the rest, reply to this e-mail.
cancelled-preheader-paid = You paid { $paid }. It has not been refunded yet.
cancelled-paid = You paid { $paid } for it, which has not been refunded yet. If you do not hear of a refund within a few days, reply to this e-mail.
cancelled-mistake = If you did not expect this, reply to this e-mail.

## Refund

refund-subject = Refund for order { $number }
refund-preheader = { $amount } is on its way back to you and arrives within a few working days.
refund-headline = Your refund is on its way
refund-lead = We have refunded your whole payment of { $amount } for order { $number }. Depending on your bank it takes a few working days to arrive.
refund-part-lead = We have refunded { $amount } in total for order { $number }. Depending on your bank it takes a few working days to arrive.

## A refund that failed

refund_failed-subject = Order { $number }: the refund did not arrive
refund_failed-preheader = { $amount } could not be paid back to you. We are looking for another way.
refund_failed-headline = Your refund could not be paid out
refund_failed-lead = We tried to pay { $amount } for order { $number } back to you, and the payment came back to us. That happens, for example, when a card or an account was closed.
refund_failed-next = We are looking for another way. If your card or your account is another one now, reply to this e-mail, but do not send us card numbers.

## Returns

return_requested-subject = Order { $number }: return request received
return_requested-preheader = We will write to you when it is decided. Please send nothing back before that.
return_requested-headline = We have your return request
return_requested-lead = You would like to send back items from order { $number }. Your request has reached us, and we will write to you as soon as it is decided.
return_requested-next = Please do not send anything before that: you will hear from us where to send it.
return_requested-mistake = If you did not ask for this, reply to this e-mail.
return_approved-subject = Order { $number }: your return is approved
return_approved-preheader-label = Your return label is here, and what to do with it.
return_approved-preheader-address = Here is where to send the items, and what to put into the parcel.
return_approved-preheader-written = We will write to you about how to send the items back.
return_approved-headline = You can send the items back
return_approved-lead = Your return for order { $number } is approved.
return_approved-label = Open the label with the button, print it and put it on the parcel. Then hand the parcel in.
return_approved-address = Please send the items to the address below, and put a note with order number { $number } into the parcel.
return_approved-written = We will write to you about how to send the items back. Please do not send anything before that.
return_approved-deadline = Please send them by { $date }.
return_approved-proof = Keep the proof of posting until you have your money back.
return_declined-subject = Order { $number }: return not accepted
return_declined-preheader = We cannot take the items back. Here is why, and what you can do.
return_declined-headline = We cannot accept your return
return_declined-lead = We are sorry: we cannot accept your return for order { $number }. You will find the reason below.
return_declined-appeal = If you see it differently, or if an item is faulty, reply to this e-mail: somebody reads it and looks at it again.
return_received-subject = Order { $number }: return received
return_received-preheader = Your items have reached us. We will write to you about what comes next.
return_received-preheader-refund = You get { $amount } back. We will write to you when it is on its way.
return_received-headline = We have received your return
return_received-lead = The items that you sent back from order { $number } reached us on { $date }.
return_received-refund = You get { $amount } back. We will write to you again when it is on its way.
return_received-checked = We have looked at them, and will write to you about what comes next.
return_received-next = We will look at them now, and write to you about what comes next.
return_received-refused = We could not accept all of them. If you would like to know why, reply to this e-mail.
return-number = Return number
return-reason = Reason
return-items = Items of this return
return-send-by = To be sent by
return-cost = Cost
return-free = Free of charge
return-address = Return address
return-label = Open the return label
return-declined = Why it was declined
return-late = The time to return items is over
return-final_sale = These items are not taken back, as was said when you bought them
return-received-on = Received on
return-refund = You get back
return-accepted = Accepted
return-refused = Not accepted

## Withdrawal from the contract

withdrawal-subject = Order { $number }: we have your withdrawal
withdrawal-preheader = Received on { $time }. Keep this e-mail as your proof.
withdrawal-headline = We have received your withdrawal
withdrawal-lead = You have told us that you withdraw from the contract for order { $number }. Your statement reached us on { $time }. Please keep this e-mail as your proof.
withdrawal-next = Please send the items back within 14 days, if you have received them already. You get your money back within 14 days after your statement, though not before the items or a proof that you sent them have reached us.
withdrawal-mistake = If this statement is not yours, reply to this e-mail at once.
withdrawal-reference = Reference
withdrawal-received = Received
withdrawal-of = Withdrawal from
withdrawal-all = The whole order
withdrawal-words = In your words

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
page-returns = Your returns
page-return-requested = Requested: the shop will write to you
page-return-approved = Approved: the e-mail about it says how to send it
page-return-declined = Not accepted: the e-mail about it says why
page-return-received = Received by the shop
page-return-closed = Closed
page-paid-in-full = Paid in full
page-nothing-due = Nothing to pay
page-not-charged = You have not been charged.
page-going-to = Going to
page-help = Help and returns
page-help-text = Questions about this order? { $shop } is glad to help. You can also reply to any e-mail about it.
page-contact = Get help
page-shop = Visit { $shop }
page-private = This page is for you alone. Whoever has its link can see it, so share it with care.
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

## The order page: mail that comes back, and a corrected address

repair-title = We cannot reach you by e-mail
repair-lead = E-mails to { $address } come back to us. News of this order does not reach you.
repair-how = You can correct the address here. So that nobody else can, we ask for two things that only you know.
repair-which = Which address is right?
repair-other = Another address
repair-email = Your e-mail address
repair-postcode = Postcode of your billing address
repair-digits = Last 4 digits of the phone number that you gave with the order
repair-send = Send a confirmation there
repair-why = We send one e-mail to the new address. Only after you confirm it there, news of this order goes to it, and what came back is sent again.
repair-sent = If both details fit this order, an e-mail is on its way to the new address. Open the link in it within 7 days to confirm the address. Nothing there after some minutes? Open this page again.
repair-waiting = We have sent an e-mail to { $address }. Open the link in it within 7 days to confirm the address. Nothing there? Look in the spam folder, or correct the address below.
repair-shop = Please get in touch with the shop to correct the address.
repair-mistake-address = Please enter another address than the one that does not work, in the form name@example.com.
repair-mistake-missing = Please fill in the postcode and the digits.
repair-mistake-proof = These details do not fit this order. There are 5 tries in all. If you are not sure, get in touch with the shop.
confirm-open-headline = Confirm your e-mail address
confirm-open-lead = Shall { $shop } send news about an order to { $address }?
confirm-open-button = Yes, this is my address
confirm-open-note = If you did not order anything there, close this page. Without your confirmation nothing is sent.
confirm-done-headline = Your address is confirmed
confirm-done-lead = Thank you. From now on { $shop } writes to { $address }. What could not be delivered before will arrive in a few minutes.
confirm-outdated-headline = This address is not needed any more
confirm-outdated-lead = Meanwhile another address was given for this order. There is nothing to do.

## The order page: answers

ask-csat-title = How satisfied are you with this order?
ask-csat-lead = Choose a number. It is saved when you press the button.
ask-csat-text = Would you like to add something? (optional)
ask-nps-title = How likely are you to recommend us to a friend?
ask-nps-lead = Choose a number. It is saved when you press the button.
ask-nps-text = What is the main reason? (optional)
ask-review-title = What do you think of what you ordered?
ask-review-lead = A few words are enough. They are saved when you press the button, and go to the shop.
ask-review-text = Your review
ask-send = Send
ask-send-again = Change my answer
ask-saved = Thank you, your answer is saved.
ask-missing = Please give an answer first.

## The order page: withdrawal from the contract

withdraw-open = Withdraw from the contract
withdraw-title = Withdraw from the contract
withdraw-lead = You can withdraw from this order until { $date }, without giving a reason. You get an e-mail that proves it, with the date and the time.
withdraw-lead-early = You can withdraw from this order without giving a reason. You get an e-mail that proves it, with the date and the time.
withdraw-which = Which items?
withdraw-name = Your name
withdraw-text = Would you like to add something? (optional)
withdraw-send = Confirm the withdrawal
withdraw-done = We have received your withdrawal of { $time }. The e-mail that proves it is on its way.
withdraw-missing = Please choose at least one item and enter your name.
withdraw-over = The time in which you could withdraw is over. Please get in touch with the shop.

## Asked no more

stop-title = No more questions
stop-lead = Shall { $shop } stop asking you for reviews and opinions? News of your orders will still reach you.
stop-button = Yes, ask me no more
stop-done-headline = You will not be asked again
stop-done-lead = { $shop } will not ask you for reviews and opinions any more. News of your orders will still reach you.
stop-basket-title = No more e-mails about baskets
stop-basket-lead = Shall { $shop } stop writing to you about baskets, and asking you for reviews and opinions? News of your orders will still reach you.
stop-basket-button = Yes, stop these e-mails
stop-basket-done-headline = You will get no more of these e-mails
stop-basket-done-lead = { $shop } will not write to you about baskets any more, nor ask you for reviews and opinions. News of your orders will still reach you.
