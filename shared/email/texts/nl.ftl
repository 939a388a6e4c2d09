# Everything that customers read, in Dutch. Keys: <mail>-subject, -preheader, -headline, -lead; `page-` is the order page;
# the rest is shared. Amounts, dates and numbers arrive as they are to be shown.

## Shared

hello = Hallo { $name },
hello-nobody = Hallo,
order-number = Bestelling { $number }
colon = :{" "}
place = { $town }, { $country }
view-order = Bekijk je bestelling
pay-now = Nu betalen
pay-again = Opnieuw betalen
track-parcel = Volg het pakket bij { $carrier }
track-parcel-plain = Volg het pakket

item = Artikel
quantity = Aantal
price = Prijs
items-caption = { $count ->
    [one] 1 artikel in je bestelling
   *[other] { $shown } artikelen in je bestelling
}
items-more = { $count ->
    [one] En nog 1 artikel: zie je bestelpagina.
   *[other] En nog { $shown } artikelen: zie je bestelpagina.
}
subtotal = Subtotaal
discount = Korting
shipping = Verzendkosten
fees = Toeslagen
tax = Btw
rounding = Afronding en correcties
total = Totaal
tax-included = Inclusief { $amount } btw.

ship-to = Bezorgadres
ship-how = Bezorgwijze
payment = Betaling
paid-with = Betaalmethode
amount = Bedrag
paid-on = Betaald op
transaction = Transactie
due = Nog te betalen
carrier = Bezorgdienst
tracking-number = Track-and-tracenummer
number-before = Vorig nummer
expected = Verwachte bezorging
delivered-on = Bezorgd op
delivered-where = Bezorgd in
pickup-place = Afhaalpunt
new-date = Nieuwe bezorgdatum
date-unknown = Nog niet bekend
reason = Reden
refunded = Terugbetaald
kept = Betaald, min terugbetaling
ordered-total = Totaal van de bestelling

bill-to = Factuuradres
your-note = Je opmerking
promised = Bezorging uiterlijk op
refund-number = Nummer van de terugbetaling
unsubscribe = Geen vragen meer zoals deze
unsubscribe-basket = Geen e-mails meer zoals deze
why-unsubscribe = Je krijgt deze e-mail omdat je bij { $shop } hebt besteld. We vragen zelden iets en je kunt het op elk moment stopzetten.
why-abandoned = Je krijgt deze e-mail omdat je bij { $shop } een winkelmand hebt achtergelaten en akkoord bent gegaan met e-mails. Zulke e-mails krijg je zelden en je kunt ze op elk moment stopzetten.

method-card = { $brand } eindigend op { $last4 }
method-wallet = { $method } ({ $wallet })
method-card-plain = Betaalkaart
method-sepa_debit = SEPA-incasso
method-bank_transfer = Bankoverschrijving
method-bank_account = Bankrekening
method-cash_on_delivery = Betalen bij bezorging
method-cash = Contant
method-gift_card = Cadeaukaart
method-invoice = Op factuur

parcel-items = In dit pakket
basket-items = In je winkelmand
basket-more = De andere artikelen liggen ook in je winkelmand.
parcel-order = Alle artikelen van je bestelling
to-come = Volgt nog
parcel-of = Dit is pakket { $number } van { $of }.
parcel-part = Dit is een deel van je bestelling. De rest volgt in een ander pakket.

returns-title = Retourneren
returns-days = { $days ->
    [one] Je kunt artikelen binnen 1 dag na bezorging retourneren.
   *[other] Je kunt artikelen binnen { $shown } dagen na bezorging retourneren.
}
returns-until = Je kunt deze artikelen tot en met { $date } retourneren.
returns-link = Retourvoorwaarden

questions = Vragen? Beantwoord gewoon deze e-mail of schrijf naar { $address }.
help = Hulp
why = Je krijgt deze e-mail omdat je bij { $shop } hebt besteld. De e-mail gaat over deze bestelling en is geen reclame.

why-alert = Je krijgt deze e-mail omdat { $shop } hem laat sturen naar wie de bestellingen beheert.

## Received, not paid yet

received-subject = Bestelling { $number } ontvangen, nog te betalen
received-preheader = Je moet nog { $amount } betalen. We beginnen zodra je betaling binnen is.
received-headline = We hebben je bestelling ontvangen
received-lead = Bedankt voor bestelling { $number }. Je moet nog { $amount } betalen; zodra je betaling binnen is, gaan we met je bestelling aan de slag.
received-lead-partly = Bedankt voor bestelling { $number }. Tot nu toe hebben we { $paid } van { $total } ontvangen; je moet nog { $amount } betalen. Zodra alles betaald is, gaan we met je bestelling aan de slag.
received-method = Gekozen betaalmethode: { $method }.

## Confirmed

confirmed-subject = Bestelling { $number } is bevestigd
confirmed-preheader = Bedankt. Dit heb je besteld, dit kost het en zo gaat het verder.
confirmed-headline = Je bestelling is bevestigd
confirmed-lead = Bedankt voor bestelling { $number } van { $date }. We maken alles klaar en laten je weten wanneer het onderweg is.
confirmed-lead-plain = Bedankt voor bestelling { $number } van { $date }. Hieronder staat alles wat je hebt besteld.
confirmed-due = { $amount } betaal je later: { $method }.
confirmed-due-plain = Je moet nog { $amount } betalen.
confirmed-back-ordered = Een deel is nog niet op voorraad, zoals je hieronder ziet. Wil je liever niet wachten? Beantwoord dan deze e-mail: je kunt het kosteloos annuleren.

## Changed

