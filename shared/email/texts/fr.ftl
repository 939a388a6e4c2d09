# Everything that customers read, in French (`vous`). Keys: <mail>-subject, -preheader, -headline, -lead; `page-` is the order
# page; the rest is shared. Amounts, dates and numbers arrive as they are to be shown. No-break blanks stand where French wants
# them: U+00A0 before a colon and after a number, U+202F before `;` and `?`.

## Shared

hello = Bonjour { $name },
hello-nobody = Bonjour,
order-number = Commande { $number }
colon =  :{" "}
place = { $town }, { $country }
view-order = Voir votre commande
pay-now = Payer maintenant
pay-again = Réessayer le paiement
track-parcel = Suivre le colis chez { $carrier }
track-parcel-plain = Suivre le colis

item = Article
quantity = Quantité
price = Prix
items-caption = { $count ->
    [one] { $shown } article dans votre commande
   *[other] { $shown } articles dans votre commande
}
items-more = { $count ->
    [one] Et encore { $shown } article : voir la page de votre commande.
   *[other] Et encore { $shown } articles : voir la page de votre commande.
}
subtotal = Sous-total
discount = Remise
shipping = Livraison
fees = Frais
tax = Taxes
rounding = Arrondi et ajustements
total = Total
tax-included = Dont { $amount } de taxes.

ship-to = Adresse de livraison
ship-how = Mode de livraison
payment = Paiement
paid-with = Moyen de paiement
amount = Montant
paid-on = Payé le
transaction = Transaction
due = Reste à payer
carrier = Transporteur
tracking-number = Numéro de suivi
number-before = Ancien numéro
expected = Livraison prévue
delivered-on = Livré le
delivered-where = Lieu de livraison
pickup-place = Lieu de retrait
new-date = Nouvelle date de livraison
date-unknown = Pas encore connue
reason = Motif
refunded = Remboursé
kept = Payé, remboursement déduit
ordered-total = Total de la commande

bill-to = Adresse de facturation
your-note = Votre message
promised = Livraison au plus tard le
refund-number = Numéro de remboursement
unsubscribe = Ne plus recevoir ces questions
unsubscribe-basket = Ne plus recevoir ces e-mails
why-unsubscribe = Vous recevez cet e-mail parce que vous avez commandé chez { $shop }. Nous posons rarement des questions, et vous pouvez y mettre fin à tout moment.
why-abandoned = Vous recevez cet e-mail parce que vous avez laissé un panier chez { $shop } et accepté de recevoir des e-mails. Nous en envoyons rarement, et vous pouvez y mettre fin à tout moment.

method-card = { $brand } se terminant par { $last4 }
method-wallet = { $method } ({ $wallet })
method-card-plain = Carte bancaire
method-sepa_debit = Prélèvement SEPA
method-bank_transfer = Virement bancaire
method-bank_account = Compte bancaire
method-cash_on_delivery = Paiement à la livraison
method-cash = Espèces
method-gift_card = Carte cadeau
method-invoice = Paiement sur facture

parcel-items = Dans ce colis
basket-items = Dans votre panier
basket-more = Les autres articles sont aussi dans votre panier.
parcel-order = Tous les articles de votre commande
to-come = Encore à venir
parcel-of = Il s’agit du colis { $number } sur { $of }.
parcel-part = Il s’agit d’une partie de votre commande. Le reste suivra dans un autre colis.

returns-title = Retours
returns-days = { $days ->
    [one] Vous pouvez retourner des articles dans un délai de { $shown } jour après la livraison.
   *[other] Vous pouvez retourner des articles dans un délai de { $shown } jours après la livraison.
}
returns-until = Vous pouvez retourner ces articles jusqu’au { $date }.
returns-link = Conditions de retour

questions = Des questions ? Répondez simplement à cet e-mail ou écrivez à { $address }.
help = Aide
why = Vous recevez cet e-mail parce que vous avez commandé chez { $shop }. Il concerne cette commande et n’est pas une publicité.

why-alert = Vous recevez cet e-mail, envoyé par { $shop } aux personnes qui s’occupent des commandes.

## Received, not paid yet

received-subject = Commande { $number } reçue, paiement attendu
received-preheader = Il reste { $amount } à payer. Nous commençons dès que le paiement nous parvient.
received-headline = Nous avons bien reçu votre commande
received-lead = Merci pour votre commande { $number }. Il reste { $amount } à payer ; nous préparerons la commande dès que le paiement nous sera parvenu.
received-lead-partly = Merci pour votre commande { $number }. À ce jour, nous avons reçu { $paid } sur { $total } ; il reste { $amount } à payer. Nous préparerons la commande dès qu’elle sera entièrement payée.
received-method = Moyen de paiement choisi : { $method }.

## Confirmed

confirmed-subject = Votre commande { $number } est confirmée
confirmed-preheader = Merci. Voici ce que vous avez commandé, ce que cela coûte et la suite.
confirmed-headline = Votre commande est confirmée
confirmed-lead = Merci pour votre commande { $number } du { $date }. Nous la préparons et nous vous écrirons de nouveau lorsqu’elle sera en route.
confirmed-lead-plain = Merci pour votre commande { $number } du { $date }. Tout ce que vous avez commandé figure ci-dessous.
confirmed-due = Vous paierez { $amount } plus tard : { $method }.
confirmed-due-plain = Il reste { $amount } à payer.
confirmed-back-ordered = Une partie n’est pas encore en stock, comme indiqué ci-dessous. Si vous préférez ne pas attendre, répondez à cet e-mail : vous pouvez l’annuler sans frais.

