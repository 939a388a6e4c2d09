# Everything that customers read, in German (`Sie`). Keys: <mail>-subject, -preheader, -headline, -lead; `page-` is the order
# page; the rest is shared. Amounts, dates and numbers arrive as they are to be shown. A greeting ends in a comma, after which
# German goes on in lower case: what follows it (each -lead) begins with a noun, `Sie` or `Ihr`, which are right either way.

## Shared

hello = Guten Tag { $name },
hello-nobody = Guten Tag,
order-number = Bestellung { $number }
colon = :{" "}
place = { $town }, { $country }
view-order = Bestellung ansehen
pay-now = Jetzt bezahlen
pay-again = Zahlung erneut versuchen
track-parcel = Sendung bei { $carrier } verfolgen
track-parcel-plain = Sendung verfolgen

item = Artikel
quantity = Menge
price = Preis
items-caption = { $count ->
    [one] 1 Artikel in Ihrer Bestellung
   *[other] { $shown } Artikel in Ihrer Bestellung
}
items-more = { $count ->
    [one] Und 1 weiterer Artikel: siehe Ihre Bestellseite.
   *[other] Und { $shown } weitere Artikel: siehe Ihre Bestellseite.
}
subtotal = Zwischensumme
discount = Rabatt
shipping = Versand
fees = Gebühren
tax = MwSt.
rounding = Rundung und Anpassungen
total = Gesamtbetrag
tax-included = Enthält { $amount } MwSt.

ship-to = Lieferadresse
ship-how = Versandart
payment = Zahlung
paid-with = Zahlungsart
amount = Betrag
paid-on = Bezahlt am
transaction = Transaktion
due = Noch zu bezahlen
carrier = Paketdienst
tracking-number = Sendungsnummer
number-before = Frühere Nummer
expected = Voraussichtliche Zustellung
delivered-on = Zugestellt am
delivered-where = Zustellort
pickup-place = Abholort
new-date = Neuer Zustelltermin
date-unknown = Noch nicht bekannt
reason = Grund
refunded = Erstattet
kept = Bezahlt abzüglich Erstattung
ordered-total = Gesamtbetrag der Bestellung

bill-to = Rechnungsadresse
your-note = Ihre Anmerkung
promised = Lieferung spätestens am
refund-number = Erstattungsnummer
unsubscribe = Keine solchen Fragen mehr
unsubscribe-basket = Keine solchen E-Mails mehr
why-unsubscribe = Sie erhalten diese E-Mail, weil Sie bei { $shop } bestellt haben. Sie werden nur selten gefragt und können solche E-Mails jederzeit abbestellen.
why-abandoned = Sie erhalten diese E-Mail, weil Sie bei { $shop } einen Warenkorb zurückgelassen und dem Erhalt von E-Mails zugestimmt haben. Solche E-Mails erhalten Sie nur selten und können sie jederzeit abbestellen.

method-card = { $brand } mit den Endziffern { $last4 }
method-wallet = { $method } ({ $wallet })
method-card-plain = Karte
method-sepa_debit = SEPA-Lastschrift
method-bank_transfer = Überweisung
method-bank_account = Bankkonto
method-cash_on_delivery = Nachnahme
method-cash = Barzahlung
method-gift_card = Geschenkkarte
method-invoice = Rechnung

parcel-items = In diesem Paket
basket-items = In Ihrem Warenkorb
basket-more = Auch die übrigen Artikel sind in Ihrem Warenkorb.
parcel-order = Alle Artikel Ihrer Bestellung
to-come = Folgt noch
parcel-of = Dies ist Paket { $number } von { $of }.
parcel-part = Dies ist ein Teil Ihrer Bestellung. Der Rest folgt in einem weiteren Paket.

returns-title = Rückgabe
returns-days = { $days ->
    [one] Sie können Artikel innerhalb von 1 Tag nach der Lieferung zurückgeben.
   *[other] Sie können Artikel innerhalb von { $shown } Tagen nach der Lieferung zurückgeben.
}
returns-until = Sie können diese Artikel bis zum { $date } zurückgeben.
returns-link = Rückgabebedingungen

questions = Fragen? Antworten Sie einfach auf diese E-Mail oder schreiben Sie an { $address }.
help = Hilfe
why = Sie erhalten diese E-Mail, weil Sie bei { $shop } bestellt haben. Die E-Mail betrifft diese Bestellung und ist keine Werbung.

why-alert = Sie erhalten diese E-Mail, weil { $shop } sie an alle senden lässt, die sich um Bestellungen kümmern.

## Received, not paid yet

received-subject = Bestellung { $number } eingegangen, Zahlung offen
received-preheader = Noch zu bezahlen: { $amount }. Wir beginnen, sobald die Zahlung bei uns ist.
received-headline = Ihre Bestellung ist bei uns eingegangen
received-lead = Ihre Bestellung { $number } ist bei uns eingegangen, vielen Dank. Der Betrag von { $amount } ist noch offen; wir bearbeiten die Bestellung, sobald die Zahlung bei uns eingegangen ist.
received-lead-partly = Ihre Bestellung { $number } ist bei uns eingegangen, vielen Dank. Bisher haben wir { $paid } von { $total } erhalten; der Betrag von { $amount } ist noch offen. Wir bearbeiten die Bestellung, sobald sie vollständig bezahlt ist.
received-method = Ihre gewählte Zahlungsart: { $method }.

## Confirmed

confirmed-subject = Bestellung { $number } ist bestätigt
confirmed-preheader = Vielen Dank. Hier steht, was Sie bestellt haben, was es kostet und wie es weitergeht.
confirmed-headline = Ihre Bestellung ist bestätigt
confirmed-lead = Ihre Bestellung { $number } vom { $date } ist bestätigt, vielen Dank. Wir bereiten sie vor und schreiben Ihnen wieder, sobald sie unterwegs ist.
confirmed-lead-plain = Ihre Bestellung { $number } vom { $date } ist bestätigt, vielen Dank. Alles, was Sie bestellt haben, steht weiter unten.
confirmed-due = Den Betrag von { $amount } bezahlen Sie später: { $method }.
confirmed-due-plain = Der Betrag von { $amount } ist noch zu bezahlen.
confirmed-back-ordered = Ein Teil davon ist noch nicht lieferbar, wie Sie unten sehen. Wenn Sie nicht warten möchten, antworten Sie auf diese E-Mail: Sie können ihn kostenlos stornieren.

## Changed

