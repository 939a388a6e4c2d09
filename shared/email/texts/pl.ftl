# Everything that customers read, in Polish. Keys: <mail>-subject, -preheader, -headline, -lead; `page-` is the order page;
# the rest is shared. Amounts, dates and numbers arrive as they are to be shown. No past tense says whether the customer is
# a man or a woman. A greeting ends in a comma, after which Polish goes on in lower case: what follows it (each -lead)
# begins with `Twoje` and its forms, which are right either way.

## Shared

hello = Dzień dobry, { $name },
hello-nobody = Dzień dobry,
order-number = Zamówienie { $number }
colon = :{" "}
place = { $town }, { $country }
view-order = Zobacz zamówienie
pay-now = Zapłać teraz
pay-again = Zapłać ponownie
track-parcel = Śledź paczkę: { $carrier }
track-parcel-plain = Śledź paczkę

item = Produkt
quantity = Ilość
price = Cena
items-caption = { $count ->
    [one] 1 produkt w zamówieniu
    [few] { $shown } produkty w zamówieniu
   *[many] { $shown } produktów w zamówieniu
}
items-more = { $count ->
    [one] I jeszcze 1 produkt: zobacz stronę zamówienia.
    [few] I jeszcze { $shown } produkty: zobacz stronę zamówienia.
   *[many] I jeszcze { $shown } produktów: zobacz stronę zamówienia.
}
subtotal = Suma częściowa
discount = Rabat
shipping = Dostawa
fees = Opłaty dodatkowe
tax = VAT
rounding = Zaokrąglenia i korekty
total = Razem
tax-included = W tym VAT: { $amount }.

ship-to = Adres dostawy
ship-how = Sposób dostawy
payment = Płatność
paid-with = Sposób płatności
amount = Kwota
paid-on = Data płatności
transaction = Transakcja
due = Pozostało do zapłaty
carrier = Przewoźnik
tracking-number = Numer przesyłki
number-before = Poprzedni numer
expected = Przewidywana dostawa
delivered-on = Data doręczenia
delivered-where = Miejsce doręczenia
pickup-place = Miejsce odbioru
new-date = Nowa data dostawy
date-unknown = Jeszcze nieznana
reason = Powód
refunded = Zwrócono
kept = Zapłacono po odjęciu zwrotu
ordered-total = Wartość zamówienia

bill-to = Adres rozliczeniowy
your-note = Twoja uwaga
promised = Dostawa najpóźniej
refund-number = Numer zwrotu pieniędzy
unsubscribe = Nie chcę więcej takich pytań
unsubscribe-basket = Nie chcę więcej takich wiadomości
why-unsubscribe = Dostajesz tę wiadomość w związku z zamówieniem w sklepie { $shop }. Pytamy rzadko, a Ty możesz z tego zrezygnować w każdej chwili.
why-abandoned = Dostajesz tę wiadomość, ponieważ w sklepie { $shop } został Twój koszyk, a my mamy Twoją zgodę na wysyłanie e-maili. Takie wiadomości wysyłamy rzadko, a Ty możesz z nich zrezygnować w każdej chwili.

method-card = { $brand } z końcówką { $last4 }
method-wallet = { $method } ({ $wallet })
method-card-plain = Karta płatnicza
method-sepa_debit = Polecenie zapłaty SEPA
method-bank_transfer = Przelew bankowy
method-bank_account = Konto bankowe
method-cash_on_delivery = Płatność przy odbiorze
method-cash = Gotówka
method-gift_card = Karta podarunkowa
method-invoice = Faktura

parcel-items = W tej paczce
basket-items = W Twoim koszyku
basket-more = Pozostałe produkty też są w Twoim koszyku.
parcel-order = Wszystkie produkty z zamówienia
to-come = Jeszcze do wysłania
parcel-of = To paczka { $number } z { $of }.
parcel-part = To część Twojego zamówienia. Reszta przyjdzie w osobnej paczce.

returns-title = Zwroty
returns-days = { $days ->
    [one] Produkty możesz zwrócić w ciągu 1 dnia od dostawy.
    [few] Produkty możesz zwrócić w ciągu { $shown } dni od dostawy.
   *[many] Produkty możesz zwrócić w ciągu { $shown } dni od dostawy.
}
returns-until = Te produkty możesz zwrócić do { $date }.
returns-link = Zasady zwrotów

questions = Masz pytania? Odpowiedz na tę wiadomość albo napisz na adres { $address }.
help = Pomoc
why = Dostajesz tę wiadomość w związku z zamówieniem w sklepie { $shop }. Dotyczy tego zamówienia i nie jest reklamą.

why-alert = Dostajesz tę wiadomość, ponieważ sklep { $shop } wysyła ją osobom, które zajmują się zamówieniami.

## Received, not paid yet

received-subject = Mamy zamówienie { $number }, czekamy na płatność
received-preheader = Do zapłaty pozostało { $amount }. Zaczniemy, gdy tylko otrzymamy płatność.
received-headline = Otrzymaliśmy Twoje zamówienie
received-lead = Twoje zamówienie { $number } do nas wpłynęło, dziękujemy. Do zapłaty pozostało { $amount }. Zajmiemy się zamówieniem, gdy tylko otrzymamy płatność.
received-lead-partly = Twoje zamówienie { $number } do nas wpłynęło, dziękujemy. Do tej pory otrzymaliśmy { $paid } z { $total }; do zapłaty pozostało { $amount }. Zajmiemy się zamówieniem, gdy tylko zostanie w całości opłacone.
received-method = Wybrany sposób płatności: { $method }.

## Confirmed

confirmed-subject = Zamówienie { $number } potwierdzone
confirmed-preheader = Dziękujemy. Oto zamówione produkty, ich ceny i dalsze kroki.
confirmed-headline = Twoje zamówienie jest potwierdzone
confirmed-lead = Twoje zamówienie { $number } z { $date } jest potwierdzone, dziękujemy. Przygotowujemy je i napiszemy ponownie, gdy będzie w drodze.
confirmed-lead-plain = Twoje zamówienie { $number } z { $date } jest potwierdzone, dziękujemy. Poniżej znajdziesz wszystkie zamówione produkty.
confirmed-due = Do zapłaty później: { $amount }. Sposób płatności: { $method }.
confirmed-due-plain = Do zapłaty pozostało { $amount }.
confirmed-back-ordered = Części produktów jeszcze nie ma w magazynie, co widać niżej. Jeśli wolisz nie czekać, odpowiedz na tę wiadomość: możesz je anulować bez opłat.

