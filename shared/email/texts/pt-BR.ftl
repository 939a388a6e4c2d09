# Everything that customers read, in Brazilian Portuguese (`você`). Keys: <mail>-subject, -preheader, -headline, -lead; `page-`
# is the order page; the rest is shared. Amounts, dates and numbers arrive as they are to be shown. Names of shops and carriers
# stand without an article (`em`, `de`, `via`), and `one` is also said of 0, so counts are always shown.

## Shared

hello = Olá, { $name },
hello-nobody = Olá,
order-number = Pedido { $number }
colon = :{" "}
place = { $town }, { $country }
view-order = Ver meu pedido
pay-now = Pagar agora
pay-again = Tentar pagar de novo
track-parcel = Rastrear pacote ({ $carrier })
track-parcel-plain = Rastrear pacote

item = Item
quantity = Quantidade
price = Preço
items-caption = { $count ->
    [one] { $shown } item no seu pedido
   *[other] { $shown } itens no seu pedido
}
items-more = { $count ->
    [one] E mais { $shown } item: veja na página do pedido.
   *[other] E mais { $shown } itens: veja na página do pedido.
}
subtotal = Subtotal
discount = Desconto
shipping = Frete
fees = Taxas
tax = Impostos
rounding = Arredondamento e ajustes
total = Total
tax-included = Inclui { $amount } de impostos.

ship-to = Endereço de entrega
ship-how = Forma de entrega
payment = Pagamento
paid-with = Forma de pagamento
amount = Valor
paid-on = Data do pagamento
transaction = Transação
due = Valor a pagar
carrier = Transportadora
tracking-number = Código de rastreio
number-before = Código anterior
expected = Previsão de entrega
delivered-on = Data da entrega
delivered-where = Local da entrega
pickup-place = Local de retirada
new-date = Nova data de entrega
date-unknown = Ainda não informada
reason = Motivo
refunded = Valor reembolsado
kept = Valor pago, menos o reembolso
ordered-total = Total do pedido

bill-to = Endereço de cobrança
your-note = Sua observação
promised = Entrega até
refund-number = Número do reembolso
unsubscribe = Não receber mais perguntas como esta
unsubscribe-basket = Não receber mais e-mails como este
why-unsubscribe = Você recebeu este e-mail porque fez um pedido em { $shop }. Perguntamos raramente, e você pode interromper isso quando quiser.
why-abandoned = Você recebeu este e-mail porque deixou um carrinho em { $shop } e aceitou receber e-mails. Enviamos e-mails assim raramente, e você pode interromper isso quando quiser.

method-card = { $brand } com final { $last4 }
method-wallet = { $method } ({ $wallet })
method-card-plain = Cartão
method-sepa_debit = Débito direto SEPA
method-bank_transfer = Transferência bancária
method-bank_account = Conta bancária
method-cash_on_delivery = Pagamento na entrega
method-cash = Dinheiro
method-gift_card = Cartão-presente
method-invoice = Fatura

parcel-items = Neste pacote
basket-items = No seu carrinho
basket-more = Os outros itens também estão no seu carrinho.
parcel-order = Todos os itens do seu pedido
to-come = Itens ainda não enviados
parcel-of = Este é o pacote { $number } de { $of }.
parcel-part = Esta é uma parte do seu pedido. O restante segue em outro pacote.

returns-title = Devoluções
returns-days = { $days ->
    [one] Você pode devolver itens em até { $shown } dia após a entrega.
   *[other] Você pode devolver itens em até { $shown } dias após a entrega.
}
returns-until = Você pode devolver estes itens até { $date }.
returns-link = Política de devolução

questions = Dúvidas? Responda a este e-mail ou escreva para { $address }.
help = Ajuda
why = Você recebeu este e-mail porque fez um pedido em { $shop }. Ele trata desse pedido e não é publicidade.

why-alert = Você recebeu este e-mail porque { $shop } o envia a quem cuida dos pedidos.

## Received, not paid yet

received-subject = Pedido { $number } recebido, falta o pagamento
received-preheader = Falta pagar { $amount }. Começamos assim que o pagamento chegar até nós.
received-headline = Recebemos seu pedido
received-lead = Obrigado pelo pedido { $number }. Falta pagar { $amount }; começamos a prepará-lo assim que o pagamento chegar até nós.
received-lead-partly = Obrigado pelo pedido { $number }. Até agora recebemos { $paid } de { $total }, e falta pagar { $amount }. Começamos a prepará-lo assim que o valor estiver completo.
received-method = Forma de pagamento que você escolheu: { $method }.

## Confirmed

confirmed-subject = Pedido { $number } confirmado
confirmed-preheader = Obrigado. Veja o que você pediu, quanto custa e o que acontece agora.
confirmed-headline = Seu pedido está confirmado
confirmed-lead = Obrigado pelo pedido { $number }, feito em { $date }. Estamos preparando tudo e escreveremos de novo quando ele estiver a caminho.
confirmed-lead-plain = Obrigado pelo pedido { $number }, feito em { $date }. Tudo o que você pediu está na lista abaixo.
confirmed-due = Valor a pagar depois: { $amount } ({ $method }).
confirmed-due-plain = Falta pagar { $amount }.
confirmed-back-ordered = Uma parte do pedido ainda está sem estoque, como você vê abaixo. Se preferir não esperar, responda a este e-mail: você pode cancelá-la sem custo.

