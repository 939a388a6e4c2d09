# Everything that customers read, in Italian. Keys: <mail>-subject, -preheader, -headline, -lead; `page-` is the order page;
# the rest is shared. Amounts, dates and numbers arrive as they are to be shown. No article stands before a date: it would
# have to change before 8 and 11 (`il 26`, `l'8`).

## Shared

hello = Ciao { $name },
hello-nobody = Ciao,
order-number = Ordine { $number }
colon = :{" "}
place = { $town }, { $country }
view-order = Vedi il tuo ordine
pay-now = Paga ora
pay-again = Riprova il pagamento
track-parcel = Segui il pacco sul sito di { $carrier }
track-parcel-plain = Segui il pacco

item = Articolo
quantity = Quantità
price = Prezzo
items-caption = { $count ->
    [one] 1 articolo nel tuo ordine
   *[other] { $shown } articoli nel tuo ordine
}
items-more = { $count ->
    [one] E 1 altro articolo: vedi la pagina dell’ordine.
   *[other] E altri { $shown } articoli: vedi la pagina dell’ordine.
}
subtotal = Subtotale
discount = Sconto
shipping = Spedizione
fees = Costi aggiuntivi
tax = IVA
rounding = Arrotondamenti e rettifiche
total = Totale
tax-included = Comprende { $amount } di IVA.

ship-to = Indirizzo di consegna
ship-how = Modalità di consegna
payment = Pagamento
paid-with = Metodo di pagamento
amount = Importo
paid-on = Data del pagamento
transaction = Transazione
due = Ancora da pagare
carrier = Corriere
tracking-number = Numero di tracciamento
number-before = Numero precedente
expected = Consegna prevista
delivered-on = Data di consegna
delivered-where = Luogo di consegna
pickup-place = Punto di ritiro
new-date = Nuova data di consegna
date-unknown = Non ancora nota
reason = Motivo
refunded = Rimborsato
kept = Pagato al netto del rimborso
ordered-total = Totale dell’ordine

bill-to = Indirizzo di fatturazione
your-note = La tua nota
promised = Consegna entro
refund-number = Numero del rimborso
unsubscribe = Niente più domande come queste
unsubscribe-basket = Niente più e-mail come questa
why-unsubscribe = Ricevi questa e-mail perché hai ordinato da { $shop }. Ti chiediamo un’opinione di rado e puoi disattivare queste richieste in qualsiasi momento.
why-abandoned = Ricevi questa e-mail perché hai lasciato articoli nel carrello da { $shop } e hai accettato di ricevere e-mail. E-mail come questa arrivano di rado e puoi disattivarle in qualsiasi momento.

method-card = { $brand } che termina con { $last4 }
method-wallet = { $method } ({ $wallet })
method-card-plain = Carta
method-sepa_debit = Addebito diretto SEPA
method-bank_transfer = Bonifico bancario
method-bank_account = Conto bancario
method-cash_on_delivery = Contrassegno
method-cash = Contanti
method-gift_card = Carta regalo
method-invoice = Pagamento su fattura

parcel-items = In questo pacco
basket-items = Nel tuo carrello
basket-more = Anche gli altri articoli sono nel tuo carrello.
parcel-order = Tutti gli articoli del tuo ordine
to-come = Ancora da spedire
parcel-of = Questo è il pacco { $number } di { $of }.
parcel-part = Questa è una parte del tuo ordine. Il resto arriverà con un altro pacco.

returns-title = Resi
returns-days = { $days ->
    [one] Puoi restituire gli articoli entro 1 giorno dalla consegna.
   *[other] Puoi restituire gli articoli entro { $shown } giorni dalla consegna.
}
returns-until = Ultimo giorno per restituire questi articoli: { $date }.
returns-link = Condizioni di reso

questions = Hai domande? Rispondi a questa e-mail o scrivi a { $address }.
help = Assistenza
why = Ricevi questa e-mail perché hai ordinato da { $shop }. Riguarda questo ordine e non è pubblicità.

why-alert = Ricevi questa e-mail perché { $shop } la fa inviare a chi si occupa degli ordini.

## Received, not paid yet

received-subject = Ordine { $number } ricevuto, in attesa di pagamento
received-preheader = Importo ancora da pagare: { $amount }. Iniziamo appena riceviamo il pagamento.
received-headline = Abbiamo ricevuto il tuo ordine
received-lead = Grazie per l’ordine { $number }. L’importo ancora da pagare è di { $amount }: prepareremo il tuo ordine appena riceveremo il pagamento.
received-lead-partly = Grazie per l’ordine { $number }. Finora abbiamo ricevuto { $paid } su { $total }: l’importo ancora da pagare è di { $amount }. Prepareremo il tuo ordine appena sarà pagato per intero.
received-method = Metodo di pagamento scelto: { $method }.

## Confirmed

confirmed-subject = Ordine { $number } confermato
confirmed-preheader = Grazie. Ecco che cosa hai ordinato, quanto costa e che cosa succede adesso.
confirmed-headline = Il tuo ordine è confermato
confirmed-lead = Grazie per l’ordine { $number }, effettuato in data { $date }. Lo stiamo preparando e ti scriveremo di nuovo quando sarà in viaggio.
confirmed-lead-plain = Grazie per l’ordine { $number }, effettuato in data { $date }. Qui sotto trovi tutto quello che hai ordinato.
confirmed-due = Importo da pagare in seguito: { $amount }. Metodo di pagamento: { $method }.
confirmed-due-plain = Importo ancora da pagare: { $amount }.
confirmed-back-ordered = Una parte non è ancora disponibile, come vedi qui sotto. Se preferisci non aspettare, rispondi a questa e-mail: puoi annullarla gratuitamente.