## Changed

edited-subject = Zamówienie { $number } zostało zmienione
edited-preheader = Nowa wartość zamówienia: { $total }. Oto zamówienie po zmianach.
edited-headline = Twoje zamówienie zostało zmienione
edited-lead = Twoje zamówienie { $number } z { $date } zostało zmienione. Poniżej znajdziesz jego aktualną wersję.
edited-due = Do zapłaty pozostało { $amount }.
edited-over = Zapłacona kwota jest o { $amount } wyższa niż obecna wartość zamówienia. Jeśli w ciągu kilku dni nie dostaniesz wiadomości o zwrocie pieniędzy, odpowiedz na tę wiadomość.
edited-address = Zmienił się adres dostawy. Sprawdź go poniżej.
edited-mistake = Jeśli ta zmiana nie pochodzi od Ciebie, odpowiedz na tę wiadomość.
changes = Co się zmieniło
change-added = Dodano: { $item }
change-removed = Usunięto: { $item }
change-quantity = Zmieniono: { $item }, teraz { $now } zamiast { $before }
total-before = Razem przed zmianą
total-now = Razem po zmianie

## On hold

on_hold-subject = Zamówienie { $number } jest wstrzymane
on_hold-preheader = Najpierw trzeba coś sprawdzić. Napiszemy, gdy tylko ruszymy dalej.
on_hold-headline = Twoje zamówienie jest na razie wstrzymane
on_hold-lead = Twoje zamówienie { $number } z { $date } jest wstrzymane, ponieważ najpierw trzeba coś sprawdzić. Nie musisz nic robić, chyba że o coś poprosimy. Napiszemy, gdy tylko ruszymy dalej.
on_hold-choice = Jeśli wolisz nie czekać, odpowiedz na tę wiadomość. Możesz anulować zamówienie bez opłat.

## Receipt

receipt-subject = Potwierdzenie płatności: zamówienie { $number }
receipt-preheader = Otrzymaliśmy Twoją płatność: { $amount }. Dziękujemy.
receipt-headline = Dziękujemy za płatność
receipt-lead = Twoja płatność w wysokości { $amount } za zamówienie { $number } do nas dotarła. Zachowaj tę wiadomość w swoich dokumentach.
receipt-extra-subject = Kolejna płatność za zamówienie { $number }
receipt-extra-preheader = Otrzymaliśmy za to zamówienie kolejną płatność: { $amount }.
receipt-extra-headline = Otrzymaliśmy kolejną płatność
receipt-extra-lead = Twoje zamówienie { $number } było już opłacone, a teraz otrzymaliśmy kolejną płatność w wysokości { $amount }. Jeśli to pomyłka, odpowiedz na tę wiadomość, a sklep to wyjaśni.

## Payment failed

payment_failed-subject = Nieudana płatność za zamówienie { $number }
payment_failed-preheader = Zamówienie czeka. Możesz zapłacić ponownie w ten sam lub inny sposób.
payment_failed-headline = Płatność się nie powiodła
payment_failed-lead = Twoja płatność w wysokości { $amount } za zamówienie { $number } nie została zrealizowana. Powodów może być wiele i zwykle są błahe. Zamówienie czeka, a Ty możesz spróbować ponownie, wybierając ten sam lub inny sposób płatności.
payment_failed-lead-no-link = Twoja płatność w wysokości { $amount } za zamówienie { $number } nie została zrealizowana. Powodów może być wiele i zwykle są błahe. Zamówienie czeka; odpowiedz na tę wiadomość, jeśli potrzebujesz innego sposobu płatności.

## Still not paid

payment_reminder-subject = Zamówienie { $number } wciąż czeka na płatność
payment_reminder-preheader = Do zapłaty pozostało { $amount }. Jeśli płatność jest w drodze, nie musisz nic robić.
payment_reminder-headline = Twoje zamówienie czeka na płatność
payment_reminder-lead = Twoje zamówienie { $number } z { $date } jest u nas, dziękujemy. Do zapłaty pozostało { $amount }. Zajmiemy się zamówieniem, gdy tylko otrzymamy płatność. Jeśli płatność jest już w drodze, nie musisz nic robić.
payment_expired-subject = Zamówienie { $number } nie zostało opłacone
payment_expired-preheader = Nie otrzymaliśmy płatności za to zamówienie i nie pobraliśmy żadnych pieniędzy.
payment_expired-headline = Nie otrzymaliśmy Twojej płatności
payment_expired-lead = Płatność { $amount } za zamówienie { $number } z { $date } do nas nie dotarła, więc nie odkładamy już tych produktów. Nie pobraliśmy żadnych pieniędzy. Jeśli nadal je chcesz, zapłać teraz lub zamów ponownie; jeśli płatność została wysłana, odpowiedz na tę wiadomość.

## Not in stock

back_ordered-subject = Zamówienie { $number }: brak części produktów
back_ordered-preheader = Części produktów jeszcze nie ma. Możesz poczekać albo anulować bez opłat.
back_ordered-headline = Części Twojego zamówienia nie ma w magazynie
back_ordered-lead = Twojego zamówienia { $number } z { $date } nie możemy na razie skompletować: części produktów nie ma teraz w magazynie. Przepraszamy. Niżej widać, czego brakuje i kiedy się tego spodziewamy.
back_ordered-unknown = Jeśli data nie jest jeszcze znana, pojawi się na stronie zamówienia, gdy tylko będzie ustalona.
back_ordered-others = Pozostałe produkty z zamówienia są w magazynie.
back_ordered-choice = Jeśli wolisz nie czekać, odpowiedz na tę wiadomość: możesz bez opłat anulować te produkty albo całe zamówienie i dostaniesz z powrotem całą zapłaconą za nie kwotę.
back-ordered-items = Produkty, których jeszcze nie ma
back-ordered = Na razie brak w magazynie, przewidywana data: { $date }
back-ordered-unknown = Na razie brak w magazynie, data nieznana
back-ordered-some = Na razie brak w magazynie: { $shown }, przewidywana data: { $date }
back-ordered-some-unknown = Na razie brak w magazynie: { $shown }, data nieznana