edited-subject = Bestellung { $number } wurde geändert
edited-preheader = Der Gesamtbetrag ist jetzt { $total }. So sieht Ihre Bestellung nun aus.
edited-headline = Ihre Bestellung wurde geändert
edited-lead = Ihre Bestellung { $number } vom { $date } wurde geändert. Weiter unten sehen Sie, wie sie jetzt aussieht.
edited-due = Der Betrag von { $amount } ist noch zu bezahlen.
edited-over = Sie haben { $amount } mehr bezahlt, als die Bestellung jetzt kostet. Wenn Sie in den nächsten Tagen nichts von einer Erstattung hören, antworten Sie bitte auf diese E-Mail.
edited-address = Die Lieferadresse hat sich geändert. Bitte prüfen Sie die neue Adresse unten.
edited-mistake = Wenn Sie nicht um diese Änderung gebeten haben, antworten Sie bitte auf diese E-Mail.
changes = Was sich geändert hat
change-added = Hinzugefügt: { $item }
change-removed = Entfernt: { $item }
change-quantity = Geändert: { $item }, jetzt { $now } statt { $before }
total-before = Gesamtbetrag bisher
total-now = Gesamtbetrag jetzt

## On hold

on_hold-subject = Bestellung { $number } ist vorerst angehalten
on_hold-preheader = Zuerst muss etwas geprüft werden. Wir schreiben Ihnen, sobald es weitergeht.
on_hold-headline = Ihre Bestellung ist vorerst angehalten
on_hold-lead = Ihre Bestellung { $number } vom { $date } ist vorerst angehalten, weil zuerst etwas geprüft werden muss. Sie müssen nichts tun, solange wir Sie nicht darum bitten. Wir schreiben Ihnen, sobald es weitergeht.
on_hold-choice = Wenn Sie nicht warten möchten, antworten Sie auf diese E-Mail. Sie können kostenlos stornieren.

## Receipt

receipt-subject = Zahlungsbestätigung für Bestellung { $number }
receipt-preheader = Wir haben Ihre Zahlung von { $amount } erhalten. Vielen Dank.
receipt-headline = Vielen Dank für Ihre Zahlung
receipt-lead = Ihre Zahlung von { $amount } für Bestellung { $number } ist bei uns eingegangen. Bitte bewahren Sie diese E-Mail für Ihre Unterlagen auf.
receipt-extra-subject = Weitere Zahlung für Bestellung { $number }
receipt-extra-preheader = Für diese Bestellung ist eine weitere Zahlung von { $amount } eingegangen.
receipt-extra-headline = Wir haben eine weitere Zahlung erhalten
receipt-extra-lead = Ihre Bestellung { $number } war schon bezahlt; nun ist eine weitere Zahlung von { $amount } bei uns eingegangen. Wenn Sie nicht noch einmal zahlen wollten, antworten Sie auf diese E-Mail, und wir klären das.

## Payment failed

payment_failed-subject = Zahlung für Bestellung { $number } hat nicht geklappt
payment_failed-preheader = Ihre Bestellung bleibt erhalten. Sie können erneut bezahlen, auch auf anderem Weg.
payment_failed-headline = Die Zahlung hat nicht geklappt
payment_failed-lead = Ihre Zahlung von { $amount } für Bestellung { $number } wurde nicht abgeschlossen. Das kann viele harmlose Gründe haben. Ihre Bestellung bleibt erhalten, und Sie können es mit derselben oder einer anderen Zahlungsart noch einmal versuchen.
payment_failed-lead-no-link = Ihre Zahlung von { $amount } für Bestellung { $number } wurde nicht abgeschlossen. Das kann viele harmlose Gründe haben. Ihre Bestellung bleibt erhalten; antworten Sie auf diese E-Mail, wenn Sie eine andere Zahlungsart brauchen.

## Still not paid

payment_reminder-subject = Bestellung { $number } wartet auf Ihre Zahlung
payment_reminder-preheader = Noch zu bezahlen: { $amount }. Wenn Sie gerade bezahlt haben, müssen Sie nichts tun.
payment_reminder-headline = Ihre Bestellung wartet auf Ihre Zahlung
payment_reminder-lead = Ihre Bestellung { $number } vom { $date } ist bei uns, vielen Dank. Der Betrag von { $amount } ist noch offen; wir beginnen, sobald die Zahlung bei uns eingegangen ist. Wenn Sie gerade bezahlt haben, müssen Sie nichts tun.
payment_expired-subject = Bestellung { $number } wurde nicht bezahlt
payment_expired-preheader = Für diese Bestellung ist keine Zahlung eingegangen. Ihnen wurde nichts berechnet.
payment_expired-headline = Wir haben Ihre Zahlung nicht erhalten
payment_expired-lead = Ihre Zahlung von { $amount } für Bestellung { $number } vom { $date } ist nicht eingegangen, deshalb halten wir die Artikel nicht länger bereit. Ihnen wurde nichts berechnet. Möchten Sie sie noch haben, bezahlen Sie jetzt oder bestellen Sie neu. Haben Sie schon bezahlt, antworten Sie uns.

## Not in stock

back_ordered-subject = Bestellung { $number }: teils noch nicht lieferbar
back_ordered-preheader = Ein Teil ist noch nicht lieferbar. Sie können warten oder kostenlos stornieren.
back_ordered-headline = Ein Teil Ihrer Bestellung ist noch nicht lieferbar
back_ordered-lead = Ihre Bestellung { $number } vom { $date } ist zurzeit nur teilweise lieferbar. Das tut uns leid. Unten sehen Sie, was fehlt und wann wir es erwarten.
back_ordered-unknown = Wo noch kein Termin bekannt ist, zeigt ihn Ihre Bestellseite, sobald es einen gibt.
back_ordered-others = Die übrigen Artikel Ihrer Bestellung sind vorrätig.
back_ordered-choice = Wenn Sie nicht warten möchten, antworten Sie auf diese E-Mail: Sie können diese Artikel oder die ganze Bestellung kostenlos stornieren und erhalten alles zurück, was Sie dafür bezahlt haben.
back-ordered-items = Noch nicht lieferbar
back-ordered = Noch nicht lieferbar, erwartet am { $date }
back-ordered-unknown = Noch nicht lieferbar, Termin noch nicht bekannt
back-ordered-some = { $shown } davon noch nicht lieferbar, erwartet am { $date }
back-ordered-some-unknown = { $shown } davon noch nicht lieferbar, Termin noch nicht bekannt

## Not shipped in time