## Changed

edited-subject = Ordine { $number } modificato
edited-preheader = Il totale ora è di { $total }. Ecco il tuo ordine aggiornato.
edited-headline = Il tuo ordine è stato modificato
edited-lead = L’ordine { $number }, effettuato in data { $date }, è stato modificato. Qui sotto lo trovi aggiornato.
edited-due = Importo ancora da pagare: { $amount }.
edited-over = Hai pagato { $amount } in più di quanto l’ordine costa adesso. Se entro qualche giorno non ricevi notizie di un rimborso, rispondi a questa e-mail.
edited-address = L’indirizzo di consegna è cambiato. Controllalo qui sotto.
edited-mistake = Se non hai chiesto tu questa modifica, rispondi a questa e-mail.
changes = Che cosa è cambiato
change-added = Aggiunto: { $item }
change-removed = Rimosso: { $item }
change-quantity = Modificato: { $item }, ora { $now } invece di { $before }
total-before = Totale precedente
total-now = Totale attuale

## On hold

on_hold-subject = Ordine { $number } in sospeso
on_hold-preheader = Prima c’è qualcosa da verificare. Ti scriveremo appena l’ordine ripartirà.
on_hold-headline = Per ora il tuo ordine è in sospeso
on_hold-lead = L’ordine { $number }, effettuato in data { $date }, è in sospeso perché prima c’è qualcosa da verificare. Non devi fare nulla, a meno che non te lo chiediamo noi. Ti scriveremo appena ripartirà.
on_hold-choice = Se preferisci non aspettare, rispondi a questa e-mail. Puoi annullare gratuitamente.

## Receipt

receipt-subject = Ricevuta di pagamento per l’ordine { $number }
receipt-preheader = Abbiamo ricevuto il tuo pagamento di { $amount }. Grazie.
receipt-headline = Grazie per il pagamento
receipt-lead = Abbiamo ricevuto il tuo pagamento di { $amount } per l’ordine { $number }. Conserva questa e-mail tra i tuoi documenti.
receipt-extra-subject = Altro pagamento per l’ordine { $number }
receipt-extra-preheader = Abbiamo ricevuto un altro pagamento di { $amount } per questo ordine.
receipt-extra-headline = Abbiamo ricevuto un altro pagamento
receipt-extra-lead = Abbiamo ricevuto un altro pagamento di { $amount } per l’ordine { $number }, oltre a quello che lo copriva già. Se non volevi pagare di nuovo, rispondi a questa e-mail e il negozio sistemerà la cosa.

## Payment failed

payment_failed-subject = Pagamento dell’ordine { $number } non riuscito
payment_failed-preheader = L’ordine resta valido. Puoi pagare di nuovo con lo stesso metodo o con un altro.
payment_failed-headline = Il pagamento non è riuscito
payment_failed-lead = Il pagamento di { $amount } per l’ordine { $number } non è andato a buon fine. Può succedere per tanti motivi, spesso banali. Il tuo ordine resta valido e puoi riprovare con lo stesso metodo di pagamento o con un altro.
payment_failed-lead-no-link = Il pagamento di { $amount } per l’ordine { $number } non è andato a buon fine. Può succedere per tanti motivi, spesso banali. Il tuo ordine resta valido: rispondi a questa e-mail se ti serve un altro modo di pagare.

## Still not paid

payment_reminder-subject = Ordine { $number } in attesa del tuo pagamento
payment_reminder-preheader = Importo ancora da pagare: { $amount }. Se hai appena pagato, non devi fare nulla.
payment_reminder-headline = Il tuo ordine è in attesa di pagamento
payment_reminder-lead = Grazie per il tuo ordine { $number }, effettuato in data { $date }. L’importo ancora da pagare è di { $amount }: prepareremo l’ordine appena riceveremo il pagamento. Se hai appena pagato, non devi fare nulla.
payment_expired-subject = Ordine { $number } non pagato
payment_expired-preheader = Non abbiamo ricevuto il pagamento di questo ordine. Non ti è stato addebitato nulla.
payment_expired-headline = Non abbiamo ricevuto il tuo pagamento
payment_expired-lead = Non abbiamo ricevuto il pagamento di { $amount } per l’ordine { $number }, effettuato in data { $date }, perciò non teniamo più da parte gli articoli. Non ti è stato addebitato nulla. Se li vuoi ancora, paga ora o ordina di nuovo; se hai già pagato, rispondi a questa e-mail.

## Not in stock

back_ordered-subject = Ordine { $number }: articoli non disponibili
back_ordered-preheader = Una parte non è ancora disponibile. Puoi aspettare o annullare gratis.
back_ordered-headline = Una parte del tuo ordine non è disponibile
back_ordered-lead = Ci dispiace: una parte dell’ordine { $number }, effettuato in data { $date }, al momento non è disponibile. Qui sotto vedi che cosa manca e per quando lo aspettiamo.
back_ordered-unknown = Se una data non è ancora nota, la troverai sulla pagina del tuo ordine appena ci sarà.
back_ordered-others = Gli altri articoli del tuo ordine sono disponibili.
back_ordered-choice = Se preferisci non aspettare, rispondi a questa e-mail: puoi annullare questi articoli, o l’intero ordine, gratuitamente e riavere tutto ciò che hai pagato.
back-ordered-items = Non ancora disponibili
back-ordered = Non ancora disponibile, data prevista: { $date }
back-ordered-unknown = Non ancora disponibile, data non nota
back-ordered-some = Quantità non ancora disponibile: { $shown }, data prevista: { $date }
back-ordered-some-unknown = Quantità non ancora disponibile: { $shown }, data non nota