## Not shipped in time

late_to_ship-subject = Zamówienie { $number } potrwa dłużej, niż planowano
late_to_ship-preheader = Nie jest jeszcze w drodze. Możesz poczekać albo anulować je bez opłat.
late_to_ship-headline = Spóźniamy się z Twoim zamówieniem
late_to_ship-lead = Twoje zamówienie { $number } z { $date } powinno już być w drodze, a nie jest. Przepraszamy. Napiszemy, gdy tylko wyruszy. Jeśli wolisz nie czekać, odpowiedz na tę wiadomość: możesz anulować zamówienie bez opłat i dostać z powrotem wszystkie pieniądze.

## Waiting to be fetched

ready_for_pickup-subject = Zamówienie { $number } jest gotowe do odbioru
ready_for_pickup-preheader = Twoja paczka czeka na odbiór od { $date }.
ready_for_pickup-headline = Twoja paczka jest gotowa do odbioru
ready_for_pickup-lead = Twoja paczka z zamówieniem { $number } czeka na Ciebie od { $date }. Weź ze sobą numer przesyłki i dokument tożsamości. Nieodebrane paczki wracają do nas.
pickup_waiting-subject = Zamówienie { $number }: paczka wciąż czeka
pickup_waiting-preheader = Odbierz ją jak najszybciej: nieodebrane paczki wracają do nas.
pickup_waiting-headline = Twoja paczka wciąż na Ciebie czeka
pickup_waiting-lead = Twoja paczka z zamówieniem { $number } czeka na Ciebie od { $date }. Odbierz ją jak najszybciej: nieodebrane paczki wracają do nas.

## After delivery

follow_up-subject = W sprawie zamówienia { $number }
follow_up-preheader = Jeśli coś jest nie tak, odpowiedz na tę wiadomość: ktoś ją przeczyta.
follow_up-headline = Czy wszystko w porządku?
follow_up-lead = Twoje zamówienie { $number } dotarło { $date }. Jeśli czegoś brakuje, coś jest uszkodzone lub niejasne, odpowiedz na tę wiadomość: ktoś ją przeczyta i pomoże. Jeśli wszystko jest w porządku, nie musisz nic robić.
csat-subject = Zamówienie { $number }: Twoja ocena
csat-preheader = Jedno pytanie, mniej niż minuta. Dziękujemy za odpowiedź.
csat-headline = Jak oceniasz swoje zamówienie?
csat-lead = Twoje zamówienie { $number } dotarło { $date }. Jak je oceniasz w skali od 1 do 5? Odpowiedź zapisze się dopiero wtedy, gdy wyślesz ją na stronie, która się otworzy.
csat-button = Odpowiedz na pytanie
csat-lowest = 1: bardzo źle
csat-highest = 5: bardzo dobrze
nps-subject = Zamówienie { $number }: jedno pytanie o nas
nps-preheader = Jedno pytanie o zamówienie { $number }, które zajmie mniej niż minutę.
nps-headline = Czy nas polecisz?
nps-lead = Twoje zamówienie { $number } dotarło { $date }. Na ile prawdopodobne jest, w skali od 0 do 10, że polecisz nas znajomym? Odpowiedź zapisze się dopiero wtedy, gdy wyślesz ją na stronie, która się otworzy.
nps-button = Odpowiedz na pytanie
nps-lowest = 0: zupełnie nieprawdopodobne
nps-highest = 10: bardzo prawdopodobne
review-subject = Zamówienie { $number }: Twoja opinia
review-preheader = Kilka słów o zamówieniu { $number } pomoże innym w wyborze.
review-headline = Co myślisz o zamówieniu?
review-lead = Twoje zamówienie { $number } dotarło { $date }. Kilka słów o tym, co Ci się podoba, a co nie, pomoże innym w wyborze. Twoje słowa zapiszą się dopiero wtedy, gdy wyślesz je na stronie, która się otworzy.
review-button = Napisz opinię

## A basket that was left

abandoned-subject = Twój koszyk w sklepie { $shop } wciąż czeka
abandoned-preheader = Nic nie zamówiono i nie pobraliśmy żadnej opłaty. Możesz wrócić do koszyka.
abandoned-headline = Twój koszyk wciąż czeka
abandoned-lead = Twój koszyk w sklepie { $shop } od { $date } zawiera produkty wymienione poniżej, ale nie zostały one zamówione. Nie pobraliśmy żadnej opłaty. Jeśli nadal je chcesz, możesz wrócić do koszyka i dokończyć zakupy.
abandoned-choice = Jeśli coś nie zadziałało, odpowiedz na tę wiadomość: ktoś ją przeczyta. Jeśli nie chcesz już tych produktów, nie musisz nic robić. W sprawie tego koszyka piszemy tylko ten jeden raz.
abandoned-button = Wróć do koszyka

## A corrected address

confirm_address-subject = Potwierdź swój adres e-mail
confirm_address-preheader = Wystarczy jedno kliknięcie, a sklep { $shop } będzie pisać na ten adres.
confirm_address-headline = Potwierdź swój adres e-mail
confirm_address-lead = Twój adres e-mail został podany, aby sklep { $shop } mógł wysyłać na niego wiadomości o zamówieniu. Jeśli to Twoja prośba, otwórz w ciągu 7 dni stronę, do której prowadzi ten przycisk, i potwierdź tam adres.
confirm_address-not-you = Jeśli to nie Twoja prośba, nie musisz nic robić: bez Twojego potwierdzenia nic tu nie wyślemy.
confirm_address-button = Potwierdź ten adres
why-confirm = Dostajesz tę wiadomość, ponieważ ktoś wpisał ten adres na stronie sklepu { $shop }.