## Changed

edited-subject = Pedido { $number } alterado
edited-preheader = O total agora é { $total }. Veja como ficou seu pedido.
edited-headline = Seu pedido foi alterado
edited-lead = O pedido { $number }, feito em { $date }, foi alterado. Veja abaixo como ele ficou.
edited-due = Falta pagar { $amount }.
edited-over = Você pagou { $amount } a mais do que o pedido custa agora. Se não receber um aviso de reembolso em alguns dias, responda a este e-mail.
edited-address = O endereço de entrega mudou. Confira-o abaixo.
edited-mistake = Se você não pediu essa alteração, responda a este e-mail.
changes = O que mudou
change-added = Adicionado: { $item }
change-removed = Removido: { $item }
change-quantity = Alterado: { $item }, agora { $now } em vez de { $before }
total-before = Total anterior
total-now = Total atual

## On hold

on_hold-subject = Pedido { $number } em espera
on_hold-preheader = Primeiro precisamos verificar algo. Avisaremos assim que o pedido seguir.
on_hold-headline = Seu pedido está em espera
on_hold-lead = O pedido { $number }, feito em { $date }, está em espera porque primeiro precisamos verificar algo. Você não precisa fazer nada, a menos que peçamos. Avisaremos assim que ele seguir.
on_hold-choice = Se preferir não esperar, responda a este e-mail. Você pode cancelar sem custo.

## Receipt

receipt-subject = Comprovante de pagamento do pedido { $number }
receipt-preheader = Recebemos seu pagamento de { $amount }. Obrigado.
receipt-headline = Obrigado pelo pagamento
receipt-lead = Recebemos seu pagamento de { $amount } referente ao pedido { $number }. Guarde este e-mail como comprovante.
receipt-extra-subject = Novo pagamento do pedido { $number }
receipt-extra-preheader = Recebemos mais um pagamento de { $amount } para este pedido.
receipt-extra-headline = Recebemos mais um pagamento
receipt-extra-lead = Recebemos mais um pagamento, de { $amount }, para o pedido { $number }, que já estava pago. Se você não queria pagar de novo, responda a este e-mail e a loja resolverá.

## Payment failed

payment_failed-subject = Pagamento do pedido { $number } não concluído
payment_failed-preheader = Mantivemos seu pedido. Você pode tentar de novo ou pagar de outra forma.
payment_failed-headline = O pagamento não foi concluído
payment_failed-lead = O pagamento de { $amount } do pedido { $number } não foi concluído. Isso pode acontecer por muitos motivos simples. Mantivemos seu pedido, e você pode tentar de novo com a mesma forma de pagamento ou com outra.
payment_failed-lead-no-link = O pagamento de { $amount } do pedido { $number } não foi concluído. Isso pode acontecer por muitos motivos simples. Mantivemos seu pedido; responda a este e-mail se precisar de outra forma de pagamento.

## Still not paid

payment_reminder-subject = Pedido { $number } aguarda seu pagamento
payment_reminder-preheader = Falta pagar { $amount }. Se você acabou de pagar, não precisa fazer nada.
payment_reminder-headline = Seu pedido aguarda o pagamento
payment_reminder-lead = Obrigado pelo pedido { $number }, feito em { $date }. Falta pagar { $amount }; começamos a prepará-lo assim que o pagamento chegar até nós. Se você acabou de pagar, não precisa fazer nada.
payment_expired-subject = Pedido { $number } não foi pago
payment_expired-preheader = Não recebemos o pagamento deste pedido, e nenhum valor foi cobrado.
payment_expired-headline = Não recebemos seu pagamento
payment_expired-lead = Não recebemos o pagamento de { $amount } do pedido { $number }, feito em { $date }. Por isso, os itens não estão mais reservados para você. Nenhum valor foi cobrado. Se ainda quiser os itens, pague agora ou faça um novo pedido; se já pagou, responda a este e-mail.

## Not in stock

back_ordered-subject = Pedido { $number }: itens sem estoque
back_ordered-preheader = Uma parte do pedido está sem estoque. Você pode esperar ou cancelar sem custo.
back_ordered-headline = Uma parte do seu pedido está sem estoque
back_ordered-lead = Pedimos desculpas: uma parte do pedido { $number }, feito em { $date }, está sem estoque no momento. Veja abaixo o que falta e a previsão de chegada ao estoque.
back_ordered-unknown = Onde ainda não há data, ela aparecerá na página do seu pedido assim que for conhecida.
back_ordered-others = Os outros itens do seu pedido estão em estoque.
back_ordered-choice = Se preferir não esperar, responda a este e-mail: você pode cancelar estes itens, ou todo o pedido, sem custo e receber de volta tudo o que pagou por eles.
back-ordered-items = Itens ainda sem estoque
back-ordered = Ainda sem estoque, previsto para { $date }
back-ordered-unknown = Ainda sem estoque, sem data prevista
back-ordered-some = { $shown } ainda sem estoque, previsão: { $date }
back-ordered-some-unknown = { $shown } ainda sem estoque, sem data prevista