late_to_ship-subject = Bestellung { $number } dauert länger als geplant
late_to_ship-preheader = Sie ist noch nicht unterwegs. Sie können warten oder kostenlos stornieren.
late_to_ship-headline = Wir sind spät dran mit Ihrer Bestellung
late_to_ship-lead = Ihre Bestellung { $number } vom { $date } sollte schon unterwegs sein und ist es noch nicht. Das tut uns leid. Wir schreiben Ihnen, sobald sie es ist. Möchten Sie nicht warten, antworten Sie auf diese E-Mail: Sie können kostenlos stornieren und erhalten den vollen Betrag zurück.

## Waiting to be fetched

ready_for_pickup-subject = Bestellung { $number } liegt zur Abholung bereit
ready_for_pickup-preheader = Ihr Paket liegt seit dem { $date } für Sie bereit.
ready_for_pickup-headline = Ihr Paket liegt zur Abholung bereit
ready_for_pickup-lead = Ihr Paket zur Bestellung { $number } liegt seit dem { $date } für Sie bereit. Bringen Sie bitte die Sendungsnummer und einen Ausweis mit. Pakete, die niemand abholt, gehen an uns zurück.
pickup_waiting-subject = Bestellung { $number }: Ihr Paket liegt noch bereit
pickup_waiting-preheader = Bitte holen Sie es bald ab: Pakete, die niemand abholt, gehen an uns zurück.
pickup_waiting-headline = Ihr Paket liegt noch für Sie bereit
pickup_waiting-lead = Ihr Paket zur Bestellung { $number } liegt seit dem { $date } für Sie bereit. Bitte holen Sie es bald ab: Pakete, die niemand abholt, gehen an uns zurück.

## After delivery

follow_up-subject = Zu Ihrer Bestellung { $number }
follow_up-preheader = Wenn etwas nicht stimmt, antworten Sie einfach: Ihre Antwort wird gelesen.
follow_up-headline = Ist alles in Ordnung?
follow_up-lead = Ihre Bestellung { $number } ist am { $date } angekommen. Wenn etwas fehlt, beschädigt oder unklar ist, antworten Sie auf diese E-Mail: Ihre Antwort wird gelesen, und wir helfen Ihnen. Wenn alles gut ist, müssen Sie nichts tun.
csat-subject = Bestellung { $number }: Ihre Zufriedenheit
csat-preheader = Eine Frage, die weniger als eine Minute dauert. Vielen Dank für Ihre Antwort.
csat-headline = Wie zufrieden sind Sie?
csat-lead = Ihre Bestellung { $number } ist am { $date } angekommen. Wie zufrieden sind Sie damit auf einer Skala von 1 bis 5? Ihre Antwort wird erst gespeichert, wenn Sie sie auf der Seite absenden, die sich öffnet.
csat-button = Frage beantworten
csat-lowest = 1: überhaupt nicht zufrieden
csat-highest = 5: sehr zufrieden
nps-subject = Bestellung { $number }: eine Frage zu uns
nps-preheader = Eine Frage zu Bestellung { $number }, die weniger als eine Minute dauert.
nps-headline = Würden Sie uns weiterempfehlen?
nps-lead = Ihre Bestellung { $number } ist am { $date } angekommen. Wie wahrscheinlich ist es auf einer Skala von 0 bis 10, dass Sie uns im Freundeskreis weiterempfehlen? Ihre Antwort wird erst gespeichert, wenn Sie sie auf der Seite absenden, die sich öffnet.
nps-button = Frage beantworten
nps-lowest = 0: überhaupt nicht wahrscheinlich
nps-highest = 10: sehr wahrscheinlich
review-subject = Bestellung { $number }: Ihre Meinung
review-preheader = Ein paar Worte zu Bestellung { $number } helfen anderen bei der Auswahl.
review-headline = Was halten Sie davon?
review-lead = Ihre Bestellung { $number } ist am { $date } angekommen. Ein paar Worte dazu, was Ihnen gefällt und was nicht, helfen anderen bei der Auswahl. Ihre Worte werden erst gespeichert, wenn Sie sie auf der Seite absenden, die sich öffnet.
review-button = Bewertung schreiben

## A basket that was left

abandoned-subject = Ihr Warenkorb bei { $shop } ist noch da
abandoned-preheader = Es wurde nichts bestellt und nichts berechnet. Sie können dort weitermachen, wo Sie waren.
abandoned-headline = Ihr Warenkorb ist noch da
abandoned-lead = Sie haben am { $date } bei { $shop } die Artikel unten in den Warenkorb gelegt, aber nicht bestellt. Es wurde nichts berechnet. Wenn Sie die Artikel noch möchten, können Sie dort weitermachen, wo Sie aufgehört haben.
abandoned-choice = Wenn etwas nicht funktioniert hat, antworten Sie auf diese E-Mail: Ihre Antwort wird gelesen. Wenn Sie die Artikel nicht mehr möchten, müssen Sie nichts tun. Zu diesem Warenkorb schreiben wir Ihnen nur dieses eine Mal.
abandoned-button = Zurück zum Warenkorb

## A corrected address

confirm_address-subject = Bitte bestätigen Sie Ihre E-Mail-Adresse
confirm_address-preheader = Ein Klick, und { $shop } kann Sie unter dieser Adresse erreichen.
confirm_address-headline = Bitte bestätigen Sie Ihre E-Mail-Adresse
confirm_address-lead = Ihre E-Mail-Adresse wurde angegeben, damit { $shop } Ihnen Nachrichten zu einer Bestellung senden kann. Wenn Sie das waren, öffnen Sie innerhalb von 7 Tagen die Seite hinter der Schaltfläche und bestätigen Sie die Adresse dort.
confirm_address-not-you = Wenn Sie das nicht waren, müssen Sie nichts tun: Ohne Ihre Bestätigung wird nichts an diese Adresse gesendet.
confirm_address-button = Adresse bestätigen
why-confirm = Sie erhalten diese E-Mail, weil jemand diese Adresse auf einer Seite von { $shop } eingegeben hat.

## For the shop