## For the shop

new_order-subject = Nowe zamówienie { $number }
new_order-preheader = Złożone { $date }. Oto, co trzeba spakować.
new_order-headline = Nowe zamówienie
new_order-lead = Twój sklep ma nowe zamówienie { $number } z { $date }. Jest potwierdzone i można je spakować.
new_order-button = Zobacz zamówienie
customer = Klient
customer-email = E-mail
customer-note = Uwaga klienta
sku = SKU
trouble-withdrawal = Klient odstępuje od umowy
trouble-withdrawal-todo = Klient odstąpił od umowy na stronie zamówienia i ma wiadomość, która to potwierdza. Zatrzymaj paczkę, jeśli jeszcze nie wyszła, podaj klientowi adres do odesłania produktów i zwróć pieniądze w ciągu 14 dni.
trouble-return_requested = Klient chce coś zwrócić
trouble-return_requested-todo = Zdecyduj o tym tam, gdzie obsługujesz zwroty. Klient ma wiadomość, że zgłoszenie do Ciebie dotarło.
attention-subject = Zamówienie { $number }: { $what }
attention-lead = Twojej uwagi wymaga zamówienie { $number } z { $date }.
attention-button = Zobacz zamówienie
trouble-since = Od kiedy
trouble-mark = Ocena
trouble-words = Słowami klienta
trouble-not_shipped = Niewysłane na czas
trouble-not_shipped-todo = Wyślij zamówienie albo napisz do klienta. Gdy minie dwa razy tyle, ile wynosi Twój czas wysyłki, klient zostanie powiadomiony automatycznie.
trouble-not_handed_over = Jest etykieta, brak skanu
trouble-not_handed_over-todo = Sprawdź, czy paczka została przekazana przewoźnikowi.
trouble-no_scan = Od kilku dni brak skanu
trouble-no_scan-todo = Zapytaj przewoźnika, gdzie jest paczka. Gdy minie dwa razy tyle czasu, klient zostanie powiadomiony automatycznie.
trouble-promise_at_risk = Obiecany termin zagrożony
trouble-promise_at_risk-todo = Paczka jest obiecana na dziś, a kurier jeszcze jej nie ma. Zapytaj przewoźnika, gdzie ona jest.
trouble-promise_passed = Obiecany termin minął
trouble-promise_passed-todo = Paczka nie dotarła w obiecanym terminie. Klient zostanie powiadomiony rano.
trouble-payment_pending = Płatność się przeciąga
trouble-payment_pending-todo = Sprawdź płatność: pieniądze są w drodze od kilku dni.
trouble-payment_expired = Długo nieopłacone
trouble-payment_expired-todo = Anuluj zamówienie albo zapytaj klienta.
trouble-held = Płatność się nie zgadza
trouble-held-todo = Zamówienie nie jest potwierdzone. Porównaj płatność z zamówieniem: kwotę i walutę.
trouble-pickup_waiting = Nikt nie odbiera paczki
trouble-pickup_waiting-todo = Paczka wkrótce wróci. Klient dostał przypomnienie; może warto zadzwonić.
trouble-refund_not_settled = Zwrot pieniędzy nie dociera
trouble-refund_not_settled-todo = Sprawdź zwrot u operatora płatności: został zapowiedziany, ale nie jest rozliczony.
trouble-refund_failed = Nieudany zwrot pieniędzy
trouble-refund_failed-todo = Zwróć pieniądze w inny sposób i powiadom klienta.
trouble-returning = Paczka wraca do sklepu
trouble-returning-todo = Wybierz między nową paczką a zwrotem pieniędzy i powiadom klienta.
trouble-return_silent = Paczka wraca, brak skanów
trouble-return_silent-todo = Zapytaj przewoźnika, gdzie jest paczka.
trouble-lost = Przewoźnik zgubił paczkę
trouble-lost-todo = Złóż reklamację u przewoźnika i zaproponuj klientowi nową paczkę albo zwrot pieniędzy.
trouble-problem = Przewoźnik zgłasza problem
trouble-problem-todo = Sprawdź śledzenie przesyłki: przewoźnik może potrzebować adresu, dokumentu albo decyzji.
trouble-unreachable = E-maile do klienta wracają
trouble-unreachable-todo = Poproś klienta o inny adres, na przykład telefonicznie, i zmień go w zamówieniu. Klient może też poprawić go na stronie zamówienia; to, co wróciło, zostanie wtedy wysłane ponownie automatycznie.
trouble-complaint = E-mail zgłoszony jako spam
trouble-complaint-todo = Klient nie dostaje już żadnych pytań; wiadomości o zamówieniu są nadal wysyłane. Zapytaj, czy coś jest nie tak.
trouble-correction_refused = Odrzucona zmiana e-maila
trouble-correction_refused-todo = Ktoś pięć razy próbował poprawić adres e-mail na stronie zamówienia, nie znając kodu pocztowego i numeru telefonu. Zadzwoń do klienta i zmień adres w zamówieniu. Strona nie przyjmuje kolejnych prób.
trouble-unhappy = Niezadowolony klient
trouble-unhappy-todo = Klient wystawił niską ocenę. Przeczytaj odpowiedź i napisz albo zadzwoń, póki można to jeszcze naprawić.

## Shipped

shipped-subject = Zamówienie { $number } jest w drodze
shipped-preheader = { $carrier } ma już Twoją paczkę, numer { $tracking }.
shipped-preheader-plain = Twoja paczka jest w drodze. Oto, co w niej jest.
shipped-headline = Twoje zamówienie jest w drodze
shipped-lead = Twoje zamówienie { $number } zostało wysłane { $date }.
shipped-part-subject = Część zamówienia { $number } jest w drodze
shipped-part-headline = Część Twojego zamówienia jest w drodze
shipped-part-lead = Twoja paczka z zamówienia { $number } została wysłana { $date }.

## Another tracking number