## Not shipped in time

late_to_ship-subject = Pedido { $number } vai demorar mais que o previsto
late_to_ship-preheader = Ele ainda não foi enviado. Você pode esperar ou cancelar sem custo.
late_to_ship-headline = Seu pedido está atrasado
late_to_ship-lead = Pedimos desculpas: o pedido { $number }, feito em { $date }, já deveria estar a caminho e ainda não está. Avisaremos assim que for enviado. Se preferir não esperar, responda a este e-mail: você pode cancelar sem custo e receber todo o seu dinheiro de volta.

## Waiting to be fetched

ready_for_pickup-subject = Pedido { $number } pronto para retirada
ready_for_pickup-preheader = Seu pacote está à sua espera desde { $date }.
ready_for_pickup-headline = Seu pacote está pronto para retirada
ready_for_pickup-lead = O pacote do pedido { $number } está à sua espera desde { $date }. Leve o código de rastreio e um documento de identidade. Pacotes não retirados voltam para nós.
pickup_waiting-subject = Pedido { $number }: seu pacote aguarda retirada
pickup_waiting-preheader = Retire-o o quanto antes: pacotes não retirados voltam para nós.
pickup_waiting-headline = Seu pacote ainda está à sua espera
pickup_waiting-lead = O pacote do pedido { $number } está à sua espera desde { $date }. Retire-o o quanto antes: pacotes não retirados voltam para nós.

## After delivery

follow_up-subject = Sobre o pedido { $number }
follow_up-preheader = Se algo não estiver como deveria, é só responder: nós lemos sua mensagem.
follow_up-headline = Tudo certo?
follow_up-lead = Seu pedido { $number } chegou em { $date }. Se algo estiver faltando, danificado ou pouco claro, responda a este e-mail: nós lemos sua mensagem e ajudamos. Se estiver tudo bem, você não precisa fazer nada.
csat-subject = Pedido { $number }: a sua satisfação
csat-preheader = Uma pergunta que leva menos de um minuto. Obrigado pela resposta.
csat-headline = Qual é o seu nível de satisfação?
csat-lead = Seu pedido { $number } chegou em { $date }. De 1 a 5, qual é o seu nível de satisfação com ele? A resposta só é salva quando você a envia na página que se abre.
csat-button = Responder à pergunta
csat-lowest = 1: satisfação muito baixa
csat-highest = 5: satisfação muito alta
nps-subject = Pedido { $number }: uma pergunta sobre nós
nps-preheader = Uma pergunta sobre o pedido { $number } que leva menos de um minuto.
nps-headline = Você nos recomendaria?
nps-lead = Seu pedido { $number } chegou em { $date }. De 0 a 10, qual é a probabilidade de você nos recomendar a um amigo? A resposta só é salva quando você a envia na página que se abre.
nps-button = Responder à pergunta
nps-lowest = 0: nada provável
nps-highest = 10: muito provável
review-subject = Pedido { $number }: a sua opinião
review-preheader = Algumas palavras sobre o pedido { $number } ajudam outras pessoas a escolher.
review-headline = O que você achou?
review-lead = Seu pedido { $number } chegou em { $date }. Algumas palavras sobre o que agradou, ou não, ajudam outras pessoas a escolher. O texto só é salvo quando você o envia na página que se abre.
review-button = Escrever avaliação

## A basket that was left

abandoned-subject = Seu carrinho em { $shop } continua aqui
abandoned-preheader = Nada foi pedido nem cobrado. Você pode continuar de onde parou.
abandoned-headline = Seu carrinho continua aqui
abandoned-lead = Em { $date }, você colocou os itens abaixo no carrinho em { $shop } e não fez o pedido. Nada foi cobrado. Se ainda quiser os itens, você pode continuar de onde parou.
abandoned-choice = Se algo não funcionou, responda a este e-mail: nós lemos sua mensagem. Se não quiser mais os itens, você não precisa fazer nada. Sobre este carrinho, escrevemos só esta vez.
abandoned-button = Voltar ao carrinho

## A corrected address

confirm_address-subject = Confirme seu endereço de e-mail
confirm_address-preheader = Basta um clique, e { $shop } pode escrever para você neste endereço.
confirm_address-headline = Confirme seu endereço de e-mail
confirm_address-lead = Alguém informou este endereço para que { $shop } possa enviar para cá informações sobre um pedido. Se foi você, abra em até 7 dias a página a que este botão leva e confirme o endereço nela.
confirm_address-not-you = Se não foi você, não precisa fazer nada: sem sua confirmação, nada é enviado para cá.
confirm_address-button = Confirmar este endereço
why-confirm = Você recebeu este e-mail porque alguém informou este endereço em uma página de { $shop }.

## For the shop