new_order-subject = Neue Bestellung { $number }
new_order-preheader = Eingegangen am { $date }. Hier steht, was zu packen ist.
new_order-headline = Eine neue Bestellung
new_order-lead = Bestellung { $number } vom { $date } ist bestätigt und kann gepackt werden.
new_order-button = Bestellung ansehen
customer = Kunde
customer-email = E-Mail
customer-note = Anmerkung des Kunden
sku = Artikelnummer
trouble-withdrawal = Widerruf eingegangen
trouble-withdrawal-todo = Der Kunde hat den Vertrag auf der Bestellseite widerrufen und darüber eine E-Mail erhalten. Halten Sie das Paket zurück, wenn es noch nicht versandt ist, sagen Sie dem Kunden, wohin er die Artikel senden soll, und erstatten Sie innerhalb von 14 Tagen.
trouble-return_requested = Rückgabe angefragt
trouble-return_requested-todo = Entscheiden Sie darüber dort, wo Sie Rückgaben bearbeiten. Der Kunde weiß aus einer E-Mail, dass die Anfrage bei Ihnen eingegangen ist.
attention-subject = Bestellung { $number }: { $what }
attention-lead = Bestellung { $number } vom { $date } braucht Ihre Aufmerksamkeit.
attention-button = Bestellung ansehen
trouble-since = Seit dem
trouble-mark = Bewertung
trouble-words = Im Wortlaut
trouble-not_shipped = Nicht rechtzeitig versandt
trouble-not_shipped-todo = Versenden Sie die Bestellung oder schreiben Sie dem Kunden. Nach dem Doppelten Ihrer Versandfrist wird der Kunde automatisch benachrichtigt.
trouble-not_handed_over = Etikett erstellt, kein Scan
trouble-not_handed_over-todo = Prüfen Sie, ob das Paket übergeben wurde.
trouble-no_scan = Seit Tagen kein Scan
trouble-no_scan-todo = Fragen Sie den Paketdienst, wo das Paket ist. Nach doppelt so langer Zeit wird der Kunde automatisch benachrichtigt.
trouble-promise_at_risk = Zugesagter Liefertag gefährdet
trouble-promise_at_risk-todo = Das Paket ist für heute zugesagt und noch nicht in der Zustellung. Fragen Sie beim Paketdienst nach, wo es ist.
trouble-promise_passed = Zugesagter Liefertag ist vorbei
trouble-promise_passed-todo = Das Paket ist nicht wie zugesagt angekommen. Der Kunde wird am Morgen benachrichtigt.
trouble-payment_pending = Eine Zahlung dauert lange
trouble-payment_pending-todo = Prüfen Sie die Zahlung: Das Geld ist seit Tagen unterwegs.
trouble-payment_expired = Seit Langem nicht bezahlt
trouble-payment_expired-todo = Stornieren Sie die Bestellung oder fragen Sie beim Kunden nach.
trouble-held = Zahlung passt nicht
trouble-held-todo = Die Bestellung ist nicht bestätigt. Vergleichen Sie die Zahlung mit der Bestellung: Betrag und Währung.
trouble-pickup_waiting = Paket wird nicht abgeholt
trouble-pickup_waiting-todo = Das Paket geht bald zurück. Der Kunde wurde erinnert; vielleicht hilft ein Anruf.
trouble-refund_not_settled = Erstattung kommt nicht an
trouble-refund_not_settled-todo = Prüfen Sie die Erstattung beim Zahlungsanbieter: Sie ist angekündigt, aber nicht ausgeführt.
trouble-refund_failed = Erstattung gescheitert
trouble-refund_failed-todo = Erstatten Sie auf anderem Weg und benachrichtigen Sie den Kunden.
trouble-returning = Paket kommt zurück
trouble-returning-todo = Entscheiden Sie zwischen einem neuen Paket und einer Erstattung und benachrichtigen Sie den Kunden.
trouble-return_silent = Kein Scan auf dem Rückweg
trouble-return_silent-todo = Fragen Sie den Paketdienst, wo das Paket ist.
trouble-lost = Paket verloren gegangen
trouble-lost-todo = Melden Sie dem Paketdienst den Verlust und bieten Sie dem Kunden ein neues Paket oder eine Erstattung an.
trouble-problem = Paketdienst meldet Problem
trouble-problem-todo = Sehen Sie sich die Sendungsverfolgung an: Der Paketdienst braucht vielleicht eine Adresse, ein Dokument oder eine Entscheidung.
trouble-unreachable = Kunden-E-Mail unzustellbar
trouble-unreachable-todo = Fragen Sie den Kunden nach einer anderen Adresse, zum Beispiel telefonisch, und ändern Sie sie in der Bestellung. Der Kunde kann sie auch selbst auf der Bestellseite berichtigen; was zurückkam, wird dann automatisch noch einmal gesendet.
trouble-complaint = E-Mail als Spam gemeldet
trouble-complaint-todo = Der Kunde wird nichts mehr gefragt; Nachrichten zur Bestellung gehen weiterhin an ihn. Fragen Sie, ob etwas nicht stimmt.
trouble-correction_refused = E-Mail-Änderung abgelehnt
trouble-correction_refused-todo = Jemand hat auf der Bestellseite fünfmal versucht, die E-Mail-Adresse zu berichtigen, und kannte Postleitzahl und Telefonnummer nicht. Rufen Sie den Kunden an und ändern Sie die Adresse in der Bestellung. Die Seite nimmt keine Versuche mehr an.
trouble-unhappy = Kunde ist unzufrieden
trouble-unhappy-todo = Der Kunde hat eine schlechte Bewertung gegeben. Lesen Sie die Antwort und schreiben Sie oder rufen Sie an, solange es sich noch in Ordnung bringen lässt.

## Shipped

shipped-subject = Bestellung { $number } ist unterwegs
shipped-preheader = { $carrier } hat Ihr Paket, Sendungsnummer { $tracking }.
shipped-preheader-plain = Ihr Paket ist auf dem Weg zu Ihnen. Hier steht, was darin ist.
shipped-headline = Ihre Bestellung ist unterwegs
shipped-lead = Ihre Bestellung { $number } wurde am { $date } versandt.
shipped-part-subject = Ein Teil der Bestellung { $number } ist unterwegs
shipped-part-headline = Ein Teil Ihrer Bestellung ist unterwegs
shipped-part-lead = Ihr Paket zur Bestellung { $number } wurde am { $date } versandt.

## Another tracking number