number_changed-subject = Zamówienie { $number }: nowy numer przesyłki
number_changed-preheader = Od teraz śledź swoją paczkę pod numerem { $tracking }.
number_changed-headline = Twoja paczka ma nowy numer przesyłki
number_changed-lead = Twoja paczka z zamówieniem { $number } ma teraz numer przesyłki { $tracking }. Zastępuje on numer { $before }, którego już nie potrzebujesz.
number_changed-lead-many = Twoja paczka z zamówieniem { $number } ma teraz numer przesyłki { $tracking }. Wcześniejsze numery są już nieważne.
number_changed-first-subject = Zamówienie { $number }: numer przesyłki
number_changed-first-preheader = Możesz już śledzić swoją paczkę pod numerem { $tracking }.
number_changed-first-headline = Możesz już śledzić swoją paczkę
number_changed-first-lead = Twoja paczka z zamówieniem { $number } ma już numer przesyłki: { $tracking }.

## Out for delivery

out_for_delivery-subject = Kurier wiezie zamówienie { $number }
out_for_delivery-preheader = Kurier ma Twoją paczkę. Przewidywana dostawa: { $date }.
out_for_delivery-headline = Kurier wiezie Twoją paczkę
out_for_delivery-lead = Twoja paczka z zamówieniem { $number } jest już u kuriera. Przewidywana dostawa: { $date }.
out_for_delivery-part-subject = Kurier wiezie paczkę z zamówienia { $number }

## Delivered

delivered-subject = Zamówienie { $number } zostało doręczone
delivered-preheader = Doręczono { $date }. Nie ma paczki? Odpowiedz na tę wiadomość, sprawdzimy to.
delivered-headline = Twoja paczka została doręczona
delivered-lead = Twoja paczka z zamówieniem { $number } została według przewoźnika doręczona { $date }.
delivered-missing = Nie ma paczki? Może być u sąsiadów albo w bezpiecznym miejscu. Jeśli nie możesz jej znaleźć, odpowiedz na tę wiadomość, a my to sprawdzimy.
delivered-part-subject = Paczka z zamówienia { $number } doręczona

## Delayed

delayed-subject = Zamówienie { $number } jest opóźnione
delayed-preheader = Twoja paczka się spóźnia. Nowa przewidywana data dostawy: { $date }.
delayed-preheader-unknown = Twoja paczka się spóźnia. Przewoźnik nie podał jeszcze nowej daty.
delayed-headline = Twoja paczka się spóźnia
delayed-lead = Twoja paczka z zamówieniem { $number } jest opóźniona. Przepraszamy. Nowa data dostawy przewidywana przez przewoźnika: { $date }.
delayed-lead-unknown = Twoja paczka z zamówieniem { $number } jest opóźniona. Przepraszamy. Przewoźnik nie podał jeszcze nowej daty; napiszemy, gdy tylko ją poda.
delayed-choice = Jeśli wolisz nie czekać, odpowiedz na tę wiadomość: wspólnie znajdziemy rozwiązanie, a jeśli zamówienie nie może już do Ciebie dotrzeć, dostaniesz pieniądze z powrotem.
delayed-part-subject = Paczka z zamówienia { $number } się spóźnia
cause-carrier = Opóźnienie u przewoźnika
cause-weather = Zła pogoda na trasie
cause-customs = Paczka jest w odprawie celnej
cause-silent = Przewoźnik od kilku dni nie zeskanował paczki
cause-promise = Paczka nie dotarła w obiecanym dniu

## Delivery was tried

delivery_attempted-subject = Zamówienie { $number }: próba doręczenia
delivery_attempted-preheader = Kurier nie mógł doręczyć paczki { $date }. Sprawdź, co dzieje się dalej.
delivery_attempted-headline = Kurier nie mógł doręczyć Twojej paczki
delivery_attempted-lead = Twoją paczkę z zamówieniem { $number } kurier próbował doręczyć { $date }, ale nie mógł jej przekazać.
delivery_attempted-next = Przewoźnicy zwykle próbują ponownie następnego dnia roboczego albo zostawiają paczkę w punkcie odbioru. Na stronie przewoźnika sprawdzisz, co dzieje się dalej; często możesz tam wybrać inny dzień lub inne miejsce.
tried-on = Data próby
attempt-recipient_absent = Nikogo nie było na miejscu
attempt-address = Nie znaleziono adresu
attempt-refused = Paczka nie została przyjęta
attempt-other = Przewoźnik nie podaje powodu

## A wrong address

address_problem-subject = Zamówienie { $number }: sprawdź adres
address_problem-preheader = Przewoźnik nie może doręczyć Twojej paczki pod adres, który mamy.
address_problem-headline = Potrzebujemy Twojej pomocy z adresem
address_problem-lead = Twojej paczki z zamówieniem { $number } przewoźnik nie może doręczyć pod poniższy adres. Odpowiedz na tę wiadomość jak najszybciej i podaj właściwy adres.
address_problem-else = Jeśli przewoźnik nie dostanie właściwego adresu w ciągu kilku dni, paczka wróci do nas.
address-we-have = Adres, który mamy

## On its way back, lost

returning-subject = Paczka z zamówienia { $number } do nas wraca
returning-preheader = Przewoźnik odwozi do nas Twoją paczkę. Możesz wybrać, co dalej.
returning-headline = Twoja paczka wraca do nas
returning-lead = Twojej paczki z zamówieniem { $number } nie udało się doręczyć. Przewoźnik odwozi ją do nas.
returning-choice = Napisz, co wolisz: możemy wysłać ją ponownie albo zwrócić Ci pieniądze. Wystarczy odpowiedzieć na tę wiadomość.
lost-subject = Paczka z zamówieniem { $number } zaginęła
lost-preheader = Przepraszamy. Wybór należy do Ciebie: nowa paczka albo zwrot pieniędzy.
lost-headline = Przepraszamy: Twoja paczka zaginęła
lost-lead = Twoja paczka z zamówieniem { $number } według przewoźnika zaginęła. To nie powinno było się zdarzyć.
lost-choice = Wybór należy do Ciebie: wyślemy nową paczkę, jeśli produkty są jeszcze dostępne, albo zwrócimy Ci pieniądze. Wystarczy odpowiedzieć na tę wiadomość.

## Cancelled