## Changed

edited-subject = Votre commande { $number } a été modifiée
edited-preheader = Le total est maintenant de { $total }. Voici votre commande à jour.
edited-headline = Votre commande a été modifiée
edited-lead = Votre commande { $number } du { $date } a été modifiée. Vous la trouverez à jour ci-dessous.
edited-due = Il reste { $amount } à payer.
edited-over = Vous avez payé { $amount } de plus que le prix actuel de la commande. Si vous n’avez pas de nouvelles d’un remboursement d’ici quelques jours, répondez à cet e-mail.
edited-address = L’adresse de livraison a changé. Merci de la vérifier ci-dessous.
edited-mistake = Si vous n’avez pas demandé cette modification, répondez à cet e-mail.
changes = Ce qui a changé
change-added = Ajouté : { $item }
change-removed = Retiré : { $item }
change-quantity = Modifié : { $item }, maintenant { $now } au lieu de { $before }
total-before = Total précédent
total-now = Nouveau total

## On hold

on_hold-subject = Votre commande { $number } est en attente
on_hold-preheader = Un point doit d’abord être vérifié. Nous vous écrirons dès que la commande avancera.
on_hold-headline = Votre commande est en attente
on_hold-lead = Votre commande { $number } du { $date } est en attente, car un point doit d’abord être vérifié. Vous n’avez rien à faire, sauf si nous vous le demandons. Nous vous écrirons dès qu’elle avancera.
on_hold-choice = Si vous préférez ne pas attendre, répondez à cet e-mail. Vous pouvez annuler sans frais.

## Receipt

receipt-subject = Reçu pour la commande { $number }
receipt-preheader = Nous avons bien reçu votre paiement de { $amount }. Merci.
receipt-headline = Merci pour votre paiement
receipt-lead = Nous avons bien reçu votre paiement de { $amount } pour la commande { $number }. Merci de conserver cet e-mail dans vos dossiers.
receipt-extra-subject = Autre paiement pour la commande { $number }
receipt-extra-preheader = Nous avons reçu un autre paiement de { $amount } pour cette commande.
receipt-extra-headline = Nous avons reçu un autre paiement
receipt-extra-lead = Nous avons reçu un autre paiement de { $amount } pour la commande { $number }, qui était déjà payée. Si vous ne vouliez pas payer une seconde fois, répondez à cet e-mail et nous réglerons cela.

## Payment failed

payment_failed-subject = Commande { $number } : paiement non abouti
payment_failed-preheader = Votre commande est conservée. Vous pouvez payer de nouveau, même autrement.
payment_failed-headline = Le paiement n’a pas abouti
payment_failed-lead = Le paiement de { $amount } pour la commande { $number } n’a pas abouti. Cela arrive souvent pour des raisons sans gravité. Votre commande est conservée, et vous pouvez réessayer avec le même moyen de paiement ou un autre.
payment_failed-lead-no-link = Le paiement de { $amount } pour la commande { $number } n’a pas abouti. Cela arrive souvent pour des raisons sans gravité. Votre commande est conservée ; répondez à cet e-mail s’il vous faut un autre moyen de paiement.

## Still not paid

payment_reminder-subject = La commande { $number } attend votre paiement
payment_reminder-preheader = Il reste { $amount } à payer. Si vous venez de payer, vous n’avez rien à faire.
payment_reminder-headline = Votre commande attend votre paiement
payment_reminder-lead = Merci pour votre commande { $number } du { $date }. Il reste { $amount } à payer ; nous préparerons la commande dès que le paiement nous sera parvenu. Si vous venez de payer, vous n’avez rien à faire.
payment_expired-subject = La commande { $number } n’a pas été payée
payment_expired-preheader = Nous n’avons pas reçu de paiement, et rien ne vous a été débité.
payment_expired-headline = Nous n’avons pas reçu votre paiement
payment_expired-lead = Nous n’avons pas reçu le paiement de { $amount } pour votre commande { $number } du { $date }. Nous ne gardons donc plus les articles pour vous. Rien ne vous a été débité. Si vous les voulez toujours, payez maintenant ou passez une nouvelle commande ; si vous avez payé, répondez à cet e-mail.

## Not in stock

back_ordered-subject = Commande { $number } : tout n’est pas en stock
back_ordered-preheader = Une partie n’est pas en stock. Vous pouvez attendre ou annuler sans frais.
back_ordered-headline = Une partie de votre commande n’est pas en stock
back_ordered-lead = Nous sommes désolés : une partie de votre commande { $number } du { $date } n’est pas en stock pour le moment. Vous voyez ci-dessous de quoi il s’agit et quand nous l’attendons.
back_ordered-unknown = Lorsqu’aucune date n’est encore connue, la page de votre commande l’affichera dès qu’il y en aura une.
back_ordered-others = Les autres articles de votre commande sont en stock.
back_ordered-choice = Si vous préférez ne pas attendre, répondez à cet e-mail : vous pouvez annuler ces articles, ou toute la commande, sans frais, avec un remboursement intégral.
back-ordered-items = Pas encore en stock
back-ordered = Pas encore en stock, arrivée prévue le { $date }
back-ordered-unknown = Pas encore en stock, date inconnue
back-ordered-some = Dont { $shown } pas encore en stock, arrivée prévue le { $date }
back-ordered-some-unknown = Dont { $shown } pas encore en stock, date inconnue

## Not shipped in time