number_changed-subject = Neue Sendungsnummer für Bestellung { $number }
number_changed-preheader = Bitte verfolgen Sie Ihr Paket ab jetzt unter { $tracking }.
number_changed-headline = Ihr Paket hat eine neue Sendungsnummer
number_changed-lead = Ihr Paket zur Bestellung { $number } hat jetzt die Sendungsnummer { $tracking }. Sie ersetzt die Nummer { $before }, die nicht mehr gilt.
number_changed-lead-many = Ihr Paket zur Bestellung { $number } hat jetzt die Sendungsnummer { $tracking }. Frühere Nummern gelten nicht mehr.
number_changed-first-subject = Sendungsnummer für Bestellung { $number }
number_changed-first-preheader = Sie können Ihr Paket jetzt unter der Nummer { $tracking } verfolgen.
number_changed-first-headline = Sie können Ihr Paket jetzt verfolgen
number_changed-first-lead = Ihr Paket zur Bestellung { $number } hat jetzt eine Sendungsnummer: { $tracking }.

## Out for delivery

out_for_delivery-subject = Bestellung { $number } wird zugestellt
out_for_delivery-preheader = Ihr Paket ist in der Zustellung und sollte am { $date } bei Ihnen sein.
out_for_delivery-headline = Ihr Paket wird zugestellt
out_for_delivery-lead = Ihr Paket zur Bestellung { $number } ist in der Zustellung und sollte am { $date } bei Ihnen sein.
out_for_delivery-part-subject = Ein Teil der Bestellung { $number } wird zugestellt

## Delivered

delivered-subject = Bestellung { $number } wurde zugestellt
delivered-preheader = Zugestellt am { $date }. Nicht da? Antworten Sie uns, wir gehen dem nach.
delivered-headline = Ihr Paket wurde zugestellt
delivered-lead = Ihr Paket zur Bestellung { $number } wurde laut Paketdienst am { $date } zugestellt.
delivered-missing = Nicht da? Vielleicht wurde es in der Nachbarschaft abgegeben oder an einem sicheren Ort abgelegt. Wenn Sie es nicht finden, antworten Sie auf diese E-Mail, und wir gehen dem nach.
delivered-part-subject = Ein Teil der Bestellung { $number } wurde zugestellt

## Delayed

delayed-subject = Bestellung { $number } verspätet sich
delayed-preheader = Ihr Paket verspätet sich. Es wird jetzt am { $date } erwartet.
delayed-preheader-unknown = Ihr Paket verspätet sich. Der Paketdienst hat noch keinen neuen Termin genannt.
delayed-headline = Ihr Paket verspätet sich
delayed-lead = Ihr Paket zur Bestellung { $number } verspätet sich. Das tut uns leid. Der Paketdienst rechnet jetzt mit der Zustellung am { $date }.
delayed-lead-unknown = Ihr Paket zur Bestellung { $number } verspätet sich. Das tut uns leid. Der Paketdienst hat noch keinen neuen Termin genannt; wir schreiben Ihnen, sobald es einen gibt.
delayed-choice = Wenn Sie nicht warten möchten, antworten Sie auf diese E-Mail: Wir finden mit Ihnen eine Lösung, und wenn die Bestellung Sie nicht mehr erreichen kann, erhalten Sie Ihr Geld zurück.
delayed-part-subject = Ein Teil der Bestellung { $number } verspätet sich
cause-carrier = Verzögerung beim Paketdienst
cause-weather = Schlechtes Wetter unterwegs
cause-customs = Das Paket ist beim Zoll
cause-silent = Der Paketdienst hat das Paket seit einigen Tagen nicht gescannt
cause-promise = Es ist nicht am zugesagten Tag angekommen

## Delivery was tried

delivery_attempted-subject = Bestellung { $number }: Zustellung hat nicht geklappt
delivery_attempted-preheader = Ihr Paket konnte am { $date } nicht übergeben werden. So geht es weiter.
delivery_attempted-headline = Ihr Paket konnte nicht übergeben werden
delivery_attempted-lead = Ihr Paket zur Bestellung { $number } sollte am { $date } zugestellt werden, konnte aber nicht übergeben werden.
delivery_attempted-next = Die meisten Paketdienste versuchen es am nächsten Werktag noch einmal oder hinterlegen das Paket an einer Abholstelle. Auf der Seite des Paketdienstes steht, wie es weitergeht, und oft können Sie dort einen anderen Tag oder Ort wählen.
tried-on = Zustellversuch am
attempt-recipient_absent = Niemand war da, um das Paket anzunehmen
attempt-address = Die Adresse wurde nicht gefunden
attempt-refused = Das Paket wurde an der Tür nicht angenommen
attempt-other = Der Paketdienst nennt keinen Grund

## A wrong address

address_problem-subject = Bestellung { $number }: Bitte Adresse prüfen
address_problem-preheader = Der Paketdienst kann Ihr Paket an die Adresse, die wir haben, nicht zustellen.
address_problem-headline = Wir brauchen Ihre Hilfe bei der Adresse
address_problem-lead = Ihr Paket zur Bestellung { $number } kann der Paketdienst an die Adresse unten nicht zustellen. Bitte antworten Sie so bald wie möglich mit der richtigen Adresse auf diese E-Mail.
address_problem-else = Wenn der Paketdienst die richtige Adresse nicht innerhalb weniger Tage erhält, geht das Paket an uns zurück.
address-we-have = Die Adresse, die wir haben

## On its way back, lost

returning-subject = Ein Paket zur Bestellung { $number } kommt zurück
returning-preheader = Der Paketdienst bringt Ihr Paket zu uns zurück. Sie entscheiden, wie es weitergeht.
returning-headline = Ihr Paket ist auf dem Rückweg zu uns
returning-lead = Ihr Paket zur Bestellung { $number } konnte nicht zugestellt werden; der Paketdienst bringt es zu uns zurück.
returning-choice = Sagen Sie uns, was Ihnen lieber ist: Wir können es noch einmal senden oder Ihnen das Geld zurückzahlen. Antworten Sie einfach auf diese E-Mail.
lost-subject = Paket zur Bestellung { $number } verloren gegangen
lost-preheader = Das tut uns leid. Sie haben die Wahl: ein neues Paket oder Ihr Geld zurück.
lost-headline = Ihr Paket ist leider verloren gegangen
lost-lead = Ihr Paket zur Bestellung { $number } ist laut Paketdienst verloren gegangen. Das hätte nicht passieren dürfen.
lost-choice = Sie haben die Wahl: Wir senden Ihnen ein neues Paket, wenn die Artikel noch vorrätig sind, oder Sie erhalten Ihr Geld zurück. Antworten Sie einfach auf diese E-Mail.

## Cancelled