cancelled-subject = Zamówienie { $number } anulowane
cancelled-headline = Twoje zamówienie zostało anulowane
cancelled-lead = Twoje zamówienie { $number } z { $date } zostało anulowane.
cancelled-preheader-free = Nie pobraliśmy żadnych pieniędzy. Nie musisz nic robić.
cancelled-free = Nie pobraliśmy za nie żadnych pieniędzy.
cancelled-preheader-reserved = Nie pobraliśmy żadnych pieniędzy. Nie musisz nic robić.
cancelled-reserved = Nie pobraliśmy żadnych pieniędzy. Jeśli bank pokazuje zablokowaną kwotę, sam ją zwolni, zwykle w ciągu kilku dni.
cancelled-preheader-refunded = Zwróciliśmy Twoją płatność: { $paid }. Nie musisz nic robić.
cancelled-refunded = Zwróciliśmy Twoją płatność w wysokości { $paid }. W zależności od banku pieniądze dotrą w ciągu kilku dni roboczych.
cancelled-preheader-partly = Z zapłaconej kwoty { $paid } zwróciliśmy do tej pory { $refunded }.
cancelled-partly = Zapłacona kwota to { $paid }, a do tej pory zwróciliśmy { $refunded }. Jeśli reszta do Ciebie nie dotarła, odpowiedz na tę wiadomość.
cancelled-preheader-paid = Zapłacona kwota to { $paid }. Nie została jeszcze zwrócona.
cancelled-paid = Zapłacona kwota to { $paid }. Nie została jeszcze zwrócona. Jeśli w ciągu kilku dni nie dostaniesz wiadomości o zwrocie pieniędzy, odpowiedz na tę wiadomość.
cancelled-mistake = Jeśli ta wiadomość jest dla Ciebie nieoczekiwana, odpowiedz na nią.

## Refund

refund-subject = Zwrot pieniędzy za zamówienie { $number }
refund-preheader = Zwróciliśmy { $amount }. Pieniądze dotrą w ciągu kilku dni roboczych.
refund-headline = Zwrot pieniędzy jest w drodze
refund-lead = Twoją płatność w wysokości { $amount } za zamówienie { $number } zwróciliśmy w całości. W zależności od banku pieniądze dotrą w ciągu kilku dni roboczych.
refund-part-lead = Twój zwrot pieniędzy za zamówienie { $number } to łącznie { $amount }. W zależności od banku pieniądze dotrą w ciągu kilku dni roboczych.

## A refund that failed

refund_failed-subject = Zamówienie { $number }: zwrot pieniędzy nie dotarł
refund_failed-preheader = Nie udało się zwrócić Ci { $amount }. Szukamy innego sposobu.
refund_failed-headline = Nie udało się zwrócić Ci pieniędzy
refund_failed-lead = Twój zwrot pieniędzy w wysokości { $amount } za zamówienie { $number } nie dotarł i kwota wróciła do nas. Zdarza się to na przykład wtedy, gdy karta została zablokowana lub konto zamknięte.
refund_failed-next = Szukamy innego sposobu. Jeśli masz teraz inną kartę lub inne konto, odpowiedz na tę wiadomość, ale nie wysyłaj nam numerów kart.

## Returns

return_requested-subject = Zamówienie { $number }: zgłoszenie zwrotu przyjęte
return_requested-preheader = Napiszemy, gdy tylko zapadnie decyzja. Do tego czasu nic nie odsyłaj.
return_requested-headline = Mamy Twoje zgłoszenie zwrotu
return_requested-lead = Twoje zgłoszenie zwrotu produktów z zamówienia { $number } do nas dotarło. Napiszemy, gdy tylko zapadnie decyzja.
return_requested-next = Do tego czasu nic nie odsyłaj: podamy Ci, dokąd wysłać produkty.
return_requested-mistake = Jeśli to zgłoszenie nie pochodzi od Ciebie, odpowiedz na tę wiadomość.
return_approved-subject = Zamówienie { $number }: zwrot zaakceptowany
return_approved-preheader-label = Oto etykieta zwrotna i wskazówki, co z nią zrobić.
return_approved-preheader-address = Oto adres do odesłania produktów i to, co włożyć do paczki.
return_approved-preheader-written = Napiszemy do Ciebie, jak odesłać produkty.
return_approved-headline = Możesz odesłać produkty
return_approved-lead = Twój zwrot z zamówienia { $number } został zaakceptowany.
return_approved-label = Otwórz etykietę przyciskiem, wydrukuj ją i naklej na paczkę. Potem nadaj paczkę.
return_approved-address = Odeślij produkty na adres podany niżej i włóż do paczki kartkę z numerem zamówienia { $number }.
return_approved-written = Napiszemy do Ciebie, jak odesłać produkty. Do tego czasu nic nie wysyłaj.
return_approved-deadline = Ostatni dzień na wysłanie: { $date }.
return_approved-proof = Zachowaj dowód nadania, aż dostaniesz pieniądze z powrotem.
return_declined-subject = Zamówienie { $number }: zwrot odrzucony
return_declined-preheader = Nie możemy przyjąć produktów z powrotem. Piszemy, dlaczego i co możesz zrobić.
return_declined-headline = Nie możemy przyjąć zwrotu
return_declined-lead = Twojego zwrotu z zamówienia { $number } niestety nie możemy przyjąć. Powód podajemy niżej.
return_declined-appeal = Jeśli widzisz to inaczej albo produkt ma wadę, odpowiedz na tę wiadomość: przeczytamy ją i sprawdzimy sprawę jeszcze raz.
return_received-subject = Zamówienie { $number }: zwrot dotarł
return_received-preheader = Produkty do nas dotarły. Napiszemy do Ciebie, co dalej.
return_received-preheader-refund = Dostaniesz z powrotem { $amount }. Napiszemy, gdy pieniądze będą w drodze.
return_received-headline = Otrzymaliśmy Twój zwrot
return_received-lead = Twój zwrot z zamówienia { $number } dotarł do nas { $date }.
return_received-refund = Dostaniesz z powrotem { $amount }. Napiszemy ponownie, gdy pieniądze będą w drodze.
return_received-checked = Sprawdziliśmy produkty i napiszemy do Ciebie, co dalej.
return_received-next = Teraz sprawdzimy produkty i napiszemy do Ciebie, co dalej.
return_received-refused = Nie mogliśmy przyjąć wszystkiego. Jeśli chcesz wiedzieć dlaczego, odpowiedz na tę wiadomość.
return-number = Numer zwrotu
return-reason = Powód
return-items = Produkty, których dotyczy zwrot
return-send-by = Wyślij najpóźniej
return-cost = Koszt
return-free = Bezpłatnie
return-address = Adres do zwrotu
return-label = Otwórz etykietę zwrotną
return-declined = Powód odmowy
return-late = Termin na zwrot minął
return-final_sale = Te produkty nie podlegają zwrotowi, o czym była mowa przy zakupie
return-received-on = Data otrzymania
return-refund = Kwota zwrotu
return-accepted = Przyjęte
return-refused = Nieprzyjęte

