# Everything that customers read, in Spanish (`tú`). Keys: <mail>-subject, -preheader, -headline, -lead; `page-` is the order
# page; the rest is shared. Amounts, dates and numbers arrive as they are to be shown.

## Shared

hello = Hola, { $name }:
hello-nobody = Hola:
order-number = Pedido { $number }
colon = :{" "}
place = { $town }, { $country }
view-order = Ver tu pedido
pay-now = Pagar ahora
pay-again = Volver a intentar el pago
track-parcel = Seguir el paquete con { $carrier }
track-parcel-plain = Seguir el paquete

item = Artículo
quantity = Cantidad
price = Precio
items-caption = { $count ->
    [one] 1 artículo en tu pedido
   *[other] { $shown } artículos en tu pedido
}
items-more = { $count ->
    [one] Y 1 artículo más: consulta la página de tu pedido.
   *[other] Y { $shown } artículos más: consulta la página de tu pedido.
}
subtotal = Subtotal
discount = Descuento
shipping = Envío
fees = Cargos
tax = Impuestos
rounding = Redondeo y ajustes
total = Total
tax-included = Incluye { $amount } de impuestos.

ship-to = Dirección de entrega
ship-how = Forma de envío
payment = Pago
paid-with = Forma de pago
amount = Importe
paid-on = Fecha de pago
transaction = Transacción
due = Pendiente de pago
carrier = Transportista
tracking-number = Número de seguimiento
number-before = Número anterior
expected = Entrega prevista
delivered-on = Fecha de entrega
delivered-where = Lugar de entrega
pickup-place = Lugar de recogida
new-date = Nueva fecha de entrega
date-unknown = Aún no se sabe
reason = Motivo
refunded = Reembolsado
kept = Pagado, descontado el reembolso
ordered-total = Total del pedido

bill-to = Dirección de facturación
your-note = Tu nota
promised = Entrega a más tardar
refund-number = Número de reembolso
unsubscribe = No recibir más preguntas así
unsubscribe-basket = No recibir más correos así
why-unsubscribe = Recibes este correo porque hiciste un pedido en { $shop }. Preguntamos pocas veces y puedes dejar de recibir preguntas cuando quieras.
why-abandoned = Recibes este correo porque dejaste una cesta en { $shop } y aceptaste recibir correos. Enviamos pocos correos así y puedes dejar de recibirlos cuando quieras.

method-card = { $brand } que termina en { $last4 }
method-wallet = { $method } ({ $wallet })
method-card-plain = Tarjeta
method-sepa_debit = Domiciliación bancaria SEPA
method-bank_transfer = Transferencia bancaria
method-bank_account = Cuenta bancaria
method-cash_on_delivery = Contra reembolso
method-cash = Efectivo
method-gift_card = Tarjeta regalo
method-invoice = Factura

parcel-items = En este paquete
basket-items = En tu cesta
basket-more = Los demás artículos también están en tu cesta.
parcel-order = Todos los artículos de tu pedido
to-come = Pendiente de envío
parcel-of = Este es el paquete { $number } de { $of }.
parcel-part = Esta es una parte de tu pedido. El resto llegará en otro paquete.

returns-title = Devoluciones
returns-days = { $days ->
    [one] Puedes devolver artículos en el plazo de 1 día desde la entrega.
   *[other] Puedes devolver artículos en el plazo de { $shown } días desde la entrega.
}
returns-until = Puedes devolver estos artículos hasta el { $date }.
returns-link = Condiciones de devolución

questions = ¿Tienes preguntas? Responde a este correo o escribe a { $address }.
help = Ayuda
why = Recibes este correo porque hiciste un pedido en { $shop }. Trata de ese pedido y no es publicidad.

why-alert = Recibes este correo porque { $shop } lo envía a quienes se ocupan de los pedidos.

## Received, not paid yet

received-subject = Pedido { $number } recibido, pago pendiente
received-preheader = Falta pagar { $amount }. Empezamos en cuanto nos llegue el pago.
received-headline = Hemos recibido tu pedido
received-lead = Gracias por tu pedido { $number }. Falta pagar { $amount }; empezaremos a prepararlo en cuanto nos llegue el pago.
received-lead-partly = Gracias por tu pedido { $number }. Hasta ahora hemos recibido { $paid } de { $total } y falta pagar { $amount }. Empezaremos a prepararlo en cuanto esté pagado del todo.
received-method = Forma de pago elegida: { $method }.

## Confirmed

confirmed-subject = Tu pedido { $number } está confirmado
confirmed-preheader = Gracias. Aquí ves lo que pediste, lo que cuesta y los próximos pasos.
confirmed-headline = Tu pedido está confirmado
confirmed-lead = Gracias por tu pedido { $number } del { $date }. Lo estamos preparando y te escribiremos de nuevo cuando esté en camino.
confirmed-lead-plain = Gracias por tu pedido { $number } del { $date }. Más abajo está todo lo que pediste.
confirmed-due = Pagarás { $amount } más adelante: { $method }.
confirmed-due-plain = Falta pagar { $amount }.
confirmed-back-ordered = Una parte del pedido aún no está disponible, como ves más abajo. Si prefieres no esperar, responde a este correo: puedes cancelarla sin cargo.