cancelled-subject = Bestellung { $number } ist storniert
cancelled-headline = Ihre Bestellung ist storniert
cancelled-lead = Ihre Bestellung { $number } vom { $date } wurde storniert.
cancelled-preheader-free = Ihnen wurde nichts berechnet. Sie müssen nichts tun.
cancelled-free = Dafür wurde Ihnen nichts berechnet.
cancelled-preheader-reserved = Ihnen wurde nichts berechnet. Sie müssen nichts tun.
cancelled-reserved = Ihnen wurde nichts berechnet. Wenn Ihre Bank einen vorgemerkten Betrag anzeigt, gibt sie ihn von selbst wieder frei, meist innerhalb weniger Tage.
cancelled-preheader-refunded = Ihre Zahlung von { $paid } wurde erstattet. Sie müssen nichts tun.
cancelled-refunded = Ihre Zahlung von { $paid } wurde erstattet. Je nach Bank dauert es einige Werktage, bis das Geld bei Ihnen ist.
cancelled-preheader-partly = Bisher erstattet: { $refunded } von Ihrer Zahlung von { $paid }.
cancelled-partly = Sie haben { $paid } bezahlt, und wir haben davon bisher { $refunded } erstattet. Wenn Ihnen der Rest fehlt, antworten Sie auf diese E-Mail.
cancelled-preheader-paid = Sie haben { $paid } bezahlt. Das Geld wurde noch nicht erstattet.
cancelled-paid = Sie haben { $paid } dafür bezahlt; das Geld wurde noch nicht erstattet. Wenn Sie in den nächsten Tagen nichts von einer Erstattung hören, antworten Sie auf diese E-Mail.
cancelled-mistake = Wenn Sie das nicht erwartet haben, antworten Sie auf diese E-Mail.

## Refund

refund-subject = Erstattung für Bestellung { $number }
refund-preheader = Ihre Erstattung von { $amount } ist unterwegs und kommt in einigen Werktagen an.
refund-headline = Ihre Erstattung ist unterwegs
refund-lead = Ihre Zahlung von { $amount } für Bestellung { $number } haben wir vollständig erstattet. Je nach Bank dauert es einige Werktage, bis das Geld bei Ihnen ist.
refund-part-lead = Ihre Erstattung für Bestellung { $number } beträgt insgesamt { $amount }. Je nach Bank dauert es einige Werktage, bis das Geld bei Ihnen ist.

## A refund that failed

refund_failed-subject = Bestellung { $number }: Erstattung kam nicht an
refund_failed-preheader = Die Erstattung von { $amount } kam nicht an. Wir suchen einen anderen Weg.
refund_failed-headline = Ihre Erstattung konnte nicht ausgezahlt werden
refund_failed-lead = Ihre Erstattung von { $amount } für Bestellung { $number } ist zu uns zurückgekommen. Das passiert zum Beispiel, wenn eine Karte gesperrt oder ein Konto geschlossen wurde.
refund_failed-next = Wir suchen einen anderen Weg. Wenn Sie inzwischen eine andere Karte oder ein anderes Konto haben, antworten Sie auf diese E-Mail, aber senden Sie uns keine Kartennummern.

## Returns

return_requested-subject = Bestellung { $number }: Rückgabeanfrage eingegangen
return_requested-preheader = Wir melden uns, sobald entschieden ist. Bitte senden Sie vorher nichts zurück.
return_requested-headline = Ihre Rückgabeanfrage ist bei uns
return_requested-lead = Sie möchten Artikel aus Bestellung { $number } zurückgeben. Ihre Anfrage ist bei uns eingegangen, und wir schreiben Ihnen, sobald darüber entschieden ist.
return_requested-next = Bitte senden Sie vorher nichts zurück: Sie erfahren von uns, wohin die Artikel gehen sollen.
return_requested-mistake = Wenn Sie nicht darum gebeten haben, antworten Sie bitte auf diese E-Mail.
return_approved-subject = Bestellung { $number }: Rückgabe genehmigt
return_approved-preheader-label = Hier finden Sie Ihr Rücksendeetikett und was damit zu tun ist.
return_approved-preheader-address = Hier steht, wohin die Artikel gehen und was mit ins Paket gehört.
return_approved-preheader-written = Wir schreiben Ihnen noch, wie Sie die Artikel zurücksenden.
return_approved-headline = Sie können die Artikel zurücksenden
return_approved-lead = Ihre Rückgabe zur Bestellung { $number } ist genehmigt.
return_approved-label = Öffnen Sie das Etikett über die Schaltfläche, drucken Sie es aus und kleben Sie es auf das Paket. Geben Sie das Paket dann ab.
return_approved-address = Bitte senden Sie die Artikel an die unten stehende Adresse und legen Sie einen Zettel mit der Bestellnummer { $number } bei.
return_approved-written = Wir schreiben Ihnen noch, wie Sie die Artikel zurücksenden. Bitte senden Sie vorher nichts ab.
return_approved-deadline = Bitte senden Sie sie bis zum { $date } ab.
return_approved-proof = Bewahren Sie den Einlieferungsbeleg auf, bis Sie Ihr Geld zurückhaben.
return_declined-subject = Bestellung { $number }: Rückgabe nicht möglich
return_declined-preheader = Wir können die Artikel nicht zurücknehmen. Hier steht, warum und was Sie tun können.
return_declined-headline = Wir können Ihre Rückgabe nicht annehmen
return_declined-lead = Ihre Rückgabe zur Bestellung { $number } können wir leider nicht annehmen. Den Grund finden Sie unten.
return_declined-appeal = Wenn Sie das anders sehen oder ein Artikel einen Mangel hat, antworten Sie auf diese E-Mail: Wir lesen Ihre Antwort und prüfen den Fall noch einmal.
return_received-subject = Bestellung { $number }: Rücksendung eingegangen
return_received-preheader = Ihre Artikel sind bei uns angekommen. Wir schreiben Ihnen, wie es weitergeht.
return_received-preheader-refund = Sie erhalten { $amount } zurück. Wir schreiben Ihnen, wenn das Geld unterwegs ist.
return_received-headline = Ihre Rücksendung ist bei uns
return_received-lead = Ihre zurückgesandten Artikel aus Bestellung { $number } sind am { $date } bei uns eingegangen.
return_received-refund = Sie erhalten { $amount } zurück. Wir schreiben Ihnen noch einmal, wenn das Geld unterwegs ist.
return_received-checked = Wir haben sie geprüft und schreiben Ihnen, wie es weitergeht.
return_received-next = Wir prüfen sie jetzt und schreiben Ihnen dann, wie es weitergeht.
return_received-refused = Nicht alles konnten wir annehmen. Wenn Sie wissen möchten, warum, antworten Sie auf diese E-Mail.
return-number = Rückgabenummer
return-reason = Grund
return-items = Artikel dieser Rückgabe
return-send-by = Abzusenden bis
return-cost = Kosten
return-free = Für Sie kostenlos
return-address = Rücksendeadresse
return-label = Rücksendeetikett öffnen
return-declined = Grund der Ablehnung
return-late = Die Rückgabefrist ist abgelaufen
return-final_sale = Diese Artikel sind von der Rückgabe ausgeschlossen, wie beim Kauf angegeben
return-received-on = Eingegangen am
return-refund = Sie erhalten zurück
return-accepted = Angenommen
return-refused = Nicht angenommen