## Not shipped in time

late_to_ship-subject = Ordine { $number }: più tempo del previsto
late_to_ship-preheader = Non è ancora partito. Puoi aspettare oppure annullarlo gratuitamente.
late_to_ship-headline = Siamo in ritardo con il tuo ordine
late_to_ship-lead = Ci dispiace: l’ordine { $number }, effettuato in data { $date }, dovrebbe essere già in viaggio, ma non lo è. Ti scriveremo appena partirà. Se preferisci non aspettare, rispondi a questa e-mail: puoi annullarlo gratuitamente e ricevere il rimborso completo.

## Waiting to be fetched

ready_for_pickup-subject = Ordine { $number } pronto per il ritiro
ready_for_pickup-preheader = Il tuo pacco è arrivato al punto di ritiro in data { $date }.
ready_for_pickup-headline = Il tuo pacco è pronto per il ritiro
ready_for_pickup-lead = Il pacco dell’ordine { $number } è arrivato al punto di ritiro in data { $date } e ti aspetta. Porta con te il numero di tracciamento e un documento d’identità. I pacchi che nessuno ritira tornano da noi.
pickup_waiting-subject = Ordine { $number }: il pacco ti aspetta ancora
pickup_waiting-preheader = Ritiralo presto: i pacchi che nessuno ritira tornano da noi.
pickup_waiting-headline = Il tuo pacco ti aspetta ancora
pickup_waiting-lead = Il pacco dell’ordine { $number } è arrivato al punto di ritiro in data { $date } e ti aspetta ancora. Ritiralo presto: i pacchi che nessuno ritira tornano da noi.

## After delivery

follow_up-subject = Due parole sull’ordine { $number }
follow_up-preheader = Se qualcosa non va, rispondi a questa e-mail: la leggerà una persona.
follow_up-headline = Tutto a posto?
follow_up-lead = Il tuo ordine { $number } è arrivato in data { $date }. Se qualcosa manca, è danneggiato o non è chiaro, rispondi a questa e-mail: una persona la leggerà e ti aiuterà. Se va tutto bene, non devi fare nulla.
csat-subject = Ordine { $number }: quanto ti ha soddisfatto
csat-preheader = Una sola domanda, meno di un minuto. Grazie per la tua risposta.
csat-headline = Quanto ti ha soddisfatto il tuo ordine?
csat-lead = Il tuo ordine { $number } è arrivato in data { $date }. Quanto ti ha soddisfatto, da 1 a 5? La risposta viene salvata solo quando la invii dalla pagina che si apre.
csat-button = Rispondi alla domanda
csat-lowest = 1: per niente
csat-highest = 5: moltissimo
nps-subject = Ordine { $number }: una domanda su di noi
nps-preheader = Una domanda sull’ordine { $number }: basta meno di un minuto.
nps-headline = Ci consiglieresti?
nps-lead = Il tuo ordine { $number } è arrivato in data { $date }. Quanto è probabile, da 0 a 10, che tu ci consigli a qualcuno che conosci? La risposta viene salvata solo quando la invii dalla pagina che si apre.
nps-button = Rispondi alla domanda
nps-lowest = 0: per niente probabile
nps-highest = 10: molto probabile
review-subject = Ordine { $number }: la tua opinione
review-preheader = Qualche parola sull’ordine { $number } aiuta gli altri a scegliere.
review-headline = Che cosa ne pensi?
review-lead = Il tuo ordine { $number } è arrivato in data { $date }. Qualche parola su ciò che ti piace, o non ti piace, aiuta gli altri a scegliere. Quello che scrivi viene salvato solo quando lo invii dalla pagina che si apre.
review-button = Scrivi una recensione

## A basket that was left

abandoned-subject = Il tuo carrello da { $shop } è ancora qui
abandoned-preheader = Non è stato ordinato né addebitato nulla. Puoi riprendere da dove avevi lasciato.
abandoned-headline = Il tuo carrello è ancora qui
abandoned-lead = In data { $date } hai messo nel carrello di { $shop } gli articoli qui sotto, ma non li hai ordinati. Non è stato addebitato nulla. Se li vuoi ancora, puoi riprendere da dove avevi lasciato.
abandoned-choice = Se qualcosa non ha funzionato, rispondi a questa e-mail: qualcuno la legge. Se non vuoi più gli articoli, non devi fare nulla. Ti scriviamo di questo carrello soltanto questa volta.
abandoned-button = Torna al carrello

## A corrected address

confirm_address-subject = Conferma il tuo indirizzo e-mail
confirm_address-preheader = Basta un clic e { $shop } potrà scriverti a questo indirizzo.
confirm_address-headline = Conferma il tuo indirizzo e-mail
confirm_address-lead = Qualcuno ha indicato questo indirizzo affinché { $shop } possa inviare qui le notizie su un ordine. Se l’hai fatto tu, apri entro 7 giorni la pagina a cui porta questo pulsante e conferma lì l’indirizzo.
confirm_address-not-you = Se non l’hai fatto tu, non devi fare nulla: senza la tua conferma non viene inviato niente a questo indirizzo.
confirm_address-button = Conferma l’indirizzo
why-confirm = Ricevi questa e-mail perché qualcuno ha inserito questo indirizzo su una pagina di { $shop }.

## For the shop