new_order-subject = Novo pedido { $number }
new_order-preheader = Feito em { $date }. Veja o que deve ser embalado.
new_order-headline = Um novo pedido
new_order-lead = O pedido { $number }, feito em { $date }, está confirmado e pode ser embalado.
new_order-button = Ver o pedido
customer = Cliente
customer-email = E-mail
customer-note = Observação do cliente
sku = SKU
trouble-withdrawal = Cliente desistiu do contrato
trouble-withdrawal-todo = O cliente exerceu o direito de arrependimento na página do pedido e recebeu um e-mail que comprova isso. Retenha o pacote se ele ainda não saiu, combine com o cliente a devolução sem custo para ele e faça o reembolso de imediato.
trouble-return_requested = Cliente quer devolver itens
trouble-return_requested-todo = Aprove ou recuse a solicitação no sistema em que você trata as devoluções. O cliente já tem um e-mail que confirma que ela chegou até você.
attention-subject = Pedido { $number }: { $what }
attention-lead = O pedido { $number }, feito em { $date }, precisa da atenção de alguém.
attention-button = Ver o pedido
trouble-since = Desde
trouble-mark = Nota
trouble-words = Nas palavras do cliente
trouble-not_shipped = Não enviado no prazo
trouble-not_shipped-todo = Envie o pedido ou escreva ao cliente. O cliente é avisado automaticamente quando passar o dobro do seu prazo de envio.
trouble-not_handed_over = Etiqueta criada, sem movimentação
trouble-not_handed_over-todo = Verifique se o pacote foi entregue à transportadora.
trouble-no_scan = Sem movimentação há dias
trouble-no_scan-todo = Pergunte à transportadora onde está o pacote. Se continuar sem movimentação após o dobro de dias, o cliente é avisado automaticamente.
trouble-promise_at_risk = Data prometida em risco
trouble-promise_at_risk-todo = O pacote foi prometido para hoje e ainda não está com o entregador. Pergunte à transportadora onde ele está.
trouble-promise_passed = A data prometida passou
trouble-promise_passed-todo = O pacote não chegou na data prometida. O cliente é avisado na manhã seguinte.
trouble-payment_pending = Um pagamento está demorando
trouble-payment_pending-todo = Verifique o pagamento: o dinheiro está a caminho há dias.
trouble-payment_expired = Sem pagamento há muito tempo
trouble-payment_expired-todo = Cancele o pedido ou pergunte ao cliente.
trouble-held = Pagamento e pedido não conferem
trouble-held-todo = O pedido não está confirmado. Compare o pagamento com o pedido: valor e moeda.
trouble-pickup_waiting = Ninguém retira o pacote
trouble-pickup_waiting-todo = O pacote volta em breve. O cliente recebeu um lembrete; talvez valha a pena ligar.
trouble-refund_not_settled = Um reembolso não chega
trouble-refund_not_settled-todo = Verifique o reembolso no provedor de pagamento: ele foi anunciado e não foi concluído.
trouble-refund_failed = Um reembolso falhou
trouble-refund_failed-todo = Faça o reembolso de outra forma e avise o cliente.
trouble-returning = O pacote está voltando
trouble-returning-todo = Decida entre um novo pacote e um reembolso e avise o cliente.
trouble-return_silent = Pacote voltando, sem movimentação
trouble-return_silent-todo = Pergunte à transportadora onde está o pacote.
trouble-lost = Pacote extraviado
trouble-lost-todo = Registre o extravio com a transportadora e ofereça ao cliente um novo pacote ou um reembolso.
trouble-problem = A transportadora relata problema
trouble-problem-todo = Veja o rastreio: a transportadora pode precisar de um endereço, de um documento ou de uma decisão.
trouble-unreachable = E-mails ao cliente voltam
trouble-unreachable-todo = Peça outro endereço de e-mail ao cliente, por telefone, por exemplo, e altere-o no pedido. O cliente também pode corrigi-lo na página do pedido; o que voltou é então reenviado automaticamente.
trouble-complaint = Cliente marcou e-mail como spam
trouble-complaint-todo = Não perguntamos mais nada a esse cliente; as atualizações do pedido continuam sendo enviadas. Pergunte se há algo errado.
trouble-correction_refused = Correção de e-mail recusada
trouble-correction_refused-todo = Alguém tentou cinco vezes corrigir o endereço de e-mail na página do pedido e não acertou o CEP e o telefone. Ligue para o cliente e altere o endereço no pedido. A página não aceita mais tentativas.
trouble-unhappy = Cliente insatisfeito
trouble-unhappy-todo = O cliente deu uma nota baixa. Leia a resposta e escreva ou ligue enquanto ainda dá para resolver.

## Shipped

shipped-subject = Pedido { $number } a caminho
shipped-preheader = Seu pacote segue via { $carrier }, código de rastreio { $tracking }.
shipped-preheader-plain = Seu pacote já foi enviado. Veja o que há nele.
shipped-headline = Seu pedido está a caminho
shipped-lead = O pedido { $number } foi enviado em { $date }.
shipped-part-subject = Parte do pedido { $number } está a caminho
shipped-part-headline = Parte do seu pedido está a caminho
shipped-part-lead = Um pacote do pedido { $number } foi enviado em { $date }.

## Another tracking number