## Withdrawal from the contract

withdrawal-subject = Bestellung { $number }: Widerruf eingegangen
withdrawal-preheader = Eingegangen am { $time }. Diese E-Mail ist Ihr Nachweis.
withdrawal-headline = Ihr Widerruf ist bei uns eingegangen
withdrawal-lead = Sie haben uns mitgeteilt, dass Sie den Vertrag zur Bestellung { $number } widerrufen. Ihre Erklärung ist am { $time } bei uns eingegangen. Bitte bewahren Sie diese E-Mail als Nachweis auf.
withdrawal-next = Bitte senden Sie die Artikel innerhalb von 14 Tagen zurück, wenn Sie sie schon erhalten haben. Ihr Geld erhalten Sie innerhalb von 14 Tagen nach Ihrer Erklärung zurück, jedoch erst, wenn die Artikel oder ein Nachweis der Rücksendung bei uns eingegangen ist.
withdrawal-mistake = Wenn diese Erklärung nicht von Ihnen stammt, antworten Sie bitte sofort auf diese E-Mail.
withdrawal-reference = Vorgangsnummer
withdrawal-received = Eingegangen am
withdrawal-of = Widerruf betrifft
withdrawal-all = Die ganze Bestellung
withdrawal-words = In Ihren Worten

## The order page

page-title = Bestellung { $number }, { $shop }
page-skip = Zur Bestellung springen
page-headline-withdrawn = Diese Bestellung ist nicht mehr aktiv
page-headline-cancelled = Ihre Bestellung ist storniert
page-headline-refunded = Ihre Bestellung wurde erstattet
page-headline-payment-failed = Die Zahlung hat nicht geklappt
page-headline-awaiting-payment = Wir warten auf Ihre Zahlung
page-headline-confirmed = Ihre Bestellung ist bestätigt
page-headline-preparing = Ihre Bestellung wird vorbereitet
page-headline-partly-shipped = Ein Teil Ihrer Bestellung ist unterwegs
page-headline-shipped = Ihre Bestellung ist unterwegs
page-headline-out-for-delivery = Ihr Paket wird zugestellt
page-headline-needs-attention = Bei Ihrem Paket ist etwas zu klären
page-headline-partly-delivered = Ein Teil Ihrer Bestellung ist angekommen
page-headline-delivered = Ihre Bestellung ist angekommen
page-headline-returning = Ihr Paket ist auf dem Rückweg zum Shop
page-lead-due = Der Betrag von { $amount } ist noch zu bezahlen.
page-lead-failed = Der letzte Zahlungsversuch wurde nicht abgeschlossen. Sie können es mit derselben oder einer anderen Zahlungsart noch einmal versuchen.
page-lead-attention = Der Paketdienst braucht etwas oder konnte das Paket nicht übergeben. Mehr dazu steht unten im neuesten Eintrag.
page-as-of = Stand: { $time }.
page-timeline = Bisheriger Verlauf
page-placed = Bestellung aufgegeben
page-paid = Bezahlt
page-paid-amount = Bezahlt: { $amount }
page-pay-failed = Eine Zahlung wurde nicht abgeschlossen
page-shipped = Paket versandt
page-shipped-with = Paket mit { $carrier } versandt
page-cancelled = Bestellung storniert
page-refunded = Insgesamt erstattet: { $amount }
page-parcels = { $count ->
    [one] Ihr Paket
   *[other] Ihre Pakete
}
page-parcel = Paket { $number } von { $of }
page-parcel-one = Paket
page-items = Artikel
page-returns = Ihre Rückgaben
page-return-requested = Angefragt: Der Shop schreibt Ihnen
page-return-approved = Genehmigt: Wie Sie die Artikel zurücksenden, steht in der E-Mail dazu
page-return-declined = Nicht angenommen: Der Grund steht in der E-Mail dazu
page-return-received = Beim Shop eingegangen
page-return-closed = Abgeschlossen
page-paid-in-full = Vollständig bezahlt
page-nothing-due = Nichts zu bezahlen
page-not-charged = Ihnen wurde nichts berechnet.
page-going-to = Lieferung nach
page-help = Hilfe und Rückgabe
page-help-text = Fragen zu dieser Bestellung? { $shop } hilft Ihnen gern. Sie können auch auf jede E-Mail dazu antworten.
page-contact = Hilfe erhalten
page-shop = { $shop } besuchen
page-private = Diese Seite ist nur für Sie bestimmt. Wer den Link kennt, kann sie sehen; geben Sie ihn deshalb mit Bedacht weiter.
page-state-pre_transit = In Vorbereitung
page-state-accepted = Beim Paketdienst
page-state-in_transit = Unterwegs
page-state-exception = Aufgehalten
page-state-out_for_delivery = In der Zustellung
page-state-delivery_attempted = Zustellung versucht
page-state-available_for_pickup = Zur Abholung bereit
page-state-delivered = Zugestellt
page-state-return_to_sender = Auf dem Rückweg zum Shop
page-state-returned = Zurück beim Shop
page-state-lost = Beim Paketdienst verloren gegangen
page-state-expired = Keine Nachricht vom Paketdienst
page-state-cancelled = Versandetikett storniert
page-missing-title = Seite nicht gefunden
page-missing-headline = Wir konnten diese Seite nicht finden
page-missing-lead = Die Adresse ist vielleicht unvollständig oder veraltet. Öffnen Sie den Link in der neuesten E-Mail zu Ihrer Bestellung noch einmal oder antworten Sie darauf: Wir helfen Ihnen.
page-later-title = Gerade nicht verfügbar
page-later-headline = Diese Seite macht eine kurze Pause
page-later-lead = Ihre Bestellung ist davon nicht betroffen. Bitte versuchen Sie es in ein paar Minuten noch einmal.

## The order page: mail that comes back, and a corrected address