late_to_ship-subject = Commande { $number } : expédition retardée
late_to_ship-preheader = Elle n’est pas encore en route. Vous pouvez attendre ou annuler sans frais.
late_to_ship-headline = Nous avons pris du retard avec votre commande
late_to_ship-lead = Nous sommes désolés : votre commande { $number } du { $date } devrait déjà être en route, mais ne l’est pas encore. Nous vous écrirons dès qu’elle le sera. Vous préférez ne pas attendre ? Répondez à cet e-mail : l’annulation est sans frais et le remboursement intégral.

## Waiting to be fetched

ready_for_pickup-subject = Commande { $number } : colis prêt à être retiré
ready_for_pickup-preheader = Votre colis vous attend depuis le { $date }.
ready_for_pickup-headline = Votre colis est prêt à être retiré
ready_for_pickup-lead = Le colis de la commande { $number } vous attend depuis le { $date }. Munissez-vous du numéro de suivi et d’une pièce d’identité. Les colis que personne ne retire nous sont renvoyés.
pickup_waiting-subject = Commande { $number } : votre colis attend encore
pickup_waiting-preheader = Merci de le retirer bientôt : les colis non retirés nous sont renvoyés.
pickup_waiting-headline = Votre colis vous attend encore
pickup_waiting-lead = Le colis de la commande { $number } vous attend depuis le { $date }. Merci de le retirer bientôt : les colis que personne ne retire nous sont renvoyés.

## After delivery

follow_up-subject = Un mot sur la commande { $number }
follow_up-preheader = Si quelque chose ne va pas, répondez simplement : votre message sera lu.
follow_up-headline = Tout s’est bien passé ?
follow_up-lead = Votre commande { $number } est arrivée le { $date }. S’il manque quelque chose, si un article est abîmé ou si un point n’est pas clair, répondez à cet e-mail : votre message sera lu et nous vous aiderons. Si tout va bien, vous n’avez rien à faire.
csat-subject = Commande { $number } : votre satisfaction
csat-preheader = Une question, moins d’une minute. Merci pour votre réponse.
csat-headline = Quel est votre degré de satisfaction ?
csat-lead = Votre commande { $number } est arrivée le { $date }. Quel est votre degré de satisfaction, de 1 à 5 ? Votre réponse ne sera enregistrée qu’une fois envoyée sur la page qui s’ouvre.
csat-button = Répondre à la question
csat-lowest = 1 : pas du tout satisfaisant
csat-highest = 5 : très satisfaisant
nps-subject = Commande { $number } : une question sur nous
nps-preheader = Une question sur la commande { $number }, moins d’une minute.
nps-headline = Nous recommanderiez-vous ?
nps-lead = Votre commande { $number } est arrivée le { $date }. Quelle est la probabilité que vous nous recommandiez à un proche, de 0 à 10 ? Votre réponse ne sera enregistrée qu’une fois envoyée sur la page qui s’ouvre.
nps-button = Répondre à la question
nps-lowest = 0 : pas du tout probable
nps-highest = 10 : très probable
review-subject = Commande { $number } : votre avis
review-preheader = Quelques mots sur la commande { $number } aident les autres à choisir.
review-headline = Qu’en pensez-vous ?
review-lead = Votre commande { $number } est arrivée le { $date }. Quelques mots sur ce qui vous plaît ou ne vous plaît pas aident les autres à choisir. Votre avis ne sera enregistré qu’une fois envoyé sur la page qui s’ouvre.
review-button = Donner votre avis

## A basket that was left

abandoned-subject = Votre panier chez { $shop } est toujours là
abandoned-preheader = Rien n’a été commandé ni débité. Vous pouvez reprendre là où vous en étiez.
abandoned-headline = Votre panier est toujours là
abandoned-lead = Le { $date }, vous avez mis les articles ci-dessous dans votre panier chez { $shop } sans les commander. Rien n’a été débité. Si vous les voulez toujours, vous pouvez reprendre là où vous en étiez.
abandoned-choice = Si quelque chose n’a pas fonctionné, répondez à cet e-mail : votre message sera lu. Si vous ne voulez plus ces articles, vous n’avez rien à faire. Nous ne vous écrivons qu’une seule fois à propos de ce panier.
abandoned-button = Revenir au panier

## A corrected address

confirm_address-subject = Merci de confirmer votre adresse e-mail
confirm_address-preheader = Un clic, et { $shop } pourra vous écrire à cette adresse.
confirm_address-headline = Merci de confirmer votre adresse e-mail
confirm_address-lead = Quelqu’un a indiqué cette adresse pour y recevoir des nouvelles d’une commande chez { $shop }. Si c’était vous, ouvrez dans les 7 jours la page à laquelle mène ce bouton et confirmez-y l’adresse.
confirm_address-not-you = Si ce n’était pas vous, vous n’avez rien à faire : sans votre confirmation, rien n’est envoyé à cette adresse.
confirm_address-button = Confirmer cette adresse
why-confirm = Vous recevez cet e-mail parce que quelqu’un a saisi cette adresse sur une page de la boutique { $shop }.

## For the shop