## Changed

edited-subject = El pedido { $number } ha cambiado
edited-preheader = El total es ahora de { $total }. Aquí tienes tu pedido tal como queda.
edited-headline = Tu pedido ha cambiado
edited-lead = El pedido { $number } del { $date } ha cambiado. Más abajo está tu pedido tal como queda.
edited-due = Falta pagar { $amount }.
edited-over = Has pagado { $amount } más de lo que cuesta ahora el pedido. Si en unos días no sabes nada de un reembolso, responde a este correo.
edited-address = La dirección de entrega ha cambiado. Revísala más abajo, por favor.
edited-mistake = Si no pediste este cambio, responde a este correo.
changes = Qué ha cambiado
change-added = Añadido: { $item }
change-removed = Quitado: { $item }
change-quantity = Cambiado: { $item }, ahora { $now } en lugar de { $before }
total-before = Total anterior
total-now = Total actual

## On hold

on_hold-subject = El pedido { $number } está en espera
on_hold-preheader = Antes hay que comprobar algo. Te escribiremos en cuanto siga adelante.
on_hold-headline = Tu pedido está en espera por ahora
on_hold-lead = El pedido { $number } del { $date } está en espera porque antes hay que comprobar algo. No tienes que hacer nada, salvo que te lo pidamos. Te escribiremos en cuanto siga adelante.
on_hold-choice = Si prefieres no esperar, responde a este correo. Puedes cancelar sin cargo.

## Receipt

receipt-subject = Recibo del pedido { $number }
receipt-preheader = Hemos recibido tu pago de { $amount }. Gracias.
receipt-headline = Gracias por tu pago
receipt-lead = Hemos recibido tu pago de { $amount } por el pedido { $number }. Guarda este correo como comprobante.
receipt-extra-subject = Otro pago por el pedido { $number }
receipt-extra-preheader = Hemos recibido otro pago de { $amount } por este pedido.
receipt-extra-headline = Hemos recibido otro pago
receipt-extra-lead = Nos ha llegado otro pago de { $amount } por el pedido { $number }, que ya estaba pagado. Si no querías pagar otra vez, responde a este correo y lo resolveremos.

## Payment failed

payment_failed-subject = Pedido { $number }: el pago no se completó
payment_failed-preheader = Conservamos tu pedido. Puedes volver a pagar de la misma forma o de otra.
payment_failed-headline = El pago no se completó
payment_failed-lead = El pago de { $amount } por el pedido { $number } no se completó. Puede deberse a muchas causas sin importancia. Conservamos tu pedido y puedes intentarlo de nuevo con la misma forma de pago o con otra.
payment_failed-lead-no-link = El pago de { $amount } por el pedido { $number } no se completó. Puede deberse a muchas causas sin importancia. Conservamos tu pedido; responde a este correo si necesitas otra forma de pago.

## Still not paid

payment_reminder-subject = El pedido { $number } está pendiente de pago
payment_reminder-preheader = Falta pagar { $amount }. Si acabas de pagar, no tienes que hacer nada.
payment_reminder-headline = Tu pedido está pendiente de pago
payment_reminder-lead = Gracias por tu pedido { $number } del { $date }. Falta pagar { $amount }; empezaremos a prepararlo en cuanto nos llegue el pago. Si acabas de pagar, no tienes que hacer nada.
payment_expired-subject = El pedido { $number } no se ha pagado
payment_expired-preheader = No hemos recibido ningún pago por este pedido y no se te ha cobrado nada.
payment_expired-headline = No hemos recibido tu pago
payment_expired-lead = No nos ha llegado el pago de { $amount } por el pedido { $number } del { $date }, así que ya no te guardamos los artículos. No se te ha cobrado nada. Si todavía los quieres, paga ahora o haz un nuevo pedido; si ya pagaste, responde a este correo.

## Not in stock

back_ordered-subject = Pedido { $number }: artículos sin existencias
back_ordered-preheader = Una parte del pedido aún no está disponible. Puedes esperar o cancelar sin cargo.
back_ordered-headline = Una parte de tu pedido no está disponible
back_ordered-lead = Lo sentimos: una parte del pedido { $number } del { $date } no está disponible ahora. Más abajo verás qué falta y para cuándo lo esperamos.
back_ordered-unknown = Si todavía no se sabe la fecha, la verás en la página de tu pedido en cuanto la haya.
back_ordered-others = Los demás artículos de tu pedido están disponibles.
back_ordered-choice = Si prefieres no esperar, responde a este correo: puedes cancelar estos artículos, o todo el pedido, sin cargo y recuperar todo lo que pagaste por ellos.
back-ordered-items = Artículos aún no disponibles
back-ordered = Aún no disponible, previsto para el { $date }
back-ordered-unknown = Aún no disponible, sin fecha prevista
back-ordered-some = { $shown } de ellos aún no disponibles, previstos para el { $date }
back-ordered-some-unknown = { $shown } de ellos aún no disponibles, sin fecha prevista

## Not shipped in time