repair-title = Wir können Sie per E-Mail nicht erreichen
repair-lead = E-Mails an { $address } kommen zu uns zurück. Nachrichten zu dieser Bestellung kommen deshalb nicht bei Ihnen an.
repair-how = Sie können die Adresse hier berichtigen. Damit das niemand sonst kann, fragen wir nach zwei Angaben, die nur Sie kennen.
repair-which = Welche Adresse ist richtig?
repair-other = Eine andere Adresse
repair-email = Ihre E-Mail-Adresse
repair-postcode = Postleitzahl Ihrer Rechnungsadresse
repair-digits = Die letzten 4 Ziffern der Telefonnummer, die Sie bei der Bestellung angegeben haben
repair-send = Bestätigung anfordern
repair-why = Wir senden eine E-Mail an die neue Adresse. Erst wenn Sie die Adresse dort bestätigen, gehen Nachrichten zu dieser Bestellung dorthin, und was zurückkam, wird noch einmal gesendet.
repair-sent = Wenn beide Angaben zu dieser Bestellung passen, ist eine E-Mail an die neue Adresse unterwegs. Öffnen Sie innerhalb von 7 Tagen den Link darin, um die Adresse zu bestätigen. Nach einigen Minuten nichts da? Öffnen Sie diese Seite noch einmal.
repair-waiting = Wir haben eine E-Mail an { $address } gesendet. Öffnen Sie innerhalb von 7 Tagen den Link darin, um die Adresse zu bestätigen. Nichts da? Sehen Sie im Spam-Ordner nach oder berichtigen Sie die Adresse unten.
repair-shop = Bitte wenden Sie sich an den Shop, um die Adresse zu berichtigen.
repair-mistake-address = Bitte geben Sie eine andere Adresse ein als die, die nicht funktioniert, in der Form name@example.com.
repair-mistake-missing = Bitte geben Sie die Postleitzahl und die Ziffern ein.
repair-mistake-proof = Diese Angaben passen nicht zu dieser Bestellung. Insgesamt sind 5 Versuche möglich. Wenn Sie nicht sicher sind, wenden Sie sich an den Shop.
confirm-open-headline = Bestätigen Sie Ihre E-Mail-Adresse
confirm-open-lead = Soll { $shop } Nachrichten zu einer Bestellung an { $address } senden?
confirm-open-button = Ja, das ist meine Adresse
confirm-open-note = Wenn Sie dort nichts bestellt haben, schließen Sie diese Seite. Ohne Ihre Bestätigung wird nichts gesendet.
confirm-done-headline = Ihre Adresse ist bestätigt
confirm-done-lead = Vielen Dank. Von jetzt an schreibt { $shop } an { $address }. Was vorher nicht ankam, erhalten Sie in ein paar Minuten.
confirm-outdated-headline = Diese Adresse wird nicht mehr gebraucht
confirm-outdated-lead = Inzwischen wurde für diese Bestellung eine andere Adresse angegeben. Sie müssen nichts tun.

## The order page: answers

ask-csat-title = Wie zufrieden sind Sie mit dieser Bestellung?
ask-csat-lead = Wählen Sie eine Zahl. Sie wird gespeichert, wenn Sie auf die Schaltfläche klicken.
ask-csat-text = Möchten Sie etwas hinzufügen? (freiwillig)
ask-nps-title = Wie wahrscheinlich ist es, dass Sie uns im Freundeskreis weiterempfehlen?
ask-nps-lead = Wählen Sie eine Zahl. Sie wird gespeichert, wenn Sie auf die Schaltfläche klicken.
ask-nps-text = Was ist der wichtigste Grund? (freiwillig)
ask-review-title = Was halten Sie von dem, was Sie bestellt haben?
ask-review-lead = Ein paar Worte genügen. Sie werden gespeichert, wenn Sie auf die Schaltfläche klicken, und gehen an den Shop.
ask-review-text = Ihre Bewertung
ask-send = Absenden
ask-send-again = Antwort ändern
ask-saved = Vielen Dank, Ihre Antwort ist gespeichert.
ask-missing = Bitte geben Sie zuerst eine Antwort.

## The order page: withdrawal from the contract

withdraw-open = Vertrag widerrufen
withdraw-title = Vertrag widerrufen
withdraw-lead = Sie können den Vertrag zu dieser Bestellung bis zum { $date } ohne Angabe von Gründen widerrufen. Sie erhalten zum Nachweis eine E-Mail mit Datum und Uhrzeit.
withdraw-lead-early = Sie können den Vertrag zu dieser Bestellung ohne Angabe von Gründen widerrufen. Sie erhalten zum Nachweis eine E-Mail mit Datum und Uhrzeit.
withdraw-which = Welche Artikel?
withdraw-name = Ihr Name
withdraw-text = Möchten Sie etwas hinzufügen? (freiwillig)
withdraw-send = Widerruf bestätigen
withdraw-done = Wir haben Ihren Widerruf vom { $time } erhalten. Die E-Mail zum Nachweis ist unterwegs.
withdraw-missing = Bitte wählen Sie mindestens einen Artikel und geben Sie Ihren Namen ein.
withdraw-over = Die Widerrufsfrist ist abgelaufen. Bitte wenden Sie sich an den Shop.

## Asked no more

stop-title = Keine weiteren Fragen
stop-lead = Soll { $shop } Sie nicht mehr nach Bewertungen und Meinungen fragen? Nachrichten zu Ihren Bestellungen erhalten Sie weiterhin.
stop-button = Ja, nicht mehr fragen
stop-done-headline = Sie werden nicht mehr gefragt
stop-done-lead = { $shop } fragt Sie nicht mehr nach Bewertungen und Meinungen. Nachrichten zu Ihren Bestellungen erhalten Sie weiterhin.
stop-basket-title = Keine E-Mails zu Warenkörben mehr
stop-basket-lead = Soll { $shop } Ihnen nicht mehr zu Warenkörben schreiben und Sie nicht mehr nach Bewertungen und Meinungen fragen? Nachrichten zu Ihren Bestellungen erhalten Sie weiterhin.
stop-basket-button = Ja, keine solchen E-Mails mehr
stop-basket-done-headline = Sie erhalten keine solchen E-Mails mehr
stop-basket-done-lead = { $shop } schreibt Ihnen nicht mehr zu Warenkörben und fragt Sie nicht mehr nach Bewertungen und Meinungen. Nachrichten zu Ihren Bestellungen erhalten Sie weiterhin.