edited-subject = Bestelling { $number } is gewijzigd
edited-preheader = Het totaal is nu { $total }. Zo ziet je bestelling er nu uit.
edited-headline = Je bestelling is gewijzigd
edited-lead = Bestelling { $number } van { $date } is gewijzigd. Hieronder staat je bestelling zoals die nu is.
edited-due = Je moet nog { $amount } betalen.
edited-over = Je hebt { $amount } meer betaald dan de bestelling nu kost. Hoor je binnen een paar dagen niets over een terugbetaling? Beantwoord dan deze e-mail.
edited-address = Het bezorgadres is veranderd. Controleer het hieronder.
edited-mistake = Heb je niet om deze wijziging gevraagd? Beantwoord dan deze e-mail.
changes = Wat er is veranderd
change-added = Toegevoegd: { $item }
change-removed = Verwijderd: { $item }
change-quantity = Gewijzigd: { $item }, nu { $now } in plaats van { $before }
total-before = Vorig totaal
total-now = Nieuw totaal

## On hold

on_hold-subject = Bestelling { $number } staat in de wacht
on_hold-preheader = We moeten eerst iets controleren. Je hoort van ons zodra het verdergaat.
on_hold-headline = Je bestelling staat even in de wacht
on_hold-lead = Bestelling { $number } van { $date } staat in de wacht omdat eerst iets moet worden gecontroleerd. Je hoeft niets te doen, tenzij we je iets vragen. Je hoort van ons zodra het verdergaat.
on_hold-choice = Wil je liever niet wachten? Beantwoord dan deze e-mail. Je kunt kosteloos annuleren.

## Receipt

receipt-subject = Betaalbewijs voor bestelling { $number }
receipt-preheader = We hebben je betaling van { $amount } ontvangen. Bedankt.
receipt-headline = Bedankt voor je betaling
receipt-lead = We hebben je betaling van { $amount } voor bestelling { $number } ontvangen. Bewaar deze e-mail voor je administratie.
receipt-extra-subject = Nog een betaling voor bestelling { $number }
receipt-extra-preheader = We hebben nog een betaling van { $amount } voor deze bestelling ontvangen.
receipt-extra-headline = We hebben nog een betaling ontvangen
receipt-extra-lead = We hebben nog een betaling van { $amount } voor bestelling { $number } ontvangen, naast de betaling waarmee alles al betaald was. Wilde je niet nog eens betalen? Beantwoord dan deze e-mail; de winkel lost het op.

## Payment failed

payment_failed-subject = Betaling van bestelling { $number } is niet gelukt
payment_failed-preheader = Je bestelling blijft staan. Je kunt opnieuw betalen, ook op een andere manier.
payment_failed-headline = De betaling is niet gelukt
payment_failed-lead = De betaling van { $amount } voor bestelling { $number } is niet voltooid. Dat kan allerlei onschuldige redenen hebben. Je bestelling blijft staan en je kunt het opnieuw proberen, met dezelfde of een andere betaalmethode.
payment_failed-lead-no-link = De betaling van { $amount } voor bestelling { $number } is niet voltooid. Dat kan allerlei onschuldige redenen hebben. Je bestelling blijft staan; beantwoord deze e-mail als je op een andere manier wilt betalen.

## Still not paid

payment_reminder-subject = Bestelling { $number } wacht op je betaling
payment_reminder-preheader = Je moet nog { $amount } betalen. Net betaald? Dan hoef je niets te doen.
payment_reminder-headline = Je bestelling wacht op je betaling
payment_reminder-lead = Bedankt voor je bestelling { $number } van { $date }. Je moet nog { $amount } betalen; zodra je betaling binnen is, gaan we aan de slag. Heb je net betaald? Dan hoef je niets te doen.
payment_expired-subject = Bestelling { $number } is niet betaald
payment_expired-preheader = We hebben voor deze bestelling geen betaling ontvangen. Er is niets afgeschreven.
payment_expired-headline = We hebben je betaling niet ontvangen
payment_expired-lead = We hebben de betaling van { $amount } voor bestelling { $number } van { $date } niet ontvangen en houden de artikelen daarom niet langer voor je vast. Er is niets afgeschreven. Wil je ze nog hebben? Betaal dan nu of bestel opnieuw. Heb je al betaald? Beantwoord dan deze e-mail.

## Not in stock

back_ordered-subject = Bestelling { $number }: niet alles op voorraad
back_ordered-preheader = Een deel is nog niet op voorraad. Je kunt wachten of kosteloos annuleren.
back_ordered-headline = Een deel van je bestelling is niet op voorraad
back_ordered-lead = Het spijt ons: een deel van bestelling { $number } van { $date } is nu niet op voorraad. Hieronder zie je wat er ontbreekt en wanneer we het verwachten.
back_ordered-unknown = Is er nog geen datum bekend? Zodra die er is, staat die op je bestelpagina.
back_ordered-others = De andere artikelen van je bestelling zijn op voorraad.
back_ordered-choice = Wil je liever niet wachten? Beantwoord dan deze e-mail: je kunt deze artikelen, of de hele bestelling, kosteloos annuleren en krijgt alles terug wat je ervoor hebt betaald.
back-ordered-items = Nog niet op voorraad
back-ordered = Nog niet op voorraad, verwacht op { $date }
back-ordered-unknown = Nog niet op voorraad, datum nog niet bekend
back-ordered-some = { $shown } daarvan nog niet op voorraad, verwacht op { $date }
back-ordered-some-unknown = { $shown } daarvan nog niet op voorraad, datum nog niet bekend

## Not shipped in time