## Withdrawal from the contract

withdrawal-subject = Zamówienie { $number }: otrzymaliśmy odstąpienie
withdrawal-preheader = Dotarło do nas { $time }. Zachowaj tę wiadomość jako dowód.
withdrawal-headline = Otrzymaliśmy odstąpienie od umowy
withdrawal-lead = Twoje oświadczenie o odstąpieniu od umowy dotyczącej zamówienia { $number } dotarło do nas { $time }. Zachowaj tę wiadomość jako dowód.
withdrawal-next = Jeśli produkty są już u Ciebie, odeślij je w ciągu 14 dni. Pieniądze dostaniesz z powrotem w ciągu 14 dni od złożenia oświadczenia, jednak nie wcześniej, niż otrzymamy produkty albo dowód ich odesłania.
withdrawal-mistake = Jeśli to oświadczenie nie pochodzi od Ciebie, odpowiedz od razu na tę wiadomość.
withdrawal-reference = Numer referencyjny
withdrawal-received = Data otrzymania
withdrawal-of = Zakres odstąpienia
withdrawal-all = Całe zamówienie
withdrawal-words = Twoimi słowami

## The order page

page-title = Zamówienie { $number }, { $shop }
page-skip = Przejdź do zamówienia
page-headline-withdrawn = To zamówienie nie jest już aktywne
page-headline-cancelled = Twoje zamówienie zostało anulowane
page-headline-refunded = Pieniądze za zamówienie zostały zwrócone
page-headline-payment-failed = Płatność się nie powiodła
page-headline-awaiting-payment = Czekamy na Twoją płatność
page-headline-confirmed = Twoje zamówienie jest potwierdzone
page-headline-preparing = Przygotowujemy Twoje zamówienie
page-headline-partly-shipped = Część Twojego zamówienia jest w drodze
page-headline-shipped = Twoje zamówienie jest w drodze
page-headline-out-for-delivery = Kurier wiezie Twoją paczkę
page-headline-needs-attention = Twoja paczka wymaga uwagi
page-headline-partly-delivered = Część Twojego zamówienia dotarła
page-headline-delivered = Twoje zamówienie dotarło
page-headline-returning = Twoja paczka wraca do sklepu
page-lead-due = Do zapłaty pozostało { $amount }.
page-lead-failed = Ostatnia próba płatności się nie powiodła. Możesz spróbować ponownie, wybierając ten sam lub inny sposób płatności.
page-lead-attention = Przewoźnik czegoś potrzebuje albo nie mógł przekazać paczki. Szczegóły znajdziesz w najnowszym wpisie poniżej.
page-as-of = Stan na { $time }.
page-timeline = Co się do tej pory wydarzyło
page-placed = Zamówienie złożone
page-paid = Zapłacono
page-paid-amount = Zapłacono: { $amount }
page-pay-failed = Płatność się nie powiodła
page-shipped = Paczka wysłana
page-shipped-with = Paczka wysłana, przewoźnik: { $carrier }
page-cancelled = Zamówienie anulowane
page-refunded = Zwrócono łącznie: { $amount }
page-parcels = { $count ->
    [one] Twoja paczka
    [few] Twoje paczki
   *[many] Twoje paczki
}
page-parcel = Paczka { $number } z { $of }
page-parcel-one = Paczka
page-items = Produkty
page-returns = Twoje zwroty
page-return-requested = Zgłoszony: sklep do Ciebie napisze
page-return-approved = Zaakceptowany: jak odesłać produkty, piszemy w osobnej wiadomości
page-return-declined = Odrzucony: powód podajemy w osobnej wiadomości
page-return-received = Sklep otrzymał zwrot
page-return-closed = Zakończony
page-paid-in-full = Opłacone w całości
page-nothing-due = Nic do zapłaty
page-not-charged = Nie pobraliśmy żadnych pieniędzy.
page-going-to = Miejsce dostawy
page-help = Pomoc i zwroty
page-help-text = Masz pytania o to zamówienie? Sklep { $shop } chętnie pomoże. Możesz też odpowiedzieć na dowolną wiadomość o tym zamówieniu.
page-contact = Uzyskaj pomoc
page-shop = Odwiedź sklep { $shop }
page-private = Ta strona jest tylko dla Ciebie. Zobaczy ją każdy, kto zna jej adres, więc udostępniaj go ostrożnie.
page-state-pre_transit = W przygotowaniu
page-state-accepted = U przewoźnika
page-state-in_transit = W drodze
page-state-exception = Zatrzymana w drodze
page-state-out_for_delivery = Wydana do doręczenia
page-state-delivery_attempted = Próba doręczenia
page-state-available_for_pickup = Gotowa do odbioru
page-state-delivered = Doręczona
page-state-return_to_sender = W drodze powrotnej do sklepu
page-state-returned = Z powrotem w sklepie
page-state-lost = Zgubiona przez przewoźnika
page-state-expired = Brak wiadomości od przewoźnika
page-state-cancelled = Etykieta anulowana
page-missing-title = Nie znaleziono strony
page-missing-headline = Nie udało się znaleźć tej strony
page-missing-lead = Adres może być niepełny lub nieaktualny. Otwórz ponownie link z najnowszej wiadomości o zamówieniu albo odpowiedz na nią: ktoś pomoże.
page-later-title = Chwilowo niedostępne
page-later-headline = Ta strona ma krótką przerwę
page-later-lead = Twoje zamówienie jest bezpieczne. Spróbuj ponownie za kilka minut.