late_to_ship-subject = El pedido { $number } tarda más de lo previsto
late_to_ship-preheader = Todavía no está en camino. Puedes esperar o cancelar sin cargo.
late_to_ship-headline = Llevamos retraso con tu pedido
late_to_ship-lead = Lo sentimos: el pedido { $number } del { $date } ya debería estar en camino y no lo está. Te escribiremos en cuanto lo esté. Si prefieres no esperar, responde a este correo: puedes cancelar sin cargo y recuperar todo tu dinero.

## Waiting to be fetched

ready_for_pickup-subject = El pedido { $number } está listo para recoger
ready_for_pickup-preheader = Tu paquete te espera desde el { $date }.
ready_for_pickup-headline = Tu paquete está listo para recoger
ready_for_pickup-lead = El paquete del pedido { $number } te espera desde el { $date }. Lleva el número de seguimiento y un documento de identidad. Los paquetes que nadie recoge se nos devuelven.
pickup_waiting-subject = Pedido { $number }: tu paquete sigue esperando
pickup_waiting-preheader = Recógelo pronto, por favor: los paquetes que nadie recoge se nos devuelven.
pickup_waiting-headline = Tu paquete te sigue esperando
pickup_waiting-lead = El paquete del pedido { $number } te espera desde el { $date }. Recógelo pronto, por favor: los paquetes que nadie recoge se nos devuelven.

## After delivery

follow_up-subject = Sobre tu pedido { $number }
follow_up-preheader = Si algo no está como debería, responde: alguien leerá tu mensaje.
follow_up-headline = ¿Todo bien?
follow_up-lead = Tu pedido { $number } llegó el { $date }. Si falta algo, si algo está dañado o no está claro, responde a este correo: alguien lo leerá y te ayudará. Si todo está bien, no tienes que hacer nada.
csat-subject = Pedido { $number }: tu grado de satisfacción
csat-preheader = Una pregunta que lleva menos de un minuto. Gracias por tu respuesta.
csat-headline = ¿Cuál es tu grado de satisfacción?
csat-lead = Tu pedido { $number } llegó el { $date }. ¿Cuál es tu grado de satisfacción, del 1 al 5? Tu respuesta solo se guarda cuando la envías en la página que se abre.
csat-button = Responder a la pregunta
csat-lowest = 1: satisfacción muy baja
csat-highest = 5: satisfacción muy alta
nps-subject = Pedido { $number }: una pregunta sobre nosotros
nps-preheader = Una pregunta sobre el pedido { $number } que lleva menos de un minuto.
nps-headline = ¿Nos recomendarías?
nps-lead = Tu pedido { $number } llegó el { $date }. ¿Qué probabilidad hay de que nos recomiendes a tus amistades, del 0 al 10? Tu respuesta solo se guarda cuando la envías en la página que se abre.
nps-button = Responder a la pregunta
nps-lowest = 0: nada probable
nps-highest = 10: muy probable
review-subject = Pedido { $number }: tu opinión
review-preheader = Unas palabras sobre el pedido { $number } ayudan a otras personas a elegir.
review-headline = ¿Qué opinas de tu compra?
review-lead = Tu pedido { $number } llegó el { $date }. Unas palabras sobre lo que te gusta o no te gusta ayudan a otras personas a elegir. Tu opinión solo se guarda cuando la envías en la página que se abre.
review-button = Escribir una reseña

## A basket that was left

abandoned-subject = Tu cesta en { $shop } sigue aquí
abandoned-preheader = No se ha pedido ni cobrado nada. Puedes seguir donde lo dejaste.
abandoned-headline = Tu cesta sigue aquí
abandoned-lead = El { $date } pusiste en tu cesta de { $shop } los artículos de abajo y no llegaste a pedirlos. No se ha cobrado nada. Si todavía los quieres, puedes seguir donde lo dejaste.
abandoned-choice = Si algo no funcionó, responde a este correo: alguien lo leerá. Si ya no quieres los artículos, no tienes que hacer nada. Sobre esta cesta solo te escribimos esta vez.
abandoned-button = Volver a tu cesta

## A corrected address

confirm_address-subject = Confirma tu dirección de correo
confirm_address-preheader = Un clic, y { $shop } podrá escribirte a esta dirección.
confirm_address-headline = Confirma tu dirección de correo
confirm_address-lead = Alguien indicó esta dirección para que { $shop } pueda enviar aquí noticias de un pedido. Si fuiste tú, abre en un plazo de 7 días la página a la que lleva este botón y confírmala allí.
confirm_address-not-you = Si no fuiste tú, no tienes que hacer nada: sin tu confirmación no se envía nada a esta dirección.
confirm_address-button = Confirmar la dirección
why-confirm = Recibes este correo porque alguien escribió esta dirección en una página de { $shop }.

## For the shop