late_to_ship-subject = Bestelling { $number } duurt langer dan gepland
late_to_ship-preheader = Je bestelling is nog niet onderweg. Je kunt wachten of kosteloos annuleren.
late_to_ship-headline = We zijn te laat met je bestelling
late_to_ship-lead = Het spijt ons: bestelling { $number } van { $date } had al onderweg moeten zijn, maar is dat nog niet. Je hoort van ons zodra het zover is. Wil je liever niet wachten? Beantwoord dan deze e-mail: je kunt kosteloos annuleren en krijgt al je geld terug.

## Waiting to be fetched

ready_for_pickup-subject = Bestelling { $number } ligt klaar om op te halen
ready_for_pickup-preheader = Je pakket ligt sinds { $date } voor je klaar.
ready_for_pickup-headline = Je pakket ligt klaar om op te halen
ready_for_pickup-lead = Het pakket van bestelling { $number } ligt sinds { $date } voor je klaar. Neem het track-and-tracenummer en een identiteitsbewijs mee. Pakketten die niemand ophaalt, komen terug naar ons.
pickup_waiting-subject = Bestelling { $number }: je pakket ligt nog klaar
pickup_waiting-preheader = Haal het snel op: pakketten die niemand ophaalt, komen terug naar ons.
pickup_waiting-headline = Je pakket ligt nog voor je klaar
pickup_waiting-lead = Het pakket van bestelling { $number } ligt sinds { $date } voor je klaar. Haal het snel op: pakketten die niemand ophaalt, komen terug naar ons.

## After delivery

follow_up-subject = Over bestelling { $number }
follow_up-preheader = Is er iets niet in orde? Antwoord gewoon: iemand leest het.
follow_up-headline = Is alles goed?
follow_up-lead = Je bestelling { $number } is op { $date } aangekomen. Ontbreekt er iets, is er iets beschadigd of onduidelijk? Beantwoord dan deze e-mail: iemand leest het en helpt je. Is alles in orde? Dan hoef je niets te doen.
csat-subject = Bestelling { $number }: hoe tevreden je bent
csat-preheader = Eén vraag die minder dan een minuut kost. Bedankt voor je antwoord.
csat-headline = Hoe tevreden ben je?
csat-lead = Je bestelling { $number } is op { $date } aangekomen. Hoe tevreden ben je ermee, op een schaal van 1 tot en met 5? Je antwoord wordt pas opgeslagen als je het verstuurt op de pagina die opengaat.
csat-button = Beantwoord de vraag
csat-lowest = 1: helemaal niet tevreden
csat-highest = 5: zeer tevreden
nps-subject = Bestelling { $number }: één vraag over ons
nps-preheader = Eén vraag over bestelling { $number } die minder dan een minuut kost.
nps-headline = Zou je ons aanraden?
nps-lead = Je bestelling { $number } is op { $date } aangekomen. Hoe waarschijnlijk is het, op een schaal van 0 tot en met 10, dat je ons aan vrienden aanraadt? Je antwoord wordt pas opgeslagen als je het verstuurt op de pagina die opengaat.
nps-button = Beantwoord de vraag
nps-lowest = 0: helemaal niet waarschijnlijk
nps-highest = 10: zeer waarschijnlijk
review-subject = Bestelling { $number }: jouw mening
review-preheader = Een paar woorden over bestelling { $number } helpen anderen kiezen.
review-headline = Wat vind je ervan?
review-lead = Je bestelling { $number } is op { $date } aangekomen. Een paar woorden over wat je goed of niet goed vindt, helpen anderen kiezen. Wat je schrijft, wordt pas opgeslagen als je het verstuurt op de pagina die opengaat.
review-button = Schrijf een beoordeling

## A basket that was left

abandoned-subject = Je winkelmand bij { $shop } is er nog
abandoned-preheader = Er is niets besteld en niets afgeschreven. Je kunt verder waar je was gebleven.
abandoned-headline = Je winkelmand is er nog
abandoned-lead = Op { $date } heb je bij { $shop } de artikelen hieronder in je winkelmand gelegd, maar niet besteld. Er is niets afgeschreven. Wil je ze nog? Dan kun je verder waar je was gebleven.
abandoned-choice = Werkte er iets niet? Beantwoord dan deze e-mail: iemand leest het. Wil je de artikelen niet meer? Dan hoef je niets te doen. Over deze winkelmand schrijven we je alleen deze ene keer.
abandoned-button = Terug naar je winkelmand

## A corrected address

confirm_address-subject = Bevestig je e-mailadres
confirm_address-preheader = Eén klik en { $shop } kan je op dit adres bereiken.
confirm_address-headline = Bevestig je e-mailadres
confirm_address-lead = Iemand heeft dit adres opgegeven zodat { $shop } hier berichten over een bestelling naartoe kan sturen. Was jij dat? Open dan binnen 7 dagen de pagina achter deze knop en bevestig het adres daar.
confirm_address-not-you = Was jij het niet? Dan hoef je niets te doen: zonder jouw bevestiging sturen we hier niets naartoe.
confirm_address-button = Bevestig dit adres
why-confirm = Je krijgt deze e-mail omdat iemand dit adres heeft ingevuld op een pagina van { $shop }.

## For the shop