## The order page: mail that comes back, and a corrected address

repair-title = Nasze e-maile do Ciebie nie docierają
repair-lead = E-maile wysłane na { $address } do nas wracają. Wiadomości o tym zamówieniu do Ciebie nie docierają.
repair-how = Możesz tu poprawić adres. Aby nikt inny nie mógł tego zrobić, prosimy o dwie informacje, które znasz tylko Ty.
repair-which = Który adres jest właściwy?
repair-other = Inny adres
repair-email = Twój adres e-mail
repair-postcode = Kod pocztowy z adresu rozliczeniowego
repair-digits = Ostatnie 4 cyfry numeru telefonu podanego w zamówieniu
repair-send = Wyślij potwierdzenie
repair-why = Na nowy adres wyślemy jedną wiadomość. Dopiero gdy potwierdzisz w niej adres, zaczniemy pisać tam o tym zamówieniu i ponownie wyślemy to, co wróciło.
repair-sent = Jeśli obie informacje pasują do tego zamówienia, wiadomość jest już w drodze na nowy adres. Aby go potwierdzić, otwórz w ciągu 7 dni link z tej wiadomości. Po kilku minutach nadal nic? Otwórz tę stronę ponownie.
repair-waiting = Wysłaliśmy wiadomość na { $address }. Aby potwierdzić adres, otwórz w ciągu 7 dni link z tej wiadomości. Nic nie przyszło? Zajrzyj do folderu ze spamem albo popraw adres poniżej.
repair-shop = Skontaktuj się ze sklepem, aby poprawić adres.
repair-mistake-address = Podaj inny adres niż ten, który nie działa, w postaci nazwa@example.com.
repair-mistake-missing = Podaj kod pocztowy i cyfry.
repair-mistake-proof = Te informacje nie pasują do tego zamówienia. Masz łącznie 5 prób. W razie wątpliwości skontaktuj się ze sklepem.
confirm-open-headline = Potwierdź swój adres e-mail
confirm-open-lead = Czy sklep { $shop } ma wysyłać wiadomości o zamówieniu na { $address }?
confirm-open-button = Tak, to mój adres
confirm-open-note = Jeśli to nie Twoje zamówienie, zamknij tę stronę. Bez Twojego potwierdzenia nic nie wyślemy.
confirm-done-headline = Twój adres jest potwierdzony
confirm-done-lead = Dziękujemy. Od teraz sklep { $shop } pisze na { $address }. To, co wcześniej nie dotarło, przyjdzie za kilka minut.
confirm-outdated-headline = Ten adres nie jest już potrzebny
confirm-outdated-lead = W międzyczasie do tego zamówienia podano inny adres. Nie musisz nic robić.

## The order page: answers

ask-csat-title = Jak oceniasz to zamówienie?
ask-csat-lead = Wybierz liczbę. Zapisze się, gdy naciśniesz przycisk.
ask-csat-text = Chcesz coś dodać? (opcjonalnie)
ask-nps-title = Na ile prawdopodobne jest, że polecisz nas znajomym?
ask-nps-lead = Wybierz liczbę. Zapisze się, gdy naciśniesz przycisk.
ask-nps-text = Jaki jest główny powód? (opcjonalnie)
ask-review-title = Co myślisz o zamówionych produktach?
ask-review-lead = Wystarczy kilka słów. Zapiszą się i trafią do sklepu, gdy naciśniesz przycisk.
ask-review-text = Twoja opinia
ask-send = Wyślij
ask-send-again = Zmień odpowiedź
ask-saved = Dziękujemy, Twoja odpowiedź jest zapisana.
ask-missing = Najpierw podaj odpowiedź.

## The order page: withdrawal from the contract

withdraw-open = Odstąp od umowy
withdraw-title = Odstąpienie od umowy
withdraw-lead = Możesz odstąpić od umowy dotyczącej tego zamówienia do { $date } bez podania przyczyny. Otrzymasz wiadomość, która to potwierdza, z datą i godziną.
withdraw-lead-early = Możesz odstąpić od umowy dotyczącej tego zamówienia bez podania przyczyny. Otrzymasz wiadomość, która to potwierdza, z datą i godziną.
withdraw-which = Które produkty?
withdraw-name = Imię i nazwisko
withdraw-text = Chcesz coś dodać? (opcjonalnie)
withdraw-send = Potwierdź odstąpienie
withdraw-done = Twoje odstąpienie od umowy dotarło do nas { $time }. Wiadomość, która to potwierdza, jest w drodze.
withdraw-missing = Wybierz co najmniej jeden produkt oraz podaj imię i nazwisko.
withdraw-over = Termin na odstąpienie od umowy minął. Skontaktuj się ze sklepem.

## Asked no more

stop-title = Koniec pytań
stop-lead = Czy sklep { $shop } ma przestać prosić Cię o opinie i oceny? Wiadomości o zamówieniach nadal będą przychodzić.
stop-button = Tak, nie pytajcie więcej
stop-done-headline = Nie będziemy więcej pytać
stop-done-lead = Sklep { $shop } nie będzie już prosić Cię o opinie i oceny. Wiadomości o zamówieniach nadal będą przychodzić.
stop-basket-title = Koniec wiadomości o koszykach
stop-basket-lead = Czy sklep { $shop } ma przestać pisać do Ciebie o koszykach oraz prosić Cię o opinie i oceny? Wiadomości o zamówieniach nadal będą przychodzić.
stop-basket-button = Tak, nie piszcie więcej
stop-basket-done-headline = Nie będziemy więcej wysyłać takich wiadomości
stop-basket-done-lead = Sklep { $shop } nie będzie już pisać do Ciebie o koszykach ani prosić Cię o opinie i oceny. Wiadomości o zamówieniach nadal będą przychodzić.