new_order-subject = Nuovo ordine { $number }
new_order-preheader = Effettuato in data { $date }. Ecco che cosa c’è da imballare.
new_order-headline = Un nuovo ordine
new_order-lead = L’ordine { $number }, effettuato in data { $date }, è confermato e può essere imballato.
new_order-button = Vedi l’ordine
customer = Cliente
customer-email = E-mail
customer-note = Nota del cliente
sku = SKU
trouble-withdrawal = Recesso del cliente
trouble-withdrawal-todo = Il cliente ha esercitato il recesso dal contratto sulla pagina dell’ordine e ha ricevuto un’e-mail che lo attesta. Se il pacco non è ancora partito, fermalo; comunica al cliente dove spedire gli articoli e rimborsa entro 14 giorni.
trouble-return_requested = Richiesta di reso
trouble-return_requested-todo = Prendi la decisione là dove gestisci i resi. Il cliente sa da un’e-mail che la richiesta ti è arrivata.
attention-subject = Ordine { $number }: { $what }
attention-lead = L’ordine { $number }, effettuato in data { $date }, va controllato da qualcuno.
attention-button = Vedi l’ordine
trouble-since = Da quando
trouble-mark = Voto
trouble-words = Con parole sue
trouble-not_shipped = Non spedito in tempo
trouble-not_shipped-todo = Spedisci l’ordine o scrivi al cliente. Quando sarà passato il doppio del tuo tempo di spedizione, il cliente verrà avvisato in automatico.
trouble-not_handed_over = Etichetta creata, nessuna scansione
trouble-not_handed_over-todo = Verifica se il pacco è stato affidato al corriere.
trouble-no_scan = Nessuna scansione da giorni
trouble-no_scan-todo = Chiedi al corriere dov’è il pacco. Quando sarà passato il doppio di questo tempo, il cliente verrà avvisato in automatico.
trouble-promise_at_risk = Data promessa a rischio
trouble-promise_at_risk-todo = Il pacco è promesso per oggi e non è ancora in consegna. Chiedi al corriere dove si trova.
trouble-promise_passed = Data promessa superata
trouble-promise_passed-todo = Il pacco non è arrivato come promesso. Il cliente verrà avvisato al mattino.
trouble-payment_pending = Un pagamento si fa attendere
trouble-payment_pending-todo = Controlla il pagamento: il denaro è in transito da giorni.
trouble-payment_expired = Non pagato da tempo
trouble-payment_expired-todo = Annulla l’ordine o chiedi spiegazioni al cliente.
trouble-held = Il pagamento non corrisponde
trouble-held-todo = L’ordine non è confermato. Confronta il pagamento con l’ordine: importo e valuta.
trouble-pickup_waiting = Nessuno ritira il pacco
trouble-pickup_waiting-todo = Il pacco tornerà presto indietro. Il cliente ha ricevuto un promemoria; forse conviene telefonare.
trouble-refund_not_settled = Un rimborso non arriva
trouble-refund_not_settled-todo = Controlla il rimborso presso il gestore dei pagamenti: è stato annunciato ma non risulta eseguito.
trouble-refund_failed = Rimborso non riuscito
trouble-refund_failed-todo = Rimborsa in un altro modo e avvisa il cliente.
trouble-returning = Il pacco sta tornando indietro
trouble-returning-todo = Scegli tra un nuovo pacco e un rimborso e avvisa il cliente.
trouble-return_silent = Pacco in rientro, senza scansioni
trouble-return_silent-todo = Chiedi al corriere dov’è il pacco.
trouble-lost = Il corriere ha perso il pacco
trouble-lost-todo = Chiedi il risarcimento al corriere e offri al cliente un nuovo pacco o un rimborso.
trouble-problem = Il corriere segnala un problema
trouble-problem-todo = Controlla il tracciamento: al corriere potrebbe servire un indirizzo, un documento o una decisione.
trouble-unreachable = E-mail al cliente respinte
trouble-unreachable-todo = Chiedi al cliente un altro indirizzo, per esempio al telefono, e cambialo nell’ordine. Il cliente può anche correggerlo sulla pagina dell’ordine: ciò che è tornato indietro viene poi inviato di nuovo in automatico.
trouble-complaint = E-mail segnalata come spam
trouble-complaint-todo = Al cliente non viene chiesto più nulla; le notizie sull’ordine vengono ancora inviate. Chiedi se c’è qualcosa che non va.
trouble-correction_refused = Correzione dell’e-mail rifiutata
trouble-correction_refused-todo = Qualcuno ha provato cinque volte a correggere l’indirizzo e-mail sulla pagina dell’ordine senza conoscere il CAP e il numero di telefono. Chiama il cliente e cambia l’indirizzo nell’ordine. La pagina non accetta altri tentativi.
trouble-unhappy = Cliente non soddisfatto
trouble-unhappy-todo = Il cliente ha dato un voto basso. Leggi la risposta e scrivi o telefona finché si può ancora rimediare.

## Shipped

shipped-subject = L’ordine { $number } è in viaggio
shipped-preheader = Il tuo pacco viaggia con { $carrier }, numero { $tracking }.
shipped-preheader-plain = Il tuo pacco è partito. Ecco che cosa contiene.
shipped-headline = Il tuo ordine è in viaggio
shipped-lead = L’ordine { $number } è partito. Data di spedizione: { $date }.
shipped-part-subject = Una parte dell’ordine { $number } è in viaggio
shipped-part-headline = Una parte del tuo ordine è in viaggio
shipped-part-lead = Un pacco dell’ordine { $number } è partito. Data di spedizione: { $date }.

## Another tracking number