new_order-subject = Nieuwe bestelling { $number }
new_order-preheader = Geplaatst op { $date }. Dit moet worden ingepakt.
new_order-headline = Een nieuwe bestelling
new_order-lead = Bestelling { $number } van { $date } is bevestigd en kan worden ingepakt.
new_order-button = Bekijk de bestelling
customer = Klant
customer-email = E-mail
customer-note = Opmerking van de klant
sku = SKU
trouble-withdrawal = De klant herroept
trouble-withdrawal-todo = De klant heeft de overeenkomst op de bestelpagina herroepen en heeft daarvan een e-mail gekregen. Houd het pakket tegen als het nog niet weg is, laat de klant weten waar de artikelen naartoe moeten en betaal binnen 14 dagen terug.
trouble-return_requested = Een klant wil iets terugsturen
trouble-return_requested-todo = Neem de beslissing op de plek waar je retouren afhandelt. De klant heeft per e-mail bericht gekregen dat het verzoek bij je binnen is.
attention-subject = Bestelling { $number }: { $what }
attention-lead = Iemand moet naar bestelling { $number } van { $date } kijken.
attention-button = Bekijk de bestelling
trouble-since = Sinds
trouble-mark = Cijfer
trouble-words = In eigen woorden
trouble-not_shipped = Niet op tijd verzonden
trouble-not_shipped-todo = Verzend de bestelling of neem contact op met de klant. Na twee keer je verzendtijd krijgt de klant automatisch bericht.
trouble-not_handed_over = Label klaar, niet gescand
trouble-not_handed_over-todo = Controleer of het pakket is overgedragen.
trouble-no_scan = Al dagen geen scan
trouble-no_scan-todo = Vraag de bezorgdienst waar het pakket is. Na twee keer deze tijd krijgt de klant automatisch bericht.
trouble-promise_at_risk = Beloofde dag onzeker
trouble-promise_at_risk-todo = Het pakket is voor vandaag beloofd en is nog niet bij de bezorger. Vraag de bezorgdienst waar het is.
trouble-promise_passed = Beloofde dag voorbij
trouble-promise_passed-todo = Het pakket is niet gekomen zoals beloofd. De klant krijgt in de ochtend bericht.
trouble-payment_pending = Betaling duurt lang
trouble-payment_pending-todo = Bekijk de betaling: het geld is al dagen onderweg.
trouble-payment_expired = Al lang niet betaald
trouble-payment_expired-todo = Annuleer de bestelling of vraag de klant ernaar.
trouble-held = Betaling klopt niet
trouble-held-todo = De bestelling is niet bevestigd. Vergelijk de betaling met de bestelling: bedrag en valuta.
trouble-pickup_waiting = Niemand haalt het pakket op
trouble-pickup_waiting-todo = Het pakket gaat binnenkort terug. De klant heeft een herinnering gekregen; misschien wil je bellen.
trouble-refund_not_settled = Terugbetaling komt niet aan
trouble-refund_not_settled-todo = Bekijk de terugbetaling bij de betaaldienst: die is aangekondigd, maar niet uitgevoerd.
trouble-refund_failed = Terugbetaling mislukt
trouble-refund_failed-todo = Betaal op een andere manier terug en laat het de klant weten.
trouble-returning = Pakket komt terug
trouble-returning-todo = Kies tussen een nieuw pakket en een terugbetaling en laat het de klant weten.
trouble-return_silent = Pakket op terugweg: geen scan
trouble-return_silent-todo = Vraag de bezorgdienst waar het pakket is.
trouble-lost = Bezorgdienst is pakket kwijt
trouble-lost-todo = Dien een claim in bij de bezorgdienst en bied de klant een nieuw pakket of een terugbetaling aan.
trouble-problem = Bezorgdienst meldt probleem
trouble-problem-todo = Bekijk de track-and-trace: misschien heeft de bezorgdienst een adres, een document of een beslissing nodig.
trouble-unreachable = E-mail aan klant komt terug
trouble-unreachable-todo = Vraag de klant om een ander adres, bijvoorbeeld per telefoon, en wijzig het in de bestelling. De klant kan het ook op de bestelpagina verbeteren; wat terugkwam, wordt dan automatisch opnieuw verstuurd.
trouble-complaint = E-mail als ongewenst gemeld
trouble-complaint-todo = De klant krijgt geen vragen meer; berichten over de bestelling worden nog wel verstuurd. Vraag of er iets niet in orde is.
trouble-correction_refused = E-mailcorrectie geweigerd
trouble-correction_refused-todo = Iemand heeft vijf keer geprobeerd het e-mailadres op de bestelpagina te verbeteren, zonder de postcode en het telefoonnummer te kennen. Bel de klant en wijzig het adres in de bestelling. De pagina accepteert geen pogingen meer.
trouble-unhappy = De klant is ontevreden
trouble-unhappy-todo = De klant heeft een laag cijfer gegeven. Lees het antwoord en mail of bel zolang het nog goed te maken is.

## Shipped

shipped-subject = Bestelling { $number } is onderweg
shipped-preheader = { $carrier } heeft je pakket, nummer { $tracking }.
shipped-preheader-plain = Je pakket is bij ons vertrokken. Dit zit erin.
shipped-headline = Je bestelling is onderweg
shipped-lead = Bestelling { $number } is op { $date } verzonden.
shipped-part-subject = Een deel van bestelling { $number } is onderweg
shipped-part-headline = Een deel van je bestelling is onderweg
shipped-part-lead = Een pakket van bestelling { $number } is op { $date } verzonden.

## Another tracking number

number_changed-subject = Bestelling { $number }: nieuw track-and-tracenummer
number_changed-preheader = Gebruik voortaan { $tracking } om je pakket te volgen.
number_changed-headline = Je pakket heeft een nieuw track-and-tracenummer
number_changed-lead = Het pakket van bestelling { $number } heeft nu nummer { $tracking }. Dat vervangt { $before }; dat oude nummer heb je niet meer nodig.
number_changed-lead-many = Het pakket van bestelling { $number } heeft nu nummer { $tracking }. Eerdere nummers gelden niet meer.
number_changed-first-subject = Bestelling { $number }: track-and-tracenummer
number_changed-first-preheader = Je kunt je pakket nu volgen met nummer { $tracking }.
number_changed-first-headline = Je kunt je pakket nu volgen
number_changed-first-lead = Het pakket van bestelling { $number } heeft nu een track-and-tracenummer: { $tracking }.