number_changed-subject = Novo código de rastreio do pedido { $number }
number_changed-preheader = Use { $tracking } a partir de agora para acompanhar seu pacote.
number_changed-headline = Seu pacote tem um novo código de rastreio
number_changed-lead = O pacote do pedido { $number } segue agora com o código de rastreio { $tracking }. Ele substitui o código { $before }, que não vale mais.
number_changed-lead-many = O pacote do pedido { $number } segue agora com o código de rastreio { $tracking }. Os códigos anteriores não valem mais.
number_changed-first-subject = Código de rastreio do pedido { $number }
number_changed-first-preheader = Você já pode acompanhar seu pacote com o código { $tracking }.
number_changed-first-headline = Você já pode acompanhar seu pacote
number_changed-first-lead = O pacote do pedido { $number } já tem um código de rastreio: { $tracking }.

## Out for delivery

out_for_delivery-subject = Pedido { $number } saiu para entrega
out_for_delivery-preheader = O entregador está com seu pacote e deve chegar em { $date }.
out_for_delivery-headline = Seu pacote saiu para entrega
out_for_delivery-lead = O entregador está com o pacote do pedido { $number } e deve chegar até você em { $date }.
out_for_delivery-part-subject = Pedido { $number }: um pacote saiu para entrega

## Delivered

delivered-subject = Pedido { $number } entregue
delivered-preheader = Entregue em { $date }. Não chegou? Responda a este e-mail e verificaremos.
delivered-headline = Seu pacote foi entregue
delivered-lead = A transportadora informa que o pacote do pedido { $number } foi entregue em { $date }.
delivered-missing = Não chegou? Ele pode estar com um vizinho, na portaria ou em um lugar seguro. Se não o encontrar, responda a este e-mail e verificaremos.
delivered-part-subject = Pedido { $number }: um pacote foi entregue

## Delayed

delayed-subject = Pedido { $number } está atrasado
delayed-preheader = Seu pacote está atrasado. A nova previsão de entrega é { $date }.
delayed-preheader-unknown = Seu pacote está atrasado. A transportadora ainda não informou uma nova data.
delayed-headline = Seu pacote está atrasado
delayed-lead = Pedimos desculpas: o pacote do pedido { $number } está atrasado. A transportadora prevê agora a entrega para { $date }.
delayed-lead-unknown = Pedimos desculpas: o pacote do pedido { $number } está atrasado. A transportadora ainda não informou uma nova data; avisaremos assim que ela informar.
delayed-choice = Se preferir não esperar, responda a este e-mail: encontraremos uma solução com você e, se o pedido não puder mais chegar, você recebe seu dinheiro de volta.
delayed-part-subject = Pedido { $number }: um pacote está atrasado
cause-carrier = Um atraso na transportadora
cause-weather = Mau tempo no caminho
cause-customs = O pacote está na alfândega
cause-silent = A transportadora não atualiza o rastreio há alguns dias
cause-promise = Ele não chegou na data prometida

## Delivery was tried

delivery_attempted-subject = Pedido { $number }: tentativa de entrega
delivery_attempted-preheader = Não foi possível entregar seu pacote em { $date }. Veja o que acontece agora.
delivery_attempted-headline = Não foi possível entregar seu pacote
delivery_attempted-lead = A transportadora tentou entregar o pacote do pedido { $number } em { $date } e não conseguiu.
delivery_attempted-next = A maioria das transportadoras tenta de novo no próximo dia útil ou deixa o pacote em um ponto de retirada. A página da transportadora mostra o que acontece agora e muitas vezes permite escolher outro dia ou lugar.
tried-on = Tentativa em
attempt-recipient_absent = Não havia ninguém para receber o pacote
attempt-address = O endereço não foi encontrado
attempt-refused = O pacote não foi aceito no endereço
attempt-other = A transportadora não informa o motivo

## A wrong address

address_problem-subject = Pedido { $number }: confira o endereço
address_problem-preheader = A transportadora não consegue entregar seu pacote no endereço que temos.
address_problem-headline = Precisamos da sua ajuda com o endereço
address_problem-lead = A transportadora não consegue entregar o pacote do pedido { $number } no endereço abaixo. Responda a este e-mail com o endereço certo assim que puder.
address_problem-else = Se a transportadora não receber o endereço certo em alguns dias, o pacote volta para nós.
address-we-have = O endereço que temos

## On its way back, lost

returning-subject = Um pacote do pedido { $number } está voltando
returning-preheader = A transportadora está trazendo seu pacote de volta. Você escolhe o que fazer.
returning-headline = Seu pacote está voltando para nós
returning-lead = A transportadora não conseguiu entregar o pacote do pedido { $number } e o está trazendo de volta para nós.
returning-choice = Diga o que você prefere: podemos enviar de novo ou devolver seu dinheiro. Basta responder a este e-mail.
lost-subject = O pacote do pedido { $number } foi extraviado
lost-preheader = Pedimos desculpas. Você escolhe: um novo pacote ou seu dinheiro de volta.
lost-headline = Pedimos desculpas: seu pacote foi extraviado
lost-lead = A transportadora nos informou que o pacote do pedido { $number } foi extraviado. Isso não deveria ter acontecido.
lost-choice = Você escolhe: enviamos um novo pacote, se ainda tivermos os itens, ou você recebe seu dinheiro de volta. Basta responder a este e-mail.

## Cancelled