new_order-subject = Nuevo pedido { $number }
new_order-preheader = Realizado el { $date }. Aquí está lo que hay que preparar.
new_order-headline = Un nuevo pedido
new_order-lead = El pedido { $number } del { $date } está confirmado y se puede preparar.
new_order-button = Ver el pedido
customer = Cliente
customer-email = Correo
customer-note = Nota del cliente
sku = Referencia
trouble-withdrawal = El cliente desiste del contrato
trouble-withdrawal-todo = El cliente ha desistido del contrato en la página del pedido y tiene un correo que lo acredita. Detén el paquete si no ha salido, indica al cliente adónde enviar los artículos y haz el reembolso en un plazo de 14 días.
trouble-return_requested = Solicitud de devolución
trouble-return_requested-todo = Acéptala o recházala donde gestionas las devoluciones. El cliente ya tiene un correo que confirma que la solicitud te ha llegado.
attention-subject = Pedido { $number }: { $what }
attention-lead = El pedido { $number } del { $date } requiere tu atención.
attention-button = Ver el pedido
trouble-since = Desde
trouble-mark = Puntuación
trouble-words = En sus palabras
trouble-not_shipped = No se ha enviado a tiempo
trouble-not_shipped-todo = Envía el pedido o escribe al cliente. El cliente recibe un aviso automático al pasar el doble de tu plazo de envío.
trouble-not_handed_over = Etiqueta creada, sin escaneos
trouble-not_handed_over-todo = Comprueba si el paquete se entregó al transportista.
trouble-no_scan = Sin escaneos desde hace días
trouble-no_scan-todo = Pregunta al transportista dónde está el paquete. Si al pasar el doble de días sigue sin escaneos, el cliente recibe un aviso automático.
trouble-promise_at_risk = La fecha prometida peligra
trouble-promise_at_risk-todo = El paquete está prometido para hoy y todavía no está en reparto. Pregunta al transportista dónde está.
trouble-promise_passed = Ha pasado la fecha prometida
trouble-promise_passed-todo = El paquete no llegó como se prometió. El cliente recibirá un aviso a la mañana siguiente.
trouble-payment_pending = Un pago tarda mucho
trouble-payment_pending-todo = Revisa el pago: el dinero lleva días en camino.
trouble-payment_expired = Sin pagar desde hace tiempo
trouble-payment_expired-todo = Cancela el pedido o pregunta al cliente.
trouble-held = Pago y pedido no coinciden
trouble-held-todo = El pedido no está confirmado. Compara el pago con el pedido: importe y moneda.
trouble-pickup_waiting = Nadie recoge el paquete
trouble-pickup_waiting-todo = El paquete volverá pronto. Ya se avisó al cliente; quizá convenga llamar.
trouble-refund_not_settled = Un reembolso no llega
trouble-refund_not_settled-todo = Revisa el reembolso en el proveedor de pagos: se anunció y no se ha completado.
trouble-refund_failed = Un reembolso ha fallado
trouble-refund_failed-todo = Reembolsa de otra forma y avisa al cliente.
trouble-returning = El paquete viene de vuelta
trouble-returning-todo = Decide entre un paquete nuevo y un reembolso, y avisa al cliente.
trouble-return_silent = Paquete de vuelta, sin escaneos
trouble-return_silent-todo = Pregunta al transportista dónde está el paquete.
trouble-lost = Paquete perdido en el transporte
trouble-lost-todo = Reclámalo al transportista y ofrece al cliente un paquete nuevo o un reembolso.
trouble-problem = Problema en el transporte
trouble-problem-todo = Mira el seguimiento: puede que el transportista necesite una dirección, un documento o una decisión.
trouble-unreachable = Correos al cliente devueltos
trouble-unreachable-todo = Pide al cliente otra dirección, por ejemplo por teléfono, y cámbiala en el pedido. El cliente también puede corregirla en la página del pedido; los correos devueltos se envían entonces de nuevo automáticamente.
trouble-complaint = Correo marcado como no deseado
trouble-complaint-todo = Ya no se le pregunta nada más al cliente; las noticias del pedido se le siguen enviando. Pregúntale si algo va mal.
trouble-correction_refused = Corrección de dirección rechazada
trouble-correction_refused-todo = Alguien intentó cinco veces corregir la dirección de correo en la página del pedido sin saber el código postal y el número de teléfono. Llama al cliente y cambia la dirección en el pedido. La página no admite más intentos.
trouble-unhappy = Cliente descontento
trouble-unhappy-todo = El cliente ha dado una puntuación baja. Lee la respuesta y escribe o llama mientras aún se pueda arreglar.

## Shipped

shipped-subject = Tu pedido { $number } está en camino
shipped-preheader = { $carrier } tiene tu paquete, número de seguimiento { $tracking }.
shipped-preheader-plain = Tu paquete ya ha salido. Aquí ves lo que contiene.
shipped-headline = Tu pedido está en camino
shipped-lead = Tu pedido { $number } salió el { $date }.
shipped-part-subject = Una parte del pedido { $number } está en camino
shipped-part-headline = Una parte de tu pedido está en camino
shipped-part-lead = Un paquete de tu pedido { $number } salió el { $date }.

## Another tracking number

number_changed-subject = Pedido { $number }: nuevo número de seguimiento
number_changed-preheader = A partir de ahora, usa { $tracking } para seguir tu paquete.
number_changed-headline = Tu paquete tiene un nuevo número de seguimiento
number_changed-lead = El paquete del pedido { $number } viaja ahora con el número { $tracking }. Sustituye al número { $before }, que ya no es válido.
number_changed-lead-many = El paquete del pedido { $number } viaja ahora con el número { $tracking }. Los números anteriores ya no son válidos.
number_changed-first-subject = Número de seguimiento del pedido { $number }
number_changed-first-preheader = Ya puedes seguir tu paquete con el número { $tracking }.
number_changed-first-headline = Ya puedes seguir tu paquete
number_changed-first-lead = El paquete del pedido { $number } ya tiene número de seguimiento: { $tracking }.