number_changed-subject = Ordine { $number }: nuovo numero di tracciamento
number_changed-preheader = D’ora in poi usa { $tracking } per seguire il tuo pacco.
number_changed-headline = Il tuo pacco ha un nuovo numero di tracciamento
number_changed-lead = Il pacco dell’ordine { $number } ora viaggia con il numero { $tracking }, che sostituisce il numero { $before }. Quello vecchio non ti serve più.
number_changed-lead-many = Il pacco dell’ordine { $number } ora viaggia con il numero { $tracking }. I numeri precedenti non valgono più.
number_changed-first-subject = Ordine { $number }: il numero di tracciamento
number_changed-first-preheader = Ora puoi seguire il tuo pacco con il numero { $tracking }.
number_changed-first-headline = Ora puoi seguire il tuo pacco
number_changed-first-lead = Il pacco dell’ordine { $number } ora ha un numero di tracciamento: { $tracking }.

## Out for delivery

out_for_delivery-subject = L’ordine { $number } è in consegna
out_for_delivery-preheader = Il corriere ha il tuo pacco. Consegna prevista: { $date }.
out_for_delivery-headline = Il tuo pacco è in consegna
out_for_delivery-lead = Il corriere ha caricato il pacco dell’ordine { $number }. Consegna prevista: { $date }.
out_for_delivery-part-subject = Un pacco dell’ordine { $number } è in consegna

## Delivered

delivered-subject = L’ordine { $number } è stato consegnato
delivered-preheader = Consegnato in data { $date }. Non c’è? Rispondi a questa e-mail e verifichiamo.
delivered-headline = Il tuo pacco è stato consegnato
delivered-lead = Il corriere comunica che il pacco dell’ordine { $number } è stato consegnato in data { $date }.
delivered-missing = Non c’è? Forse l’ha ricevuto un vicino o è stato lasciato in un luogo sicuro. Se non lo trovi, rispondi a questa e-mail e verifichiamo.
delivered-part-subject = Un pacco dell’ordine { $number } è stato consegnato

## Delayed

delayed-subject = L’ordine { $number } è in ritardo
delayed-preheader = Il tuo pacco è in ritardo. Nuova consegna prevista: { $date }.
delayed-preheader-unknown = Il tuo pacco è in ritardo. Il corriere non ha ancora indicato una nuova data.
delayed-headline = Il tuo pacco è in ritardo
delayed-lead = Ci dispiace: il pacco dell’ordine { $number } è in ritardo. Nuova data di consegna prevista dal corriere: { $date }.
delayed-lead-unknown = Ci dispiace: il pacco dell’ordine { $number } è in ritardo. Il corriere non ha ancora indicato una nuova data: ti scriveremo appena lo farà.
delayed-choice = Se preferisci non aspettare, rispondi a questa e-mail: troveremo una soluzione insieme e, se l’ordine non può più raggiungerti, ti rimborseremo.
delayed-part-subject = Un pacco dell’ordine { $number } è in ritardo
cause-carrier = Un ritardo del corriere
cause-weather = Maltempo lungo il percorso
cause-customs = Il pacco è in dogana
cause-silent = Il corriere non registra il pacco da alcuni giorni
cause-promise = Non è arrivato nel giorno promesso

## Delivery was tried

delivery_attempted-subject = Ordine { $number }: tentativo di consegna
delivery_attempted-preheader = Consegna non riuscita in data { $date }. Ecco che cosa succede adesso.
delivery_attempted-headline = Il corriere non ha potuto consegnare il pacco
delivery_attempted-lead = Il corriere ha provato a consegnare il pacco dell’ordine { $number } in data { $date }, ma non ci è riuscito.
delivery_attempted-next = Di solito il corriere riprova il giorno lavorativo successivo o lascia il pacco in un punto di ritiro. Sul suo sito trovi che cosa succede adesso e spesso puoi scegliere un altro giorno o un altro luogo.
tried-on = Data del tentativo
attempt-recipient_absent = Non c’era nessuno a ricevere il pacco
attempt-address = L’indirizzo non è stato trovato
attempt-refused = Il pacco non è stato accettato alla consegna
attempt-other = Il corriere non indica un motivo

## A wrong address

address_problem-subject = Ordine { $number }: controlla l’indirizzo
address_problem-preheader = Il corriere non può consegnare il tuo pacco all’indirizzo che abbiamo.
address_problem-headline = Ci serve il tuo aiuto con l’indirizzo
address_problem-lead = Il corriere non può consegnare il pacco dell’ordine { $number } all’indirizzo qui sotto. Rispondi appena puoi a questa e-mail con l’indirizzo corretto.
address_problem-else = Se il corriere non riceve l’indirizzo corretto entro qualche giorno, il pacco torna da noi.
address-we-have = L’indirizzo che abbiamo

## On its way back, lost

returning-subject = Un pacco dell’ordine { $number } torna indietro
returning-preheader = Il corriere ci sta riportando il tuo pacco. Scegli tu che cosa fare adesso.
returning-headline = Il tuo pacco sta tornando da noi
returning-lead = Il corriere non ha potuto consegnare il pacco dell’ordine { $number } e ce lo sta riportando.
returning-choice = Dicci che cosa preferisci: possiamo spedirlo di nuovo o rimborsarti. Basta rispondere a questa e-mail.
lost-subject = Il pacco dell’ordine { $number } è andato perso
lost-preheader = Ci dispiace. Scegli tu: un nuovo pacco o il rimborso.
lost-headline = Ci dispiace: il tuo pacco è andato perso
lost-lead = Il corriere ci comunica che il pacco dell’ordine { $number } è andato perso. Non sarebbe dovuto succedere.
lost-choice = Scegli tu: ti spediamo un nuovo pacco, se gli articoli sono ancora disponibili, oppure ti rimborsiamo. Basta rispondere a questa e-mail.

## Cancelled