cancelled-subject = Pedido { $number } cancelado
cancelled-headline = Seu pedido foi cancelado
cancelled-lead = O pedido { $number }, feito em { $date }, foi cancelado.
cancelled-preheader-free = Nenhum valor foi cobrado. Você não precisa fazer nada.
cancelled-free = Nenhum valor foi cobrado por ele.
cancelled-preheader-reserved = Nenhum valor foi cobrado. Você não precisa fazer nada.
cancelled-reserved = Nenhum valor foi cobrado. Se seu banco mostra um valor reservado, ele é liberado automaticamente, em geral em alguns dias.
cancelled-preheader-refunded = Seu pagamento de { $paid } foi reembolsado. Você não precisa fazer nada.
cancelled-refunded = Seu pagamento de { $paid } foi reembolsado. Dependendo do seu banco, leva alguns dias úteis para o valor chegar.
cancelled-preheader-partly = Do seu pagamento de { $paid }, já reembolsamos { $refunded }.
cancelled-partly = Você pagou { $paid }, e até agora reembolsamos { $refunded } desse valor. Se falta o restante, responda a este e-mail.
cancelled-preheader-paid = Você pagou { $paid }. O valor ainda não foi reembolsado.
cancelled-paid = Você pagou { $paid } por ele, e o valor ainda não foi reembolsado. Se não receber um aviso de reembolso em alguns dias, responda a este e-mail.
cancelled-mistake = Se você não esperava por isso, responda a este e-mail.

## Refund

refund-subject = Reembolso do pedido { $number }
refund-preheader = O valor de { $amount } está voltando para você e chega em alguns dias úteis.
refund-headline = Seu reembolso está a caminho
refund-lead = Reembolsamos todo o seu pagamento de { $amount } do pedido { $number }. Dependendo do seu banco, leva alguns dias úteis para o valor chegar.
refund-part-lead = Reembolsamos ao todo { $amount } do pedido { $number }. Dependendo do seu banco, leva alguns dias úteis para o valor chegar.

## A refund that failed

refund_failed-subject = Pedido { $number }: o reembolso não chegou
refund_failed-preheader = Não conseguimos devolver { $amount } a você. Estamos buscando outra forma.
refund_failed-headline = Não foi possível pagar seu reembolso
refund_failed-lead = Tentamos devolver { $amount } do pedido { $number } a você, e o pagamento voltou para nós. Isso acontece, por exemplo, quando um cartão foi cancelado ou uma conta foi encerrada.
refund_failed-next = Estamos buscando outra forma. Se seu cartão ou sua conta mudou, responda a este e-mail, mas não envie números de cartão.

## Returns

return_requested-subject = Pedido { $number }: devolução solicitada
return_requested-preheader = Avisaremos assim que houver uma decisão. Antes disso, não envie nada.
return_requested-headline = Recebemos sua solicitação de devolução
return_requested-lead = Você quer devolver itens do pedido { $number }. Sua solicitação chegou até nós, e avisaremos assim que houver uma decisão.
return_requested-next = Antes disso, não envie nada: informaremos para onde enviar.
return_requested-mistake = Se você não fez essa solicitação, responda a este e-mail.
return_approved-subject = Pedido { $number }: devolução aprovada
return_approved-preheader-label = Aqui está sua etiqueta de devolução e o que fazer com ela.
return_approved-preheader-address = Veja para onde enviar os itens e o que colocar no pacote.
return_approved-preheader-written = Escreveremos para explicar como devolver os itens.
return_approved-headline = Você pode devolver os itens
return_approved-lead = Sua devolução do pedido { $number } foi aprovada.
return_approved-label = Abra a etiqueta pelo botão, imprima e cole no pacote. Depois, entregue o pacote para envio.
return_approved-address = Envie os itens para o endereço abaixo e coloque no pacote um papel com o número do pedido { $number }.
return_approved-written = Escreveremos para explicar como devolver os itens. Antes disso, não envie nada.
return_approved-deadline = Envie os itens até { $date }.
return_approved-proof = Guarde o comprovante de envio até receber seu dinheiro de volta.
return_declined-subject = Pedido { $number }: devolução não aceita
return_declined-preheader = Não podemos aceitar os itens de volta. Veja o motivo e o que você pode fazer.
return_declined-headline = Não podemos aceitar sua devolução
return_declined-lead = Pedimos desculpas: não podemos aceitar sua devolução do pedido { $number }. O motivo está abaixo.
return_declined-appeal = Se você não concorda ou se algum item tem defeito, responda a este e-mail: vamos ler sua resposta e analisar o caso de novo.
return_received-subject = Pedido { $number }: devolução recebida
return_received-preheader = Seus itens chegaram até nós. Escreveremos sobre os próximos passos.
return_received-preheader-refund = Você recebe { $amount } de volta. Avisaremos quando o valor for enviado.
return_received-headline = Recebemos sua devolução
return_received-lead = Os itens do pedido { $number } que você devolveu chegaram até nós em { $date }.
return_received-refund = Você recebe { $amount } de volta. Avisaremos de novo quando o valor for enviado.
return_received-checked = Já conferimos os itens e escreveremos sobre os próximos passos.
return_received-next = Agora vamos conferir os itens e escreveremos sobre os próximos passos.
return_received-refused = Não pudemos aceitar tudo. Se quiser saber por quê, responda a este e-mail.
return-number = Número da devolução
return-reason = Motivo
return-items = Itens desta devolução
return-send-by = Enviar até
return-cost = Custo
return-free = Grátis
return-address = Endereço para devolução
return-label = Abrir a etiqueta de devolução
return-declined = Motivo da recusa
return-late = O prazo para devolução terminou
return-final_sale = Estes itens não podem ser devolvidos, como informado na compra
return-received-on = Recebido em
return-refund = Valor do reembolso
return-accepted = Aceito
return-refused = Não aceito