## Out for delivery

out_for_delivery-subject = Bestelling { $number } wordt bezorgd
out_for_delivery-preheader = De bezorger heeft je pakket en komt naar verwachting op { $date }.
out_for_delivery-headline = De bezorger is onderweg met je pakket
out_for_delivery-lead = De bezorger heeft het pakket van bestelling { $number } ingeladen en komt naar verwachting op { $date }.
out_for_delivery-part-subject = Een pakket van bestelling { $number } wordt bezorgd

## Delivered

delivered-subject = Bestelling { $number } is bezorgd
delivered-preheader = Bezorgd op { $date }. Niet gevonden? Beantwoord deze e-mail en we zoeken het uit.
delivered-headline = Je pakket is bezorgd
delivered-lead = De bezorgdienst meldt dat het pakket van bestelling { $number } op { $date } is bezorgd.
delivered-missing = Niet gevonden? Misschien ligt het bij de buren of op een veilige plek. Kun je het niet vinden? Beantwoord dan deze e-mail en we zoeken het uit.
delivered-part-subject = Een pakket van bestelling { $number } is bezorgd

## Delayed

delayed-subject = Bestelling { $number } is vertraagd
delayed-preheader = Je pakket is vertraagd. Het wordt nu verwacht op { $date }.
delayed-preheader-unknown = Je pakket is vertraagd. De bezorgdienst noemt nog geen nieuwe datum.
delayed-headline = Je pakket is vertraagd
delayed-lead = Het spijt ons: het pakket van bestelling { $number } is vertraagd. De bezorgdienst verwacht het nu op { $date } te bezorgen.
delayed-lead-unknown = Het spijt ons: het pakket van bestelling { $number } is vertraagd. De bezorgdienst noemt nog geen nieuwe datum; je hoort van ons zodra die er is.
delayed-choice = Wil je liever niet wachten? Beantwoord dan deze e-mail: we zoeken samen een oplossing, en als de bestelling je niet meer kan bereiken, krijg je je geld terug.
delayed-part-subject = Een pakket van bestelling { $number } is vertraagd
cause-carrier = Vertraging bij de bezorgdienst
cause-weather = Slecht weer onderweg
cause-customs = Het pakket ligt bij de douane
cause-silent = De bezorgdienst heeft het pakket al enkele dagen niet gescand
cause-promise = Het is niet op de beloofde dag aangekomen

## Delivery was tried

delivery_attempted-subject = Bestelling { $number }: bezorging niet gelukt
delivery_attempted-preheader = De bezorger kon je pakket op { $date } niet afgeven. Zo gaat het verder.
delivery_attempted-headline = De bezorger kon je pakket niet afgeven
delivery_attempted-lead = De bezorgdienst heeft op { $date } geprobeerd het pakket van bestelling { $number } te bezorgen, maar kon het niet afgeven.
delivery_attempted-next = Meestal probeert de bezorgdienst het de volgende werkdag opnieuw of brengt het pakket naar een afhaalpunt. Op de pagina van de bezorgdienst staat hoe het verdergaat; vaak kun je daar een andere dag of plek kiezen.
tried-on = Geprobeerd op
attempt-recipient_absent = Er was niemand om het pakket aan te nemen
attempt-address = Het adres was niet te vinden
attempt-refused = Het pakket is aan de deur niet aangenomen
attempt-other = De bezorgdienst noemt geen reden

## A wrong address

address_problem-subject = Bestelling { $number }: controleer het adres
address_problem-preheader = De bezorgdienst kan je pakket niet bezorgen op het adres dat we hebben.
address_problem-headline = We hebben je hulp nodig met het adres
address_problem-lead = De bezorgdienst kan het pakket van bestelling { $number } niet bezorgen op het adres hieronder. Beantwoord deze e-mail zo snel mogelijk met het juiste adres.
address_problem-else = Als de bezorgdienst het juiste adres niet binnen een paar dagen krijgt, gaat het pakket terug naar ons.
address-we-have = Het adres dat we hebben

## On its way back, lost

returning-subject = Een pakket van bestelling { $number } komt terug
returning-preheader = De bezorgdienst brengt je pakket naar ons terug. Jij kiest hoe het verdergaat.
returning-headline = Je pakket is op weg terug naar ons
returning-lead = De bezorgdienst kon het pakket van bestelling { $number } niet bezorgen en brengt het naar ons terug.
returning-choice = Laat ons weten wat je wilt: we kunnen het opnieuw versturen of je geld teruggeven. Beantwoord gewoon deze e-mail.
lost-subject = Het pakket van bestelling { $number } is kwijtgeraakt
lost-preheader = Het spijt ons. Je kunt kiezen: een nieuw pakket of je geld terug.
lost-headline = Het spijt ons: je pakket is kwijtgeraakt
lost-lead = De bezorgdienst laat ons weten dat het pakket van bestelling { $number } is kwijtgeraakt. Dat had niet mogen gebeuren.
lost-choice = Jij kiest: we sturen je een nieuw pakket als de artikelen nog op voorraad zijn, of je krijgt je geld terug. Beantwoord gewoon deze e-mail.

## Cancelled