## Out for delivery

out_for_delivery-subject = Tu pedido { $number } está en reparto
out_for_delivery-preheader = Tu paquete está en reparto y debería llegarte el { $date }.
out_for_delivery-headline = Tu paquete está en reparto
out_for_delivery-lead = El paquete del pedido { $number } está en reparto y debería llegarte el { $date }.
out_for_delivery-part-subject = Pedido { $number }: un paquete está en reparto

## Delivered

delivered-subject = Tu pedido { $number } se ha entregado
delivered-preheader = Entregado el { $date }. ¿No está? Responde a este correo y nos ocupamos.
delivered-headline = Tu paquete se ha entregado
delivered-lead = El transportista informa de que el paquete del pedido { $number } se entregó el { $date }.
delivered-missing = ¿No está? Puede que lo tenga un vecino o que esté en un lugar seguro. Si no lo encuentras, responde a este correo y nos ocuparemos de ello.
delivered-part-subject = Pedido { $number }: un paquete se ha entregado

## Delayed

delayed-subject = Tu pedido { $number } se retrasa
delayed-preheader = Tu paquete va con retraso. Ahora se espera el { $date }.
delayed-preheader-unknown = Tu paquete va con retraso. El transportista aún no ha dado una nueva fecha.
delayed-headline = Tu paquete va con retraso
delayed-lead = Lo sentimos: el paquete del pedido { $number } va con retraso. El transportista prevé ahora entregarlo el { $date }.
delayed-lead-unknown = Lo sentimos: el paquete del pedido { $number } va con retraso. El transportista aún no ha dado una nueva fecha; te escribiremos en cuanto la dé.
delayed-choice = Si prefieres no esperar, responde a este correo: buscaremos una solución contigo y, si el pedido ya no puede llegarte, te devolveremos el dinero.
delayed-part-subject = Pedido { $number }: un paquete se retrasa
cause-carrier = Un retraso del transportista
cause-weather = Mal tiempo durante el trayecto
cause-customs = El paquete está en la aduana
cause-silent = El transportista no ha registrado ningún movimiento del paquete en los últimos días
cause-promise = No llegó el día prometido

## Delivery was tried

delivery_attempted-subject = Pedido { $number }: intento de entrega
delivery_attempted-preheader = Tu paquete no se pudo entregar el { $date }. Estos son los próximos pasos.
delivery_attempted-headline = Tu paquete no se pudo entregar
delivery_attempted-lead = El transportista intentó entregar el paquete del pedido { $number } el { $date } y no pudo hacerlo.
delivery_attempted-next = La mayoría de los transportistas lo intentan de nuevo el siguiente día hábil o dejan el paquete en un punto de recogida. La página del transportista indica los próximos pasos y muchas veces permite elegir otro día u otro lugar.
tried-on = Fecha del intento
attempt-recipient_absent = No había nadie para recibir el paquete
attempt-address = No se encontró la dirección
attempt-refused = No se aceptó el paquete en la dirección de entrega
attempt-other = El transportista no indica el motivo

## A wrong address

address_problem-subject = Pedido { $number }: revisa la dirección
address_problem-preheader = El transportista no puede entregar tu paquete en la dirección que tenemos.
address_problem-headline = Necesitamos tu ayuda con la dirección
address_problem-lead = El transportista no puede entregar el paquete del pedido { $number } en la dirección de más abajo. Responde a este correo con la dirección correcta lo antes posible, por favor.
address_problem-else = Si el transportista no recibe la dirección correcta en unos días, el paquete se nos devolverá.
address-we-have = La dirección que tenemos

## On its way back, lost

returning-subject = Un paquete del pedido { $number } viene de vuelta
returning-preheader = El transportista nos devuelve tu paquete. Puedes elegir qué hacemos ahora.
returning-headline = Tu paquete está en camino de vuelta
returning-lead = El transportista no pudo entregar el paquete del pedido { $number } y nos lo devuelve.
returning-choice = Dinos qué prefieres: podemos volver a enviártelo o devolverte el dinero. Solo tienes que responder a este correo.
lost-subject = El paquete del pedido { $number } se ha perdido
lost-preheader = Lo sentimos. Puedes elegir: un paquete nuevo o la devolución de tu dinero.
lost-headline = Lo sentimos: tu paquete se ha perdido
lost-lead = El transportista nos informa de que el paquete del pedido { $number } se ha perdido. Esto no debería haber ocurrido.
lost-choice = Tú eliges: te enviamos un paquete nuevo si aún quedan los artículos, o te devolvemos el dinero. Solo tienes que responder a este correo.

## Cancelled