new_order-subject = Nouvelle commande { $number }
new_order-preheader = Passée le { $date }. Voici ce qu’il faut préparer.
new_order-headline = Une nouvelle commande
new_order-lead = La commande { $number } du { $date } est confirmée et peut être préparée.
new_order-button = Voir la commande
customer = Client
customer-email = E-mail
customer-note = Message du client
sku = Référence
trouble-withdrawal = Rétractation du client
trouble-withdrawal-todo = Le client s’est rétracté du contrat sur la page de la commande et a reçu un e-mail qui l’atteste. Retenez le colis s’il n’est pas parti, indiquez au client où renvoyer les articles et remboursez-le dans les 14 jours.
trouble-return_requested = Demande de retour
trouble-return_requested-todo = Décidez-en là où vous gérez les retours. Le client a reçu un e-mail indiquant que sa demande vous est parvenue.
attention-subject = Commande { $number } : { $what }
attention-lead = La commande { $number } du { $date } demande votre attention.
attention-button = Voir la commande
trouble-since = Depuis le
trouble-mark = Note
trouble-words = Son commentaire
trouble-not_shipped = Non expédiée à temps
trouble-not_shipped-todo = Expédiez la commande ou écrivez au client. Le client est prévenu automatiquement au bout du double de votre délai d’expédition.
trouble-not_handed_over = Étiquette créée, aucun scan
trouble-not_handed_over-todo = Vérifiez si le colis a été remis au transporteur.
trouble-no_scan = Aucun scan depuis des jours
trouble-no_scan-todo = Demandez au transporteur où se trouve le colis. Le client est prévenu automatiquement au bout du double de ce temps.
trouble-promise_at_risk = Date promise menacée
trouble-promise_at_risk-todo = Le colis est promis pour aujourd’hui et n’est pas encore en cours de livraison. Demandez au transporteur où il se trouve.
trouble-promise_passed = Date promise dépassée
trouble-promise_passed-todo = Le colis n’est pas arrivé comme promis. Le client sera prévenu dans la matinée.
trouble-payment_pending = Un paiement tarde
trouble-payment_pending-todo = Vérifiez le paiement : l’argent est en route depuis des jours.
trouble-payment_expired = Impayée depuis longtemps
trouble-payment_expired-todo = Annulez la commande ou contactez le client.
trouble-held = Paiement non conforme
trouble-held-todo = La commande n’est pas confirmée. Comparez le paiement et la commande : montant et devise.
trouble-pickup_waiting = Colis non retiré
trouble-pickup_waiting-todo = Le colis vous sera bientôt retourné. Un rappel a été envoyé au client ; un appel peut aider.
trouble-refund_not_settled = Un remboursement n’arrive pas
trouble-refund_not_settled-todo = Vérifiez le remboursement chez le prestataire de paiement : il a été annoncé mais n’est pas exécuté.
trouble-refund_failed = Échec d’un remboursement
trouble-refund_failed-todo = Remboursez par un autre moyen et prévenez le client.
trouble-returning = Le colis revient
trouble-returning-todo = Choisissez entre un nouveau colis et un remboursement, et prévenez le client.
trouble-return_silent = Colis en retour, aucun scan
trouble-return_silent-todo = Demandez au transporteur où se trouve le colis.
trouble-lost = Colis perdu en transport
trouble-lost-todo = Faites une réclamation auprès du transporteur et proposez au client un nouveau colis ou un remboursement.
trouble-problem = Problème de transport signalé
trouble-problem-todo = Consultez le suivi : le transporteur a peut-être besoin d’une adresse, d’un document ou d’une décision.
trouble-unreachable = E-mails au client rejetés
trouble-unreachable-todo = Demandez au client une autre adresse, par exemple par téléphone, et modifiez-la dans la commande. Le client peut aussi la corriger sur la page de la commande ; ce qui nous est revenu sera alors envoyé de nouveau automatiquement.
trouble-complaint = E-mail signalé comme indésirable
trouble-complaint-todo = Plus aucune question n’est posée au client ; les nouvelles de la commande lui sont toujours envoyées. Demandez-lui si quelque chose ne va pas.
trouble-correction_refused = Correction d’e-mail refusée
trouble-correction_refused-todo = Quelqu’un a essayé cinq fois de corriger l’adresse e-mail sur la page de la commande sans connaître le code postal et le numéro de téléphone. Appelez le client et modifiez l’adresse dans la commande. La page n’accepte plus d’essais.
trouble-unhappy = Client mécontent
trouble-unhappy-todo = Le client a donné une mauvaise note. Lisez la réponse, puis écrivez-lui ou appelez-le tant que cela peut encore s’arranger.

## Shipped

shipped-subject = Votre commande { $number } est en route
shipped-preheader = { $carrier } a votre colis, numéro de suivi { $tracking }.
shipped-preheader-plain = Votre colis est parti de chez nous. Voici ce qu’il contient.
shipped-headline = Votre commande est en route
shipped-lead = Votre commande { $number } est partie de chez nous le { $date }.
shipped-part-subject = Une partie de la commande { $number } est en route
shipped-part-headline = Une partie de votre commande est en route
shipped-part-lead = Un colis de votre commande { $number } est parti de chez nous le { $date }.

## Another tracking number

number_changed-subject = Commande { $number } : nouveau numéro de suivi
number_changed-preheader = Utilisez désormais le numéro { $tracking } pour suivre votre colis.
number_changed-headline = Votre colis a un nouveau numéro de suivi
number_changed-lead = Le colis de la commande { $number } porte maintenant le numéro { $tracking }. Il remplace le numéro { $before }, qui n’est plus valable.
number_changed-lead-many = Le colis de la commande { $number } porte maintenant le numéro { $tracking }. Les anciens numéros ne sont plus valables.
number_changed-first-subject = Numéro de suivi de la commande { $number }
number_changed-first-preheader = Vous pouvez maintenant suivre votre colis avec le numéro { $tracking }.
number_changed-first-headline = Vous pouvez maintenant suivre votre colis
number_changed-first-lead = Le colis de la commande { $number } a maintenant un numéro de suivi : { $tracking }.