cancelled-subject = Ordine { $number } annullato
cancelled-headline = Il tuo ordine è stato annullato
cancelled-lead = L’ordine { $number }, effettuato in data { $date }, è stato annullato.
cancelled-preheader-free = Non ti è stato addebitato nulla. Non devi fare niente.
cancelled-free = Non ti è stato addebitato nulla.
cancelled-preheader-reserved = Non ti è stato addebitato nulla. Non devi fare niente.
cancelled-reserved = Non ti è stato addebitato nulla. Se la tua banca mostra un importo bloccato, lo sblocca da sola, di solito entro qualche giorno.
cancelled-preheader-refunded = Il tuo pagamento di { $paid } è stato rimborsato. Non devi fare nulla.
cancelled-refunded = Il tuo pagamento di { $paid } è stato rimborsato. A seconda della banca, l’accredito richiede alcuni giorni lavorativi.
cancelled-preheader-partly = Del tuo pagamento di { $paid } finora abbiamo rimborsato { $refunded }.
cancelled-partly = Hai pagato { $paid } e finora ti abbiamo rimborsato { $refunded }. Se non hai ricevuto la parte restante, rispondi a questa e-mail.
cancelled-preheader-paid = Hai pagato { $paid }. L’importo non è ancora stato rimborsato.
cancelled-paid = Per questo ordine hai pagato { $paid }. L’importo non è ancora stato rimborsato. Se entro qualche giorno non ricevi notizie di un rimborso, rispondi a questa e-mail.
cancelled-mistake = Se non te lo aspettavi, rispondi a questa e-mail.

## Refund

refund-subject = Rimborso per l’ordine { $number }
refund-preheader = Ti abbiamo rimborsato { $amount }. L’accredito arriva entro alcuni giorni lavorativi.
refund-headline = Il tuo rimborso è in arrivo
refund-lead = Abbiamo rimborsato l’intero pagamento di { $amount } per l’ordine { $number }. A seconda della banca, l’accredito richiede alcuni giorni lavorativi.
refund-part-lead = Per l’ordine { $number } abbiamo rimborsato in totale { $amount }. A seconda della banca, l’accredito richiede alcuni giorni lavorativi.

## A refund that failed

refund_failed-subject = Ordine { $number }: il rimborso non è arrivato
refund_failed-preheader = Non è stato possibile rimborsarti { $amount }. Stiamo cercando un altro modo.
refund_failed-headline = Il tuo rimborso non è andato a buon fine
refund_failed-lead = Abbiamo provato a rimborsarti { $amount } per l’ordine { $number }, ma il pagamento è tornato indietro. Succede, per esempio, quando una carta o un conto non esistono più.
refund_failed-next = Stiamo cercando un altro modo. Se ora hai un’altra carta o un altro conto, rispondi a questa e-mail, ma non inviarci numeri di carta.

## Returns

return_requested-subject = Ordine { $number }: richiesta di reso ricevuta
return_requested-preheader = Ti scriveremo appena avremo deciso. Fino ad allora non spedire nulla.
return_requested-headline = Abbiamo ricevuto la tua richiesta di reso
return_requested-lead = Vuoi restituire articoli dell’ordine { $number }. La tua richiesta è arrivata e ti scriveremo appena avremo deciso.
return_requested-next = Fino ad allora non spedire nulla: ti diremo noi dove inviare gli articoli.
return_requested-mistake = Se non hai fatto tu questa richiesta, rispondi a questa e-mail.
return_approved-subject = Ordine { $number }: reso approvato
return_approved-preheader-label = Ecco la tua etichetta di reso e che cosa farne.
return_approved-preheader-address = Ecco dove spedire gli articoli e che cosa mettere nel pacco.
return_approved-preheader-written = Ti scriveremo per spiegarti come restituire gli articoli.
return_approved-headline = Puoi restituire gli articoli
return_approved-lead = Il tuo reso per l’ordine { $number } è approvato.
return_approved-label = Apri l’etichetta con il pulsante, stampala e incollala sul pacco. Poi consegna il pacco.
return_approved-address = Spedisci gli articoli all’indirizzo qui sotto e metti nel pacco un foglio con il numero d’ordine { $number }.
return_approved-written = Ti scriveremo per spiegarti come restituire gli articoli. Fino ad allora non spedire nulla.
return_approved-deadline = Ultimo giorno per spedirli: { $date }.
return_approved-proof = Conserva la ricevuta di spedizione finché non avrai riavuto il tuo denaro.
return_declined-subject = Ordine { $number }: reso non accettato
return_declined-preheader = Non possiamo riprendere gli articoli. Ecco perché e che cosa puoi fare.
return_declined-headline = Non possiamo accettare il tuo reso
return_declined-lead = Ci dispiace: non possiamo accettare il tuo reso per l’ordine { $number }. Trovi il motivo qui sotto.
return_declined-appeal = Se non sei d’accordo o se un articolo è difettoso, rispondi a questa e-mail: leggeremo la tua risposta e valuteremo di nuovo il caso.
return_received-subject = Ordine { $number }: reso ricevuto
return_received-preheader = I tuoi articoli ci sono arrivati. Ti scriveremo per i prossimi passi.
return_received-preheader-refund = Ti rimborsiamo { $amount }. Ti scriveremo quando il denaro sarà in arrivo.
return_received-headline = Abbiamo ricevuto il tuo reso
return_received-lead = Ci sono arrivati gli articoli dell’ordine { $number } che hai restituito. Data di ricezione: { $date }.
return_received-refund = Ti rimborsiamo { $amount }. Ti scriveremo di nuovo quando il denaro sarà in arrivo.
return_received-checked = Li abbiamo controllati e ti scriveremo per i prossimi passi.
return_received-next = Ora li controlliamo e poi ti scriveremo per i prossimi passi.
return_received-refused = Non abbiamo potuto accettare tutto. Se vuoi sapere perché, rispondi a questa e-mail.
return-number = Numero di reso
return-reason = Motivo
return-items = Articoli di questo reso
return-send-by = Da spedire entro
return-cost = Costo
return-free = Gratuito
return-address = Indirizzo per il reso
return-label = Apri l’etichetta di reso
return-declined = Motivo del rifiuto
return-late = Il termine per il reso è scaduto
return-final_sale = Questi articoli non si possono restituire, come indicato all’acquisto
return-received-on = Data di ricezione
return-refund = Importo del rimborso
return-accepted = Accettato
return-refused = Non accettato