## Withdrawal from the contract

withdrawal-subject = Pedido { $number }: recebemos sua desistência
withdrawal-preheader = Recebida em { $time }. Guarde este e-mail como prova.
withdrawal-headline = Recebemos sua desistência
withdrawal-lead = Você nos comunicou que exerce o direito de arrependimento e desiste do contrato do pedido { $number }. Sua declaração chegou até nós em { $time }. Guarde este e-mail como prova.
withdrawal-next = Se você já recebeu os itens, combinamos com você a devolução, sem custo para você. Devolvemos de imediato tudo o que você pagou, inclusive o frete.
withdrawal-mistake = Se esta declaração não é sua, responda a este e-mail imediatamente.
withdrawal-reference = Protocolo
withdrawal-received = Recebida em
withdrawal-of = Objeto da desistência
withdrawal-all = Todo o pedido
withdrawal-words = Nas suas palavras

## The order page

page-title = Pedido { $number }, { $shop }
page-skip = Ir para o pedido
page-headline-withdrawn = Este pedido não está mais ativo
page-headline-cancelled = Seu pedido foi cancelado
page-headline-refunded = Seu pedido foi reembolsado
page-headline-payment-failed = O pagamento não foi concluído
page-headline-awaiting-payment = Aguardamos seu pagamento
page-headline-confirmed = Seu pedido está confirmado
page-headline-preparing = Seu pedido está sendo preparado
page-headline-partly-shipped = Parte do seu pedido está a caminho
page-headline-shipped = Seu pedido está a caminho
page-headline-out-for-delivery = Seu pacote saiu para entrega
page-headline-needs-attention = Seu pacote precisa de atenção
page-headline-partly-delivered = Parte do seu pedido chegou
page-headline-delivered = Seu pedido chegou
page-headline-returning = Seu pacote está voltando para a loja
page-lead-due = Falta pagar { $amount }.
page-lead-failed = A última tentativa de pagamento não foi concluída. Você pode tentar de novo com a mesma forma de pagamento ou com outra.
page-lead-attention = A transportadora precisa de algo ou não conseguiu entregar o pacote. A atualização mais recente abaixo diz mais.
page-as-of = Atualizado em { $time }.
page-timeline = O que aconteceu até agora
page-placed = Pedido feito
page-paid = Pago
page-paid-amount = Pago: { $amount }
page-pay-failed = Um pagamento não foi concluído
page-shipped = Pacote enviado
page-shipped-with = Pacote enviado via { $carrier }
page-cancelled = Pedido cancelado
page-refunded = Total reembolsado: { $amount }
page-parcels = { $count ->
    [one] Seu pacote
   *[other] Seus pacotes
}
page-parcel = Pacote { $number } de { $of }
page-parcel-one = Pacote
page-items = Itens
page-returns = Suas devoluções
page-return-requested = Solicitada: a loja vai escrever para você
page-return-approved = Aprovada: o e-mail sobre ela explica como enviar
page-return-declined = Não aceita: o e-mail sobre ela explica o motivo
page-return-received = Recebida pela loja
page-return-closed = Encerrada
page-paid-in-full = Totalmente pago
page-nothing-due = Nada a pagar
page-not-charged = Nenhum valor foi cobrado.
page-going-to = Entrega em
page-help = Ajuda e devoluções
page-help-text = Dúvidas sobre este pedido? { $shop } ajuda com prazer. Você também pode responder a qualquer e-mail sobre ele.
page-contact = Pedir ajuda
page-shop = Visitar { $shop }
page-private = Esta página é só para você. Quem tem o endereço dela pode vê-la, então compartilhe-o com cuidado.
page-state-pre_transit = Em preparação
page-state-accepted = Com a transportadora
page-state-in_transit = A caminho
page-state-exception = Parado no caminho
page-state-out_for_delivery = Saiu para entrega
page-state-delivery_attempted = Tentativa de entrega
page-state-available_for_pickup = Pronto para retirada
page-state-delivered = Entregue
page-state-return_to_sender = Voltando para a loja
page-state-returned = De volta à loja
page-state-lost = Extraviado pela transportadora
page-state-expired = Sem notícias da transportadora
page-state-cancelled = Etiqueta cancelada
page-missing-title = Página não encontrada
page-missing-headline = Não encontramos esta página
page-missing-lead = O endereço pode estar incompleto ou desatualizado. Abra de novo o link do e-mail mais recente sobre seu pedido ou responda a esse e-mail: alguém ajudará você.
page-later-title = Indisponível no momento
page-later-headline = Esta página está em uma breve pausa
page-later-lead = Seu pedido está seguro. Tente de novo em alguns minutos.