## Out for delivery

out_for_delivery-subject = Commande { $number } en cours de livraison
out_for_delivery-preheader = Le livreur a votre colis et devrait vous le remettre le { $date }.
out_for_delivery-headline = Votre colis est en cours de livraison
out_for_delivery-lead = Le livreur a chargé le colis de la commande { $number } et devrait vous le remettre le { $date }.
out_for_delivery-part-subject = Commande { $number } : un colis en livraison

## Delivered

delivered-subject = Votre commande { $number } a été livrée
delivered-preheader = Livré le { $date }. Pas reçu ? Répondez à cet e-mail, nous nous en occupons.
delivered-headline = Votre colis a été livré
delivered-lead = Le transporteur indique que le colis de la commande { $number } a été livré le { $date }.
delivered-missing = Pas reçu ? Il est peut-être chez un voisin ou dans un endroit sûr. Si vous ne le trouvez pas, répondez à cet e-mail et nous nous en occuperons.
delivered-part-subject = Commande { $number } : un colis a été livré

## Delayed

delayed-subject = Votre commande { $number } est retardée
delayed-preheader = Votre colis a du retard. Il est maintenant attendu le { $date }.
delayed-preheader-unknown = Votre colis a du retard. Le transporteur n’a pas encore donné de nouvelle date.
delayed-headline = Votre colis a du retard
delayed-lead = Nous sommes désolés : le colis de la commande { $number } a du retard. Le transporteur prévoit maintenant de le livrer le { $date }.
delayed-lead-unknown = Nous sommes désolés : le colis de la commande { $number } a du retard. Le transporteur n’a pas encore donné de nouvelle date ; nous vous écrirons dès qu’il le fera.
delayed-choice = Si vous préférez ne pas attendre, répondez à cet e-mail : nous trouverons une solution avec vous, et si la commande ne peut plus vous parvenir, nous vous rembourserons.
delayed-part-subject = Commande { $number } : un colis a du retard
cause-carrier = Retard chez le transporteur
cause-weather = Mauvais temps sur le trajet
cause-customs = Le colis est à la douane
cause-silent = Le transporteur n’a pas scanné le colis depuis quelques jours
cause-promise = Il n’est pas arrivé le jour promis

## Delivery was tried

delivery_attempted-subject = Commande { $number } : tentative de livraison
delivery_attempted-preheader = Votre colis n’a pas pu être remis le { $date }. Voici la suite.
delivery_attempted-headline = Votre colis n’a pas pu être remis
delivery_attempted-lead = Le transporteur a essayé de livrer le colis de la commande { $number } le { $date } et n’a pas pu le remettre.
delivery_attempted-next = La plupart des transporteurs réessaient le jour ouvrable suivant ou déposent le colis dans un point de retrait. La page du transporteur indique la suite et permet souvent de choisir un autre jour ou un autre lieu.
tried-on = Tentative de livraison le
attempt-recipient_absent = Personne n’était là pour recevoir le colis
attempt-address = L’adresse n’a pas été trouvée
attempt-refused = Le colis n’a pas été accepté à la porte
attempt-other = Le transporteur ne donne pas de motif

## A wrong address

address_problem-subject = Commande { $number } : adresse à vérifier
address_problem-preheader = Le transporteur ne peut pas livrer votre colis à l’adresse que nous avons.
address_problem-headline = Nous avons besoin de votre aide pour l’adresse
address_problem-lead = Le transporteur ne peut pas livrer le colis de la commande { $number } à l’adresse ci-dessous. Merci de nous donner la bonne adresse dès que possible en réponse à cet e-mail.
address_problem-else = Si le transporteur ne reçoit pas la bonne adresse d’ici quelques jours, le colis nous sera renvoyé.
address-we-have = L’adresse que nous avons

## On its way back, lost

returning-subject = Un colis de la commande { $number } nous revient
returning-preheader = Le transporteur nous rapporte votre colis. Vous pouvez choisir la suite.
returning-headline = Votre colis revient chez nous
returning-lead = Le transporteur n’a pas pu livrer le colis de la commande { $number } et nous le rapporte.
returning-choice = Dites-nous ce que vous préférez : nous pouvons vous l’envoyer de nouveau ou vous rembourser. Répondez simplement à cet e-mail.
lost-subject = Le colis de la commande { $number } a été perdu
lost-preheader = Nous sommes désolés. Vous avez le choix : un nouveau colis ou un remboursement.
lost-headline = Nous sommes désolés : votre colis a été perdu
lost-lead = Le transporteur nous informe que le colis de la commande { $number } est perdu. Cela n’aurait pas dû arriver.
lost-choice = Vous avez le choix : nous vous envoyons un nouveau colis si les articles sont encore disponibles, ou nous vous remboursons. Répondez simplement à cet e-mail.

## Cancelled