## Withdrawal from the contract

withdrawal-subject = Ordine { $number }: recesso ricevuto
withdrawal-preheader = Ricevuto il giorno { $time }. Conserva questa e-mail.
withdrawal-headline = Abbiamo ricevuto il tuo recesso
withdrawal-lead = Ci hai comunicato che recedi dal contratto relativo all’ordine { $number }. Abbiamo ricevuto la tua dichiarazione di recesso in data { $time }. Conserva questa e-mail come prova.
withdrawal-next = Se hai già ricevuto gli articoli, rispediscili entro 14 giorni. Riceverai il rimborso entro 14 giorni dalla tua dichiarazione, ma non prima che ci siano arrivati gli articoli o la prova che li hai spediti.
withdrawal-mistake = Se questa dichiarazione non è tua, rispondi subito a questa e-mail.
withdrawal-reference = Riferimento
withdrawal-received = Data di ricezione
withdrawal-of = Oggetto del recesso
withdrawal-all = L’intero ordine
withdrawal-words = Con parole tue

## The order page

page-title = Ordine { $number }, { $shop }
page-skip = Vai all’ordine
page-headline-withdrawn = Questo ordine non è più attivo
page-headline-cancelled = Il tuo ordine è stato annullato
page-headline-refunded = Il tuo ordine è stato rimborsato
page-headline-payment-failed = Il pagamento non è riuscito
page-headline-awaiting-payment = Aspettiamo il tuo pagamento
page-headline-confirmed = Il tuo ordine è confermato
page-headline-preparing = Il tuo ordine è in preparazione
page-headline-partly-shipped = Una parte del tuo ordine è in viaggio
page-headline-shipped = Il tuo ordine è in viaggio
page-headline-out-for-delivery = Il tuo pacco è in consegna
page-headline-needs-attention = Il tuo pacco richiede attenzione
page-headline-partly-delivered = Una parte del tuo ordine è arrivata
page-headline-delivered = Il tuo ordine è arrivato
page-headline-returning = Il tuo pacco sta tornando al negozio
page-lead-due = Importo ancora da pagare: { $amount }.
page-lead-failed = L’ultimo tentativo di pagamento non è andato a buon fine. Puoi riprovare con lo stesso metodo o con un altro.
page-lead-attention = Al corriere serve qualcosa, oppure non ha potuto consegnare il pacco. L’aggiornamento più recente qui sotto dice di più.
page-as-of = Ultimo aggiornamento: { $time }.
page-timeline = Che cosa è successo finora
page-placed = Ordine effettuato
page-paid = Pagato
page-paid-amount = Pagato: { $amount }
page-pay-failed = Un pagamento non è riuscito
page-shipped = Pacco spedito
page-shipped-with = Pacco spedito con { $carrier }
page-cancelled = Ordine annullato
page-refunded = Rimborsato in totale: { $amount }
page-parcels = { $count ->
    [one] Il tuo pacco
   *[other] I tuoi pacchi
}
page-parcel = Pacco { $number } di { $of }
page-parcel-one = Pacco
page-items = Articoli
page-returns = I tuoi resi
page-return-requested = Richiesto: il negozio ti scriverà
page-return-approved = Approvato: l’e-mail relativa spiega come spedirlo
page-return-declined = Non accettato: l’e-mail relativa spiega perché
page-return-received = Ricevuto dal negozio
page-return-closed = Chiuso
page-paid-in-full = Pagato per intero
page-nothing-due = Niente da pagare
page-not-charged = Non ti è stato addebitato nulla.
page-going-to = Destinazione
page-help = Assistenza e resi
page-help-text = Hai domande su questo ordine? { $shop } ti aiuta volentieri. Puoi anche rispondere a una qualsiasi delle e-mail che lo riguardano.
page-contact = Chiedi assistenza
page-shop = Visita { $shop }
page-private = Questa pagina è solo per te. Chiunque ne abbia l’indirizzo può vederla: condividilo con cautela.
page-state-pre_transit = In preparazione
page-state-accepted = Affidato al corriere
page-state-in_transit = In viaggio
page-state-exception = Fermo lungo il percorso
page-state-out_for_delivery = In consegna
page-state-delivery_attempted = Tentativo di consegna
page-state-available_for_pickup = Pronto per il ritiro
page-state-delivered = Consegnato
page-state-return_to_sender = Di ritorno al negozio
page-state-returned = Tornato al negozio
page-state-lost = Perso dal corriere
page-state-expired = Nessuna notizia dal corriere
page-state-cancelled = Etichetta annullata
page-missing-title = Pagina non trovata
page-missing-headline = Non abbiamo trovato questa pagina
page-missing-lead = L’indirizzo potrebbe essere incompleto o non più valido. Apri di nuovo il link nell’e-mail più recente sul tuo ordine oppure rispondi a quell’e-mail: qualcuno ti aiuterà.
page-later-title = Non disponibile al momento
page-later-headline = Questa pagina fa una breve pausa
page-later-lead = Il tuo ordine è al sicuro. Riprova tra qualche minuto.