cancelled-subject = Tu pedido { $number } está cancelado
cancelled-headline = Tu pedido está cancelado
cancelled-lead = El pedido { $number } del { $date } se ha cancelado.
cancelled-preheader-free = No se te ha cobrado nada. No tienes que hacer nada.
cancelled-free = No se te ha cobrado nada por este pedido.
cancelled-preheader-reserved = No se te ha cobrado nada. No tienes que hacer nada.
cancelled-reserved = No se te ha cobrado nada. Si tu banco muestra un importe retenido, lo liberará por sí solo, normalmente en unos días.
cancelled-preheader-refunded = Tu pago de { $paid } se ha reembolsado. No tienes que hacer nada.
cancelled-refunded = Tu pago de { $paid } se ha reembolsado. Según el banco, puede tardar unos días hábiles en llegar.
cancelled-preheader-partly = Reembolsado hasta ahora: { $refunded } de tu pago de { $paid }.
cancelled-partly = Pagaste { $paid } y hasta ahora te hemos reembolsado { $refunded }. Si te falta el resto, responde a este correo.
cancelled-preheader-paid = Pagaste { $paid }. Ese importe aún no se ha reembolsado.
cancelled-paid = Pagaste { $paid } por este pedido y ese importe aún no se ha reembolsado. Si en unos días no sabes nada de un reembolso, responde a este correo.
cancelled-mistake = Si no te lo esperabas, responde a este correo.

## Refund

refund-subject = Reembolso del pedido { $number }
refund-preheader = Tu reembolso de { $amount } está en camino y llega en unos días hábiles.
refund-headline = Tu reembolso está en camino
refund-lead = Hemos reembolsado todo tu pago de { $amount } por el pedido { $number }. Según el banco, puede tardar unos días hábiles en llegar.
refund-part-lead = Hemos reembolsado { $amount } en total por el pedido { $number }. Según el banco, puede tardar unos días hábiles en llegar.

## A refund that failed

refund_failed-subject = Pedido { $number }: el reembolso no llegó
refund_failed-preheader = No se te pudo reembolsar { $amount }. Estamos buscando otra forma.
refund_failed-headline = No se pudo pagar tu reembolso
refund_failed-lead = Intentamos devolverte { $amount } por el pedido { $number } y el pago nos fue devuelto. Ocurre, por ejemplo, cuando se ha cancelado una tarjeta o cerrado una cuenta.
refund_failed-next = Estamos buscando otra forma. Si ahora tienes otra tarjeta u otra cuenta, responde a este correo, pero no nos envíes números de tarjeta.

## Returns

return_requested-subject = Pedido { $number }: devolución solicitada
return_requested-preheader = Te escribiremos cuando esté decidido. No envíes nada antes, por favor.
return_requested-headline = Tenemos tu solicitud de devolución
return_requested-lead = Quieres devolver artículos del pedido { $number }. Tu solicitud nos ha llegado y te escribiremos en cuanto esté decidida.
return_requested-next = No envíes nada antes, por favor: te diremos adónde hay que enviarlo.
return_requested-mistake = Si no lo pediste tú, responde a este correo.
return_approved-subject = Pedido { $number }: devolución aceptada
return_approved-preheader-label = Aquí tienes tu etiqueta de devolución y qué hacer con ella.
return_approved-preheader-address = Aquí tienes adónde enviar los artículos y qué poner en el paquete.
return_approved-preheader-written = Te escribiremos para explicarte cómo devolver los artículos.
return_approved-headline = Puedes devolver los artículos
return_approved-lead = Hemos aceptado tu devolución del pedido { $number }.
return_approved-label = Abre la etiqueta con el botón, imprímela y pégala en el paquete. Después, entrega el paquete.
return_approved-address = Envía los artículos a la dirección de abajo y pon en el paquete una nota con el número de pedido { $number }.
return_approved-written = Te escribiremos para explicarte cómo devolver los artículos. No envíes nada antes, por favor.
return_approved-deadline = Envíalos a más tardar el { $date }.
return_approved-proof = Guarda el resguardo del envío hasta que recibas tu dinero.
return_declined-subject = Pedido { $number }: devolución no aceptada
return_declined-preheader = No podemos aceptar los artículos. Te explicamos por qué y qué puedes hacer.
return_declined-headline = No podemos aceptar tu devolución
return_declined-lead = Lo sentimos: no podemos aceptar tu devolución del pedido { $number }. Más abajo encontrarás el motivo.
return_declined-appeal = Si no estás de acuerdo o si un artículo tiene un defecto, responde a este correo: leeremos tu respuesta y lo revisaremos de nuevo.
return_received-subject = Pedido { $number }: devolución recibida
return_received-preheader = Tus artículos nos han llegado. Te escribiremos sobre los próximos pasos.
return_received-preheader-refund = Te devolvemos { $amount }. Te escribiremos cuando el dinero esté en camino.
return_received-headline = Hemos recibido tu devolución
return_received-lead = Los artículos del pedido { $number } que devolviste nos llegaron el { $date }.
return_received-refund = Te devolvemos { $amount }. Te escribiremos de nuevo cuando el dinero esté en camino.
return_received-checked = Los hemos revisado y te escribiremos sobre los próximos pasos.
return_received-next = Ahora los revisaremos y te escribiremos sobre los próximos pasos.
return_received-refused = No hemos podido aceptarlo todo. Si quieres saber por qué, responde a este correo.
return-number = Número de devolución
return-reason = Motivo
return-items = Artículos de esta devolución
return-send-by = Último día para enviarlo
return-cost = Coste
return-free = Gratis
return-address = Dirección de devolución
return-label = Abrir la etiqueta de devolución
return-declined = Motivo del rechazo
return-late = El plazo de devolución ha terminado
return-final_sale = Estos artículos no admiten devolución, como se indicaba en la compra
return-received-on = Fecha de recepción
return-refund = Te devolvemos
return-accepted = Aceptado
return-refused = No aceptado