cancelled-subject = Votre commande { $number } est annulée
cancelled-headline = Votre commande est annulée
cancelled-lead = Votre commande { $number } du { $date } a été annulée.
cancelled-preheader-free = Rien ne vous a été débité. Vous n’avez rien à faire.
cancelled-free = Rien ne vous a été débité pour cette commande.
cancelled-preheader-reserved = Rien ne vous a été débité. Vous n’avez rien à faire.
cancelled-reserved = Rien ne vous a été débité. Si votre banque affiche un montant réservé, elle le libérera d’elle-même, en général en quelques jours.
cancelled-preheader-refunded = Votre paiement de { $paid } a été remboursé. Vous n’avez rien à faire.
cancelled-refunded = Votre paiement de { $paid } a été remboursé. Selon les banques, il faut quelques jours ouvrables pour que l’argent vous parvienne.
cancelled-preheader-partly = Remboursé à ce jour : { $refunded } sur votre paiement de { $paid }.
cancelled-partly = Vous avez payé { $paid }, et nous avons remboursé { $refunded } à ce jour. Si vous n’avez pas reçu le reste, répondez à cet e-mail.
cancelled-preheader-paid = Vous avez payé { $paid }. Ce montant n’a pas encore été remboursé.
cancelled-paid = Vous avez payé { $paid } pour cette commande ; ce montant n’a pas encore été remboursé. Si vous n’avez pas de nouvelles d’un remboursement d’ici quelques jours, répondez à cet e-mail.
cancelled-mistake = Si vous ne vous y attendiez pas, répondez à cet e-mail.

## Refund

refund-subject = Remboursement de la commande { $number }
refund-preheader = Votre remboursement de { $amount } arrivera d’ici quelques jours ouvrables.
refund-headline = Votre remboursement est en route
refund-lead = Nous avons remboursé la totalité de votre paiement de { $amount } pour la commande { $number }. Selon les banques, il faut quelques jours ouvrables pour que l’argent vous parvienne.
refund-part-lead = Nous avons remboursé { $amount } au total pour la commande { $number }. Selon les banques, il faut quelques jours ouvrables pour que l’argent vous parvienne.

## A refund that failed

refund_failed-subject = Commande { $number } : remboursement non abouti
refund_failed-preheader = Le remboursement de { $amount } n’a pas abouti. Nous cherchons une autre solution.
refund_failed-headline = Votre remboursement n’a pas pu être versé
refund_failed-lead = Nous avons essayé de vous rembourser { $amount } pour la commande { $number }, et le versement nous est revenu. Cela arrive par exemple lorsqu’une carte a été annulée ou un compte fermé.
refund_failed-next = Nous cherchons une autre solution. Si vous avez changé de carte ou de compte, répondez à cet e-mail, mais ne nous envoyez pas de numéro de carte.

## Returns

return_requested-subject = Commande { $number } : demande de retour reçue
return_requested-preheader = Nous vous écrirons dès notre décision. Merci de ne rien renvoyer avant.
return_requested-headline = Nous avons reçu votre demande de retour
return_requested-lead = Vous souhaitez renvoyer des articles de la commande { $number }. Votre demande nous est parvenue et nous vous écrirons dès qu’une décision sera prise.
return_requested-next = Merci de ne rien renvoyer avant : nous vous indiquerons où envoyer les articles.
return_requested-mistake = Si vous n’avez pas fait cette demande, répondez à cet e-mail.
return_approved-subject = Commande { $number } : retour accepté
return_approved-preheader-label = Voici votre étiquette de retour et ce qu’il faut en faire.
return_approved-preheader-address = Voici où renvoyer les articles et ce qu’il faut glisser dans le colis.
return_approved-preheader-written = Nous vous écrirons pour vous expliquer comment renvoyer les articles.
return_approved-headline = Vous pouvez renvoyer les articles
return_approved-lead = Votre retour pour la commande { $number } est accepté.
return_approved-label = Ouvrez l’étiquette à l’aide du bouton, imprimez-la et collez-la sur le colis. Déposez ensuite le colis.
return_approved-address = Renvoyez les articles à l’adresse ci-dessous et glissez dans le colis un papier avec le numéro de commande { $number }.
return_approved-written = Nous vous écrirons pour vous expliquer comment renvoyer les articles. Merci de ne rien envoyer avant.
return_approved-deadline = Merci de les envoyer au plus tard le { $date }.
return_approved-proof = Conservez la preuve de dépôt jusqu’à votre remboursement.
return_declined-subject = Commande { $number } : retour non accepté
return_declined-preheader = Nous ne pouvons pas reprendre les articles. Voici pourquoi et que faire.
return_declined-headline = Nous ne pouvons pas accepter votre retour
return_declined-lead = Nous sommes désolés : nous ne pouvons pas accepter votre retour pour la commande { $number }. Vous en trouverez la raison ci-dessous.
return_declined-appeal = Si vous n’êtes pas d’accord ou si un article est défectueux, répondez à cet e-mail : nous lirons votre réponse et réexaminerons votre demande.
return_received-subject = Commande { $number } : retour bien reçu
return_received-preheader = Vos articles nous sont parvenus. Nous vous écrirons pour la suite.
return_received-preheader-refund = Nous vous remboursons { $amount }. Nous vous écrirons dès que l’argent sera en route.
return_received-headline = Nous avons reçu votre retour
return_received-lead = Les articles de la commande { $number } que vous avez renvoyés nous sont parvenus le { $date }.
return_received-refund = Nous vous remboursons { $amount }. Nous vous écrirons de nouveau dès que l’argent sera en route.
return_received-checked = Nous les avons examinés et nous vous écrirons pour la suite.
return_received-next = Nous allons maintenant les examiner, puis nous vous écrirons pour la suite.
return_received-refused = Nous n’avons pas pu tout accepter. Pour savoir pourquoi, répondez à cet e-mail.
return-number = Numéro de retour
return-reason = Motif
return-items = Articles concernés par ce retour
return-send-by = Date limite d’envoi
return-cost = Coût du retour
return-free = Gratuit
return-address = Adresse de retour
return-label = Ouvrir l’étiquette de retour
return-declined = Motif du refus
return-late = Le délai de retour est dépassé
return-final_sale = Ces articles ne sont pas repris, comme indiqué lors de l’achat
return-received-on = Reçu le
return-refund = Montant remboursé
return-accepted = Accepté
return-refused = Non accepté