cancelled-subject = Bestelling { $number } is geannuleerd
cancelled-headline = Je bestelling is geannuleerd
cancelled-lead = Bestelling { $number } van { $date } is geannuleerd.
cancelled-preheader-free = Er is niets afgeschreven. Je hoeft niets te doen.
cancelled-free = Er is niets afgeschreven.
cancelled-preheader-reserved = Er is niets afgeschreven. Je hoeft niets te doen.
cancelled-reserved = Er is niets afgeschreven. Toont je bank een gereserveerd bedrag? Dat komt vanzelf weer vrij, meestal binnen een paar dagen.
cancelled-preheader-refunded = Je betaling van { $paid } is terugbetaald. Je hoeft niets te doen.
cancelled-refunded = Je betaling van { $paid } is terugbetaald. Afhankelijk van je bank duurt het een paar werkdagen voordat je het geld hebt.
cancelled-preheader-partly = Van je betaling van { $paid } is tot nu toe { $refunded } terugbetaald.
cancelled-partly = Je hebt { $paid } betaald en daarvan is tot nu toe { $refunded } terugbetaald. Mis je de rest? Beantwoord dan deze e-mail.
cancelled-preheader-paid = Je hebt { $paid } betaald. Dat is nog niet terugbetaald.
cancelled-paid = Je hebt er { $paid } voor betaald en dat is nog niet terugbetaald. Hoor je binnen een paar dagen niets over een terugbetaling? Beantwoord dan deze e-mail.
cancelled-mistake = Had je dit niet verwacht? Beantwoord dan deze e-mail.

## Refund

refund-subject = Terugbetaling voor bestelling { $number }
refund-preheader = We hebben { $amount } terugbetaald. Binnen een paar werkdagen heb je het terug.
refund-headline = Je terugbetaling is onderweg
refund-lead = We hebben je hele betaling van { $amount } voor bestelling { $number } terugbetaald. Afhankelijk van je bank duurt het een paar werkdagen voordat je het geld hebt.
refund-part-lead = We hebben voor bestelling { $number } in totaal { $amount } terugbetaald. Afhankelijk van je bank duurt het een paar werkdagen voordat je het geld hebt.

## A refund that failed

refund_failed-subject = Bestelling { $number }: terugbetaling mislukt
refund_failed-preheader = We konden { $amount } niet aan je terugbetalen. We zoeken een andere manier.
refund_failed-headline = De terugbetaling is niet gelukt
refund_failed-lead = We hebben geprobeerd { $amount } voor bestelling { $number } aan je terug te betalen, maar het geld kwam bij ons terug. Dat gebeurt bijvoorbeeld als een kaart of rekening niet meer bestaat.
refund_failed-next = We zoeken een andere manier. Heb je nu een andere kaart of rekening? Beantwoord dan deze e-mail, maar stuur ons geen kaartnummers.

## Returns

return_requested-subject = Bestelling { $number }: retourverzoek ontvangen
return_requested-preheader = Je hoort van ons zodra we hebben beslist. Stuur tot die tijd niets terug.
return_requested-headline = We hebben je retourverzoek ontvangen
return_requested-lead = Je wilt artikelen uit bestelling { $number } terugsturen. Je verzoek is binnen en je hoort van ons zodra we hebben beslist.
return_requested-next = Stuur tot die tijd niets terug: we laten je weten waar de artikelen naartoe moeten.
return_requested-mistake = Heb je hier niet om gevraagd? Beantwoord dan deze e-mail.
return_approved-subject = Bestelling { $number }: retour goedgekeurd
return_approved-preheader-label = Hier vind je je retourlabel en wat je ermee moet doen.
return_approved-preheader-address = Hier staat waar de artikelen naartoe moeten en wat er bij moet.
return_approved-preheader-written = We laten je nog weten hoe je de artikelen kunt terugsturen.
return_approved-headline = Je kunt de artikelen terugsturen
return_approved-lead = Je retour van bestelling { $number } is goedgekeurd.
return_approved-label = Open het label met de knop, print het en plak het op het pakket. Lever het pakket daarna in.
return_approved-address = Stuur de artikelen naar het adres hieronder en doe er een briefje met bestelnummer { $number } bij.
return_approved-written = We laten je nog weten hoe je de artikelen kunt terugsturen. Stuur tot die tijd niets op.
return_approved-deadline = Stuur ze uiterlijk op { $date } terug.
return_approved-proof = Bewaar het verzendbewijs tot je je geld terug hebt.
return_declined-subject = Bestelling { $number }: retour niet mogelijk
return_declined-preheader = We kunnen de artikelen niet terugnemen. Hier staat waarom, en wat je kunt doen.
return_declined-headline = We kunnen je retour niet accepteren
return_declined-lead = Het spijt ons: we kunnen je retour van bestelling { $number } niet accepteren. De reden vind je hieronder.
return_declined-appeal = Ben je het er niet mee eens, of is een artikel defect? Beantwoord dan deze e-mail: we lezen je antwoord en kijken er opnieuw naar.
return_received-subject = Bestelling { $number }: retour ontvangen
return_received-preheader = Je artikelen zijn bij ons aangekomen. Je hoort van ons hoe het verdergaat.
return_received-preheader-refund = Je krijgt { $amount } terug. Je hoort van ons zodra het geld onderweg is.
return_received-headline = We hebben je retour ontvangen
return_received-lead = De artikelen die je uit bestelling { $number } hebt teruggestuurd, zijn op { $date } bij ons aangekomen.
return_received-refund = Je krijgt { $amount } terug. Je hoort opnieuw van ons zodra het geld onderweg is.
return_received-checked = We hebben ze bekeken, en je hoort van ons hoe het verdergaat.
return_received-next = We bekijken ze nu, en daarna hoor je van ons hoe het verdergaat.
return_received-refused = We konden niet alles accepteren. Wil je weten waarom? Beantwoord dan deze e-mail.
return-number = Retournummer
return-reason = Reden
return-items = Artikelen van deze retour
return-send-by = Uiterlijk terugsturen op
return-cost = Kosten
return-free = Gratis
return-address = Retouradres
return-label = Open het retourlabel
return-declined = Reden van weigering
return-late = De retourtermijn is voorbij
return-final_sale = Deze artikelen kunnen niet worden geretourneerd, zoals bij de aankoop vermeld
return-received-on = Ontvangen op
return-refund = Je krijgt terug
return-accepted = Geaccepteerd
return-refused = Niet geaccepteerd