## The order page: mail that comes back, and a corrected address

repair-title = Não conseguimos falar com você por e-mail
repair-lead = Os e-mails para { $address } voltam para nós. As atualizações deste pedido não chegam até você.
repair-how = Você pode corrigir o endereço aqui. Para que ninguém mais possa fazer isso, pedimos dois dados que só você conhece.
repair-which = Qual endereço está certo?
repair-other = Outro endereço
repair-email = Seu endereço de e-mail
repair-postcode = CEP do seu endereço de cobrança
repair-digits = Últimos 4 dígitos do telefone que você informou no pedido
repair-send = Enviar confirmação a este endereço
repair-why = Enviamos um e-mail ao novo endereço. Só depois que você o confirmar por lá, as atualizações deste pedido vão para ele, e o que voltou é enviado de novo.
repair-sent = Se os dois dados conferem com este pedido, um e-mail está a caminho do novo endereço. Abra o link desse e-mail em até 7 dias para confirmar o endereço. Nada depois de alguns minutos? Abra esta página de novo.
repair-waiting = Enviamos um e-mail para { $address }. Abra o link desse e-mail em até 7 dias para confirmar o endereço. Não chegou? Veja na pasta de spam ou corrija o endereço abaixo.
repair-shop = Entre em contato com a loja para corrigir o endereço.
repair-mistake-address = Informe um endereço diferente do que não funciona, no formato nome@example.com.
repair-mistake-missing = Preencha o CEP e os dígitos.
repair-mistake-proof = Estes dados não conferem com este pedido. São 5 tentativas ao todo. Em caso de dúvida, entre em contato com a loja.
confirm-open-headline = Confirme seu endereço de e-mail
confirm-open-lead = { $shop } pode enviar informações sobre um pedido para { $address }?
confirm-open-button = Sim, este é meu endereço
confirm-open-note = Se você não fez nenhum pedido nessa loja, feche esta página. Sem sua confirmação, nada é enviado.
confirm-done-headline = Seu endereço está confirmado
confirm-done-lead = Obrigado. A partir de agora, { $shop } escreve para { $address }. O que não pôde ser entregue antes chegará em alguns minutos.
confirm-outdated-headline = Este endereço não é mais necessário
confirm-outdated-lead = Outro endereço já foi informado para este pedido. Você não precisa fazer nada.

## The order page: answers

ask-csat-title = Qual é o seu nível de satisfação com este pedido?
ask-csat-lead = Escolha um número. Ele é salvo quando você aperta o botão.
ask-csat-text = Quer acrescentar algo? (opcional)
ask-nps-title = Qual é a probabilidade de você nos recomendar a um amigo?
ask-nps-lead = Escolha um número. Ele é salvo quando você aperta o botão.
ask-nps-text = Qual é o principal motivo? (opcional)
ask-review-title = O que você achou do que pediu?
ask-review-lead = Algumas palavras bastam. Elas são salvas quando você aperta o botão e vão para a loja.
ask-review-text = Sua avaliação
ask-send = Enviar
ask-send-again = Mudar minha resposta
ask-saved = Obrigado, sua resposta foi salva.
ask-missing = Dê uma resposta primeiro.

## The order page: withdrawal from the contract

withdraw-open = Desistir do contrato
withdraw-title = Direito de arrependimento
withdraw-lead = Você pode desistir do contrato deste pedido até { $date }, sem informar o motivo. Você recebe um e-mail que comprova isso, com data e hora.
withdraw-lead-early = Você pode desistir do contrato deste pedido sem informar o motivo. Você recebe um e-mail que comprova isso, com data e hora.
withdraw-which = Quais itens?
withdraw-name = Seu nome
withdraw-text = Quer acrescentar algo? (opcional)
withdraw-send = Confirmar a desistência
withdraw-done = Recebemos sua desistência de { $time }. O e-mail que a comprova está a caminho.
withdraw-missing = Escolha pelo menos um item e informe seu nome.
withdraw-over = O prazo para desistir terminou. Entre em contato com a loja.

## Asked no more

stop-title = Sem mais perguntas
stop-lead = { $shop } deve parar de pedir suas avaliações e opiniões? As atualizações dos seus pedidos continuarão chegando.
stop-button = Sim, não perguntar mais
stop-done-headline = Não perguntaremos mais
stop-done-lead = { $shop } não pedirá mais suas avaliações e opiniões. As atualizações dos seus pedidos continuarão chegando.
stop-basket-title = Sem mais e-mails sobre carrinhos
stop-basket-lead = { $shop } deve parar de escrever para você sobre carrinhos e de pedir suas avaliações e opiniões? As atualizações dos seus pedidos continuarão chegando.
stop-basket-button = Sim, não enviar mais
stop-basket-done-headline = Você não receberá mais e-mails assim
stop-basket-done-lead = { $shop } não escreverá mais para você sobre carrinhos nem pedirá suas avaliações e opiniões. As atualizações dos seus pedidos continuarão chegando.