## Withdrawal from the contract

withdrawal-subject = Commande { $number } : rétractation reçue
withdrawal-preheader = Reçue le { $time }. Conservez cet e-mail comme preuve.
withdrawal-headline = Nous avons reçu votre rétractation
withdrawal-lead = Vous nous avez fait savoir que vous vous rétractez du contrat pour la commande { $number }. Votre déclaration nous est parvenue le { $time }. Conservez cet e-mail comme preuve.
withdrawal-next = Si vous avez déjà reçu les articles, renvoyez-les dans les 14 jours. Nous vous rembourserons dans les 14 jours suivant votre déclaration, mais pas avant que les articles ou une preuve de leur envoi nous soient parvenus.
withdrawal-mistake = Si cette déclaration n’est pas la vôtre, répondez immédiatement à cet e-mail.
withdrawal-reference = Référence
withdrawal-received = Reçue le
withdrawal-of = Objet de la rétractation
withdrawal-all = Toute la commande
withdrawal-words = Votre commentaire

## The order page

page-title = Commande { $number }, { $shop }
page-skip = Aller à la commande
page-headline-withdrawn = Cette commande n’est plus active
page-headline-cancelled = Votre commande est annulée
page-headline-refunded = Votre commande a été remboursée
page-headline-payment-failed = Le paiement n’a pas abouti
page-headline-awaiting-payment = Nous attendons votre paiement
page-headline-confirmed = Votre commande est confirmée
page-headline-preparing = Votre commande est en préparation
page-headline-partly-shipped = Une partie de votre commande est en route
page-headline-shipped = Votre commande est en route
page-headline-out-for-delivery = Votre colis est en cours de livraison
page-headline-needs-attention = Votre colis demande votre attention
page-headline-partly-delivered = Une partie de votre commande est arrivée
page-headline-delivered = Votre commande est arrivée
page-headline-returning = Votre colis revient à la boutique
page-lead-due = Il reste { $amount } à payer.
page-lead-failed = La dernière tentative de paiement n’a pas abouti. Vous pouvez réessayer avec le même moyen de paiement ou un autre.
page-lead-attention = Le transporteur a besoin de quelque chose ou n’a pas pu remettre le colis. La dernière étape ci-dessous en dit plus.
page-as-of = Situation au { $time }.
page-timeline = Historique de la commande
page-placed = Commande passée
page-paid = Payé
page-paid-amount = Payé : { $amount }
page-pay-failed = Un paiement n’a pas abouti
page-shipped = Colis expédié
page-shipped-with = Colis expédié avec { $carrier }
page-cancelled = Commande annulée
page-refunded = Remboursé au total : { $amount }
page-parcels = { $count ->
    [one] Votre colis
   *[other] Vos colis
}
page-parcel = Colis { $number } sur { $of }
page-parcel-one = Colis
page-items = Articles
page-returns = Vos retours
page-return-requested = Demandé : la boutique vous écrira
page-return-approved = Accepté : l’e-mail à ce sujet explique comment renvoyer les articles
page-return-declined = Non accepté : l’e-mail à ce sujet en donne la raison
page-return-received = Reçu par la boutique
page-return-closed = Clos
page-paid-in-full = Entièrement payé
page-nothing-due = Rien à payer
page-not-charged = Rien ne vous a été débité.
page-going-to = Destination
page-help = Aide et retours
page-help-text = Des questions sur cette commande ? { $shop } vous aidera volontiers. Vous pouvez aussi répondre à n’importe quel e-mail à son sujet.
page-contact = Obtenir de l’aide
page-shop = Visiter la boutique { $shop }
page-private = Cette page vous est réservée. Quiconque a son adresse peut la voir : partagez-la avec prudence.
page-state-pre_transit = En préparation
page-state-accepted = Chez le transporteur
page-state-in_transit = En route
page-state-exception = Retenu en chemin
page-state-out_for_delivery = En cours de livraison
page-state-delivery_attempted = Tentative de livraison
page-state-available_for_pickup = Prêt à être retiré
page-state-delivered = Livré
page-state-return_to_sender = En retour vers la boutique
page-state-returned = De retour à la boutique
page-state-lost = Perdu par le transporteur
page-state-expired = Aucune nouvelle du transporteur
page-state-cancelled = Étiquette annulée
page-missing-title = Page introuvable
page-missing-headline = Nous n’avons pas trouvé cette page
page-missing-lead = L’adresse est peut-être incomplète ou périmée. Ouvrez de nouveau le lien dans le dernier e-mail concernant votre commande, ou répondez-y : nous vous aiderons.
page-later-title = Indisponible pour le moment
page-later-headline = Cette page fait une petite pause
page-later-lead = Votre commande n’est pas concernée. Merci de réessayer dans quelques minutes.

## The order page: mail that comes back, and a corrected address