## Withdrawal from the contract

withdrawal-subject = Pedido { $number }: desistimiento recibido
withdrawal-preheader = Recibido el { $time }. Guarda este correo.
withdrawal-headline = Hemos recibido tu desistimiento
withdrawal-lead = Nos has comunicado que desistes del contrato del pedido { $number }. Tu declaración nos llegó el { $time }. Guarda este correo como prueba.
withdrawal-next = Si ya has recibido los artículos, devuélvelos en un plazo de 14 días. Te devolveremos el dinero en un plazo de 14 días desde tu declaración, aunque no antes de que nos lleguen los artículos o una prueba de que los has enviado.
withdrawal-mistake = Si esta declaración no es tuya, responde a este correo de inmediato.
withdrawal-reference = Referencia
withdrawal-received = Fecha de recepción
withdrawal-of = Objeto del desistimiento
withdrawal-all = Todo el pedido
withdrawal-words = En tus palabras

## The order page

page-title = Pedido { $number }, { $shop }
page-skip = Ir al pedido
page-headline-withdrawn = Este pedido ya no está activo
page-headline-cancelled = Tu pedido está cancelado
page-headline-refunded = Tu pedido se ha reembolsado
page-headline-payment-failed = El pago no se completó
page-headline-awaiting-payment = Esperamos tu pago
page-headline-confirmed = Tu pedido está confirmado
page-headline-preparing = Estamos preparando tu pedido
page-headline-partly-shipped = Una parte de tu pedido está en camino
page-headline-shipped = Tu pedido está en camino
page-headline-out-for-delivery = Tu paquete está en reparto
page-headline-needs-attention = Tu paquete requiere atención
page-headline-partly-delivered = Ha llegado una parte de tu pedido
page-headline-delivered = Tu pedido ha llegado
page-headline-returning = Tu paquete vuelve a la tienda
page-lead-due = Falta pagar { $amount }.
page-lead-failed = El último intento de pago no se completó. Puedes intentarlo de nuevo con la misma forma de pago o con otra.
page-lead-attention = El transportista necesita algo o no pudo entregar el paquete. El último movimiento, más abajo, da más detalles.
page-as-of = Actualizado el { $time }.
page-timeline = Historial del pedido
page-placed = Pedido realizado
page-paid = Pagado
page-paid-amount = Pagado: { $amount }
page-pay-failed = Un pago no se completó
page-shipped = Paquete enviado
page-shipped-with = Paquete enviado con { $carrier }
page-cancelled = Pedido cancelado
page-refunded = Total reembolsado: { $amount }
page-parcels = { $count ->
    [one] Tu paquete
   *[other] Tus paquetes
}
page-parcel = Paquete { $number } de { $of }
page-parcel-one = Paquete
page-items = Artículos
page-returns = Tus devoluciones
page-return-requested = Solicitada: la tienda te escribirá
page-return-approved = Aceptada: el correo correspondiente explica cómo enviarla
page-return-declined = No aceptada: el correo correspondiente explica por qué
page-return-received = Recibida por la tienda
page-return-closed = Cerrada
page-paid-in-full = Pagado por completo
page-nothing-due = Nada que pagar
page-not-charged = No se te ha cobrado nada.
page-going-to = Destino
page-help = Ayuda y devoluciones
page-help-text = ¿Tienes preguntas sobre este pedido? { $shop } te ayudará con gusto. También puedes responder a cualquier correo sobre él.
page-contact = Obtener ayuda
page-shop = Visitar { $shop }
page-private = Esta página es solo para ti. Quien tenga su dirección puede verla, así que compártela con cuidado.
page-state-pre_transit = En preparación
page-state-accepted = En manos del transportista
page-state-in_transit = En camino
page-state-exception = Incidencia en el transporte
page-state-out_for_delivery = En reparto
page-state-delivery_attempted = Intento de entrega
page-state-available_for_pickup = Listo para recoger
page-state-delivered = Entregado
page-state-return_to_sender = En camino de vuelta a la tienda
page-state-returned = De nuevo en la tienda
page-state-lost = Perdido por el transportista
page-state-expired = Sin noticias del transportista
page-state-cancelled = Etiqueta cancelada
page-missing-title = Página no encontrada
page-missing-headline = No hemos encontrado esta página
page-missing-lead = Puede que la dirección esté incompleta o ya no sea válida. Abre de nuevo el enlace del correo más reciente sobre tu pedido o responde a ese correo: alguien te ayudará.
page-later-title = No disponible por ahora
page-later-headline = Esta página está haciendo una pausa
page-later-lead = Tu pedido está a salvo. Inténtalo de nuevo en unos minutos.