## Withdrawal from the contract

withdrawal-subject = Bestelling { $number }: herroeping ontvangen
withdrawal-preheader = Ontvangen op { $time }. Bewaar deze e-mail als bewijs.
withdrawal-headline = We hebben je herroeping ontvangen
withdrawal-lead = Je hebt ons laten weten dat je de overeenkomst voor bestelling { $number } herroept. We hebben je verklaring ontvangen op { $time }. Bewaar deze e-mail als bewijs.
withdrawal-next = Heb je de artikelen al ontvangen? Stuur ze dan binnen 14 dagen terug. Je krijgt je geld terug binnen 14 dagen na je verklaring, maar niet voordat we de artikelen hebben ontvangen of een bewijs dat je ze hebt teruggestuurd.
withdrawal-mistake = Is deze verklaring niet van jou? Beantwoord dan meteen deze e-mail.
withdrawal-reference = Referentie
withdrawal-received = Ontvangen op
withdrawal-of = Herroeping van
withdrawal-all = De hele bestelling
withdrawal-words = In je eigen woorden

## The order page

page-title = Bestelling { $number }, { $shop }
page-skip = Naar de bestelling
page-headline-withdrawn = Deze bestelling is niet meer actief
page-headline-cancelled = Je bestelling is geannuleerd
page-headline-refunded = Je bestelling is terugbetaald
page-headline-payment-failed = De betaling is niet gelukt
page-headline-awaiting-payment = We wachten op je betaling
page-headline-confirmed = Je bestelling is bevestigd
page-headline-preparing = We maken je bestelling klaar
page-headline-partly-shipped = Een deel van je bestelling is onderweg
page-headline-shipped = Je bestelling is onderweg
page-headline-out-for-delivery = De bezorger is onderweg met je pakket
page-headline-needs-attention = Je pakket heeft aandacht nodig
page-headline-partly-delivered = Een deel van je bestelling is aangekomen
page-headline-delivered = Je bestelling is aangekomen
page-headline-returning = Je pakket is op weg terug naar de winkel
page-lead-due = Je moet nog { $amount } betalen.
page-lead-failed = De laatste poging om te betalen is niet voltooid. Je kunt het opnieuw proberen, met dezelfde of een andere betaalmethode.
page-lead-attention = De bezorgdienst heeft iets nodig of kon het pakket niet afgeven. De nieuwste melding hieronder zegt meer.
page-as-of = Bijgewerkt op { $time }.
page-timeline = Wat er tot nu toe is gebeurd
page-placed = Bestelling geplaatst
page-paid = Betaald
page-paid-amount = Betaald: { $amount }
page-pay-failed = Een betaling is niet voltooid
page-shipped = Pakket verzonden
page-shipped-with = Pakket verzonden met { $carrier }
page-cancelled = Bestelling geannuleerd
page-refunded = In totaal terugbetaald: { $amount }
page-parcels = { $count ->
    [one] Je pakket
   *[other] Je pakketten
}
page-parcel = Pakket { $number } van { $of }
page-parcel-one = Pakket
page-items = Artikelen
page-returns = Je retouren
page-return-requested = Aangevraagd: je hoort van de winkel
page-return-approved = Goedgekeurd: in de e-mail erover staat hoe je het terugstuurt
page-return-declined = Niet geaccepteerd: in de e-mail erover staat waarom
page-return-received = Ontvangen door de winkel
page-return-closed = Afgerond
page-paid-in-full = Volledig betaald
page-nothing-due = Niets te betalen
page-not-charged = Er is niets afgeschreven.
page-going-to = Gaat naar
page-help = Hulp en retourneren
page-help-text = Vragen over deze bestelling? { $shop } helpt je graag. Je kunt ook elke e-mail over deze bestelling beantwoorden.
page-contact = Hulp krijgen
page-shop = Naar { $shop }
page-private = Deze pagina is alleen voor jou. Wie de link heeft, kan meekijken, dus wees voorzichtig met delen.
page-state-pre_transit = Wordt klaargemaakt
page-state-accepted = Bij de bezorgdienst
page-state-in_transit = Onderweg
page-state-exception = Loopt vertraging op
page-state-out_for_delivery = Wordt bezorgd
page-state-delivery_attempted = Bezorging niet gelukt
page-state-available_for_pickup = Klaar om op te halen
page-state-delivered = Bezorgd
page-state-return_to_sender = Op weg terug naar de winkel
page-state-returned = Terug bij de winkel
page-state-lost = Kwijtgeraakt bij de bezorgdienst
page-state-expired = Geen nieuws van de bezorgdienst
page-state-cancelled = Label geannuleerd
page-missing-title = Pagina niet gevonden
page-missing-headline = We konden deze pagina niet vinden
page-missing-lead = Misschien is het adres onvolledig of verouderd. Open de link in de nieuwste e-mail over je bestelling opnieuw, of beantwoord die e-mail: iemand helpt je.
page-later-title = Nu niet beschikbaar
page-later-headline = Deze pagina heeft even pauze
page-later-lead = Je bestelling is veilig. Probeer het over een paar minuten opnieuw.