repair-title = Nos e-mails ne vous parviennent pas
repair-lead = Les e-mails envoyés à { $address } nous reviennent. Vous ne recevez donc pas les nouvelles de cette commande.
repair-how = Vous pouvez corriger l’adresse ici. Pour que personne d’autre ne puisse le faire, nous demandons deux informations qui ne sont connues que de vous.
repair-which = Quelle est la bonne adresse ?
repair-other = Une autre adresse
repair-email = Votre adresse e-mail
repair-postcode = Code postal de votre adresse de facturation
repair-digits = Les 4 derniers chiffres du numéro de téléphone indiqué lors de la commande
repair-send = Envoyer la confirmation
repair-why = Nous envoyons un e-mail à la nouvelle adresse. Ce n’est qu’après votre confirmation que les nouvelles de cette commande y arriveront et que ce qui nous est revenu sera envoyé de nouveau.
repair-sent = Si les deux informations correspondent à cette commande, un e-mail est en route vers la nouvelle adresse. Ouvrez le lien qu’il contient dans les 7 jours pour confirmer l’adresse. Rien après quelques minutes ? Ouvrez de nouveau cette page.
repair-waiting = Nous avons envoyé un e-mail à { $address }. Ouvrez le lien qu’il contient dans les 7 jours pour confirmer l’adresse. Rien reçu ? Regardez dans les courriers indésirables, ou corrigez l’adresse ci-dessous.
repair-shop = Merci de contacter la boutique pour corriger l’adresse.
repair-mistake-address = Merci de saisir une adresse différente de celle qui ne fonctionne pas, sous la forme nom@example.com.
repair-mistake-missing = Merci de saisir le code postal et les chiffres.
repair-mistake-proof = Ces informations ne correspondent pas à cette commande. Vous avez 5 essais en tout. En cas de doute, contactez la boutique.
confirm-open-headline = Confirmez votre adresse e-mail
confirm-open-lead = Les nouvelles d’une commande chez { $shop } doivent-elles être envoyées à l’adresse { $address } ?
confirm-open-button = Oui, c’est mon adresse
confirm-open-note = Si vous n’y avez rien commandé, fermez cette page. Sans votre confirmation, rien n’est envoyé.
confirm-done-headline = Votre adresse est confirmée
confirm-done-lead = Merci. Désormais, { $shop } écrira à { $address }. Ce qui n’a pas pu être distribué avant arrivera dans quelques minutes.
confirm-outdated-headline = Cette adresse n’est plus nécessaire
confirm-outdated-lead = Entre-temps, une autre adresse a été indiquée pour cette commande. Vous n’avez rien à faire.

## The order page: answers

ask-csat-title = Quel est votre degré de satisfaction pour cette commande ?
ask-csat-lead = Choisissez une note. Elle est enregistrée lorsque vous cliquez sur le bouton.
ask-csat-text = Souhaitez-vous ajouter quelque chose ? (facultatif)
ask-nps-title = Quelle est la probabilité que vous nous recommandiez à un proche ?
ask-nps-lead = Choisissez une note. Elle est enregistrée lorsque vous cliquez sur le bouton.
ask-nps-text = Quelle en est la raison principale ? (facultatif)
ask-review-title = Que pensez-vous de ce que vous avez commandé ?
ask-review-lead = Quelques mots suffisent. Ils sont enregistrés lorsque vous cliquez sur le bouton et transmis à la boutique.
ask-review-text = Votre avis
ask-send = Envoyer
ask-send-again = Modifier ma réponse
ask-saved = Merci, votre réponse est enregistrée.
ask-missing = Merci de donner d’abord une réponse.

## The order page: withdrawal from the contract

withdraw-open = Renoncer au contrat ici
withdraw-title = Se rétracter du contrat
withdraw-lead = Vous pouvez vous rétracter du contrat pour cette commande jusqu’au { $date }, sans donner de motif. Vous recevrez un e-mail qui l’atteste, avec la date et l’heure.
withdraw-lead-early = Vous pouvez vous rétracter du contrat pour cette commande sans donner de motif. Vous recevrez un e-mail qui l’atteste, avec la date et l’heure.
withdraw-which = Quels articles ?
withdraw-name = Votre nom
withdraw-text = Souhaitez-vous ajouter quelque chose ? (facultatif)
withdraw-send = Confirmer la rétractation
withdraw-done = Nous avons reçu votre rétractation du { $time }. L’e-mail qui l’atteste est en route.
withdraw-missing = Merci de choisir au moins un article et de saisir votre nom.
withdraw-over = Le délai de rétractation a expiré. Merci de contacter la boutique.

## Asked no more

stop-title = Ne plus recevoir de questions
stop-lead = Souhaitez-vous ne plus recevoir de demandes d’avis envoyées par { $shop } ? Vous continuerez à recevoir des nouvelles de vos commandes.
stop-button = Oui, ne plus en recevoir
stop-done-headline = Vous ne recevrez plus de questions
stop-done-lead = { $shop } ne vous demandera plus votre avis. Vous continuerez à recevoir des nouvelles de vos commandes.
stop-basket-title = Ne plus recevoir d’e-mails sur les paniers
stop-basket-lead = Souhaitez-vous ne plus recevoir d’e-mails de { $shop } à propos de vos paniers, ni de demandes d’avis ? Vous continuerez à recevoir des nouvelles de vos commandes.
stop-basket-button = Oui, ne plus en recevoir
stop-basket-done-headline = Vous ne recevrez plus ces e-mails
stop-basket-done-lead = { $shop } ne vous écrira plus à propos de vos paniers et ne vous demandera plus votre avis. Vous continuerez à recevoir des nouvelles de vos commandes.