## The order page: mail that comes back, and a corrected address

repair-title = Nuestros correos no te llegan
repair-lead = Los correos a { $address } nos llegan devueltos. Por eso no recibes las noticias de este pedido.
repair-how = Puedes corregir la dirección aquí. Para que nadie más pueda hacerlo, te pedimos dos datos que solo tú conoces.
repair-which = ¿Cuál es la dirección correcta?
repair-other = Otra dirección
repair-email = Tu dirección de correo
repair-postcode = Código postal de tu dirección de facturación
repair-digits = Últimas 4 cifras del número de teléfono que diste al hacer el pedido
repair-send = Enviar la confirmación
repair-why = Enviamos un correo a la nueva dirección. Cuando la confirmes allí, y no antes, recibirás en ella las noticias de este pedido y se enviará de nuevo lo que fue devuelto.
repair-sent = Si los dos datos corresponden a este pedido, hay un correo en camino a la nueva dirección. Abre el enlace que contiene en un plazo de 7 días para confirmarla. ¿No llega nada después de unos minutos? Abre esta página otra vez.
repair-waiting = Hemos enviado un correo a { $address }. Abre el enlace que contiene en un plazo de 7 días para confirmar la dirección. ¿No está? Mira en la carpeta de correo no deseado o corrige la dirección más abajo.
repair-shop = Ponte en contacto con la tienda para corregir la dirección.
repair-mistake-address = Escribe una dirección distinta de la que no funciona, con la forma nombre@example.com.
repair-mistake-missing = Escribe el código postal y las cifras.
repair-mistake-proof = Estos datos no corresponden a este pedido. Hay 5 intentos en total. Si tienes dudas, ponte en contacto con la tienda.
confirm-open-headline = Confirma tu dirección de correo
confirm-open-lead = ¿Quieres que { $shop } envíe noticias de un pedido a { $address }?
confirm-open-button = Sí, es mi dirección
confirm-open-note = Si no hiciste ningún pedido allí, cierra esta página. Sin tu confirmación no se envía nada.
confirm-done-headline = Tu dirección está confirmada
confirm-done-lead = Gracias. A partir de ahora, { $shop } escribe a { $address }. Lo que antes no se pudo entregar llegará en unos minutos.
confirm-outdated-headline = Esta dirección ya no hace falta
confirm-outdated-lead = Mientras tanto se indicó otra dirección para este pedido. No tienes que hacer nada.

## The order page: answers

ask-csat-title = ¿Cuál es tu grado de satisfacción con este pedido?
ask-csat-lead = Elige un número. Se guarda cuando pulsas el botón.
ask-csat-text = ¿Quieres añadir algo? (opcional)
ask-nps-title = ¿Qué probabilidad hay de que nos recomiendes a tus amistades?
ask-nps-lead = Elige un número. Se guarda cuando pulsas el botón.
ask-nps-text = ¿Cuál es el motivo principal? (opcional)
ask-review-title = ¿Qué opinas de lo que pediste?
ask-review-lead = Bastan unas palabras. Se guardan cuando pulsas el botón y llegan a la tienda.
ask-review-text = Tu reseña
ask-send = Enviar
ask-send-again = Cambiar mi respuesta
ask-saved = Gracias, tu respuesta está guardada.
ask-missing = Primero elige o escribe una respuesta.

## The order page: withdrawal from the contract

withdraw-open = Desistir del contrato aquí
withdraw-title = Desistir del contrato
withdraw-lead = Puedes desistir del contrato de este pedido hasta el { $date } sin indicar ningún motivo. Recibirás un correo que lo acredita, con la fecha y la hora.
withdraw-lead-early = Puedes desistir del contrato de este pedido sin indicar ningún motivo. Recibirás un correo que lo acredita, con la fecha y la hora.
withdraw-which = ¿Qué artículos?
withdraw-name = Tu nombre
withdraw-text = ¿Quieres añadir algo? (opcional)
withdraw-send = Confirmar desistimiento
withdraw-done = Hemos recibido tu desistimiento del { $time }. El correo que lo acredita está en camino.
withdraw-missing = Elige al menos un artículo y escribe tu nombre.
withdraw-over = El plazo de desistimiento ha terminado. Ponte en contacto con la tienda.

## Asked no more

stop-title = No más preguntas
stop-lead = ¿Quieres que { $shop } deje de pedirte reseñas y opiniones? Las noticias de tus pedidos te seguirán llegando.
stop-button = Sí, no preguntar más
stop-done-headline = No te preguntaremos más
stop-done-lead = { $shop } ya no te pedirá reseñas ni opiniones. Las noticias de tus pedidos te seguirán llegando.
stop-basket-title = No más correos sobre cestas
stop-basket-lead = ¿Quieres que { $shop } deje de escribirte sobre cestas y de pedirte reseñas y opiniones? Las noticias de tus pedidos te seguirán llegando.
stop-basket-button = Sí, no enviar más
stop-basket-done-headline = No recibirás más correos así
stop-basket-done-lead = { $shop } ya no te escribirá sobre cestas ni te pedirá reseñas ni opiniones. Las noticias de tus pedidos te seguirán llegando.