## The order page: mail that comes back, and a corrected address

repair-title = We kunnen je niet per e-mail bereiken
repair-lead = E-mails aan { $address } komen bij ons terug. Nieuws over deze bestelling bereikt je niet.
repair-how = Je kunt het adres hier verbeteren. Zodat niemand anders dat kan, vragen we twee dingen die alleen jij weet.
repair-which = Welk adres klopt?
repair-other = Een ander adres
repair-email = Je e-mailadres
repair-postcode = Postcode van je factuuradres
repair-digits = Laatste 4 cijfers van het telefoonnummer dat je bij de bestelling hebt opgegeven
repair-send = Verstuur bevestiging
repair-why = We sturen één e-mail naar het nieuwe adres. Pas als je het daar bevestigt, gaat nieuws over deze bestelling ernaartoe en wordt opnieuw verstuurd wat terugkwam.
repair-sent = Als beide gegevens bij deze bestelling horen, is er een e-mail onderweg naar het nieuwe adres. Open binnen 7 dagen de link daarin om het adres te bevestigen. Na een paar minuten nog niets? Open deze pagina dan opnieuw.
repair-waiting = We hebben een e-mail gestuurd naar { $address }. Open binnen 7 dagen de link daarin om het adres te bevestigen. Niets ontvangen? Kijk in de spammap of verbeter hieronder het adres.
repair-shop = Neem contact op met de winkel om het adres te verbeteren.
repair-mistake-address = Vul een ander adres in dan het adres dat niet werkt, in de vorm naam@example.com.
repair-mistake-missing = Vul de postcode en de cijfers in.
repair-mistake-proof = Deze gegevens horen niet bij deze bestelling. Je hebt in totaal 5 pogingen. Twijfel je? Neem dan contact op met de winkel.
confirm-open-headline = Bevestig je e-mailadres
confirm-open-lead = Mag { $shop } nieuws over een bestelling naar { $address } sturen?
confirm-open-button = Ja, dit is mijn adres
confirm-open-note = Heb je daar niets besteld? Sluit deze pagina dan. Zonder jouw bevestiging wordt niets verstuurd.
confirm-done-headline = Je adres is bevestigd
confirm-done-lead = Bedankt. Voortaan mailt { $shop } naar { $address }. Wat eerder niet kon worden bezorgd, komt binnen een paar minuten.
confirm-outdated-headline = Dit adres is niet meer nodig
confirm-outdated-lead = Intussen is voor deze bestelling een ander adres opgegeven. Je hoeft niets te doen.

## The order page: answers

ask-csat-title = Hoe tevreden ben je over deze bestelling?
ask-csat-lead = Kies een cijfer. Het wordt opgeslagen als je op de knop drukt.
ask-csat-text = Wil je nog iets toevoegen? (optioneel)
ask-nps-title = Hoe waarschijnlijk is het dat je ons aan vrienden aanraadt?
ask-nps-lead = Kies een cijfer. Het wordt opgeslagen als je op de knop drukt.
ask-nps-text = Wat is de belangrijkste reden? (optioneel)
ask-review-title = Wat vind je van wat je hebt besteld?
ask-review-lead = Een paar woorden zijn genoeg. Ze worden opgeslagen als je op de knop drukt en gaan naar de winkel.
ask-review-text = Je beoordeling
ask-send = Versturen
ask-send-again = Mijn antwoord wijzigen
ask-saved = Bedankt, je antwoord is opgeslagen.
ask-missing = Geef eerst een antwoord.

## The order page: withdrawal from the contract

withdraw-open = Overeenkomst herroepen
withdraw-title = Overeenkomst herroepen
withdraw-lead = Je kunt de overeenkomst voor deze bestelling tot en met { $date } herroepen, zonder een reden te geven. Je krijgt een e-mail als bewijs, met de datum en de tijd.
withdraw-lead-early = Je kunt de overeenkomst voor deze bestelling herroepen, zonder een reden te geven. Je krijgt een e-mail als bewijs, met de datum en de tijd.
withdraw-which = Welke artikelen?
withdraw-name = Je naam
withdraw-text = Wil je nog iets toevoegen? (optioneel)
withdraw-send = Herroeping bevestigen
withdraw-done = We hebben je herroeping van { $time } ontvangen. De e-mail die dat bewijst, is onderweg.
withdraw-missing = Kies minstens één artikel en vul je naam in.
withdraw-over = De termijn waarin je kon herroepen, is voorbij. Neem contact op met de winkel.

## Asked no more

stop-title = Geen vragen meer
stop-lead = Wil je dat { $shop } je niet meer om beoordelingen en meningen vraagt? Nieuws over je bestellingen krijg je nog wel.
stop-button = Ja, geen vragen meer
stop-done-headline = We vragen je niets meer
stop-done-lead = { $shop } vraagt je niet meer om beoordelingen en meningen. Nieuws over je bestellingen krijg je nog wel.
stop-basket-title = Geen e-mails over winkelmanden meer
stop-basket-lead = Wil je dat { $shop } je niet meer over winkelmanden schrijft en niet meer om beoordelingen en meningen vraagt? Nieuws over je bestellingen krijg je nog wel.
stop-basket-button = Ja, geen e-mails meer zoals deze
stop-basket-done-headline = Je krijgt zulke e-mails niet meer
stop-basket-done-lead = { $shop } schrijft je niet meer over winkelmanden en vraagt je niet meer om beoordelingen en meningen. Nieuws over je bestellingen krijg je nog wel.