## The order page: mail that comes back, and a corrected address

repair-title = Non riusciamo a raggiungerti per e-mail
repair-lead = Le e-mail inviate a { $address } tornano indietro. Le notizie su questo ordine non ti arrivano.
repair-how = Puoi correggere l’indirizzo qui. Perché non possa farlo nessun altro, ti chiediamo due dati che conosci solo tu.
repair-which = Qual è l’indirizzo giusto?
repair-other = Un altro indirizzo
repair-email = Il tuo indirizzo e-mail
repair-postcode = CAP del tuo indirizzo di fatturazione
repair-digits = Ultime 4 cifre del numero di telefono che hai indicato nell’ordine
repair-send = Invia e-mail di conferma
repair-why = Inviamo una sola e-mail al nuovo indirizzo. Solo dopo la tua conferma le notizie su questo ordine arriveranno lì, e ciò che era tornato indietro verrà inviato di nuovo.
repair-sent = Se entrambi i dati corrispondono a questo ordine, un’e-mail sta arrivando al nuovo indirizzo. Apri entro 7 giorni il link che contiene per confermare l’indirizzo. Dopo qualche minuto non c’è ancora niente? Apri di nuovo questa pagina.
repair-waiting = Abbiamo inviato un’e-mail a { $address }. Apri entro 7 giorni il link che contiene per confermare l’indirizzo. Non c’è niente? Guarda nella cartella dello spam o correggi l’indirizzo qui sotto.
repair-shop = Contatta il negozio per correggere l’indirizzo.
repair-mistake-address = Inserisci un indirizzo diverso da quello che non funziona, nella forma nome@example.com.
repair-mistake-missing = Inserisci il CAP e le cifre.
repair-mistake-proof = Questi dati non corrispondono a questo ordine. I tentativi sono 5 in tutto. Se hai dubbi, contatta il negozio.
confirm-open-headline = Conferma il tuo indirizzo e-mail
confirm-open-lead = Vuoi che { $shop } invii le notizie su un ordine a { $address }?
confirm-open-button = Sì, è il mio indirizzo
confirm-open-note = Se lì non hai ordinato nulla, chiudi questa pagina. Senza la tua conferma non viene inviato niente.
confirm-done-headline = Il tuo indirizzo è confermato
confirm-done-lead = Grazie. D’ora in poi { $shop } scrive a { $address }. Ciò che prima non era arrivato ti arriverà tra qualche minuto.
confirm-outdated-headline = Questo indirizzo non serve più
confirm-outdated-lead = Nel frattempo per questo ordine è stato indicato un altro indirizzo. Non devi fare nulla.

## The order page: answers

ask-csat-title = Quanto ti ha soddisfatto questo ordine?
ask-csat-lead = Scegli un numero. Viene salvato quando premi il pulsante.
ask-csat-text = Vuoi aggiungere qualcosa? (facoltativo)
ask-nps-title = Quanto è probabile che tu ci consigli a qualcuno che conosci?
ask-nps-lead = Scegli un numero. Viene salvato quando premi il pulsante.
ask-nps-text = Qual è il motivo principale? (facoltativo)
ask-review-title = Che cosa pensi di ciò che hai ordinato?
ask-review-lead = Bastano poche parole. Quando premi il pulsante vengono salvate e inviate al negozio.
ask-review-text = La tua recensione
ask-send = Invia
ask-send-again = Modifica la risposta
ask-saved = Grazie, la tua risposta è stata salvata.
ask-missing = Prima inserisci una risposta.

## The order page: withdrawal from the contract

withdraw-open = Recedere dal contratto
withdraw-title = Recedere dal contratto
withdraw-lead = Puoi recedere dal contratto relativo a questo ordine senza indicare un motivo. Ultimo giorno utile: { $date }. Riceverai un’e-mail che lo attesta, con la data e l’ora.
withdraw-lead-early = Puoi recedere dal contratto relativo a questo ordine senza indicare un motivo. Riceverai un’e-mail che lo attesta, con la data e l’ora.
withdraw-which = Quali articoli?
withdraw-name = Il tuo nome
withdraw-text = Vuoi aggiungere qualcosa? (facoltativo)
withdraw-send = Conferma recesso
withdraw-done = Abbiamo ricevuto il tuo recesso in data { $time }. L’e-mail che lo attesta è in arrivo.
withdraw-missing = Scegli almeno un articolo e inserisci il tuo nome.
withdraw-over = Il termine per recedere è scaduto. Contatta il negozio.

## Asked no more

stop-title = Niente più domande
stop-lead = Vuoi che { $shop } smetta di chiederti recensioni e opinioni? Le notizie sui tuoi ordini ti arriveranno comunque.
stop-button = Sì, niente più domande
stop-done-headline = Non ti chiederemo più nulla
stop-done-lead = { $shop } non ti chiederà più recensioni e opinioni. Le notizie sui tuoi ordini ti arriveranno comunque.
stop-basket-title = Niente più e-mail sui carrelli
stop-basket-lead = Vuoi che { $shop } smetta di scriverti dei tuoi carrelli e di chiederti recensioni e opinioni? Le notizie sui tuoi ordini ti arriveranno comunque.
stop-basket-button = Sì, niente più e-mail come queste
stop-basket-done-headline = Non riceverai più e-mail come queste
stop-basket-done-lead = { $shop } non ti scriverà più dei tuoi carrelli e non ti chiederà più recensioni e opinioni. Le notizie sui tuoi ordini ti arriveranno comunque.
