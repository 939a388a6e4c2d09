# Everything that customers read, in Japanese. Keys: <mail>-subject, -preheader, -headline, -lead; `page-` is the order page;
# the rest is shared. Amounts, dates and numbers arrive as they are to be shown. In sentences an order's number stands in（）, and
# blanks stand around e-mail addresses only, so that mail programs see where they end.

## Shared

hello = { $name } 様
hello-nobody = お客様
order-number = ご注文番号 { $number }
colon = ：
place = { $country }・{ $town }
view-order = ご注文を確認する
pay-now = お支払いに進む
pay-again = お支払いをやり直す
track-parcel = { $carrier }で配送状況を確認する
track-parcel-plain = 配送状況を確認する

item = 商品
quantity = 数量
price = 価格
items-caption = ご注文の商品（{ $shown }点）
items-more = ほか{ $shown }点は、ご注文ページでご覧いただけます。
subtotal = 小計
discount = 割引
shipping = 送料
fees = 手数料
tax = 税金
rounding = 端数処理・調整
total = 合計
tax-included = 税金{ $amount }を含みます。

ship-to = お届け先
ship-how = 配送方法
payment = お支払い
paid-with = お支払い方法
amount = 金額
paid-on = お支払い日
transaction = 取引番号
due = お支払いいただく金額
carrier = 配送会社
tracking-number = 追跡番号
number-before = 以前の追跡番号
expected = お届け予定日
delivered-on = お届け日
delivered-where = お届け場所
pickup-place = お受け取り場所
new-date = 新しいお届け予定日
date-unknown = 未定
reason = 理由
refunded = 返金額
kept = 返金額を差し引いたお支払い額
ordered-total = ご注文の合計

bill-to = ご請求先
your-note = ご注文時の備考
promised = お届け期日
refund-number = 返金番号
unsubscribe = 今後このような質問を受け取らない
unsubscribe-basket = 今後このようなメールを受け取らない
why-unsubscribe = このメールは、{ $shop }でご注文いただいたお客様にお送りしています。このようなご質問をお送りすることは多くありません。いつでも停止していただけます。
why-abandoned = このメールは、{ $shop }でカートに商品を入れたままで、メールの受信にご同意いただいたお客様にお送りしています。このようなメールをお送りすることは多くありません。いつでも停止していただけます。

method-card = { $brand } 下4桁 { $last4 }
method-wallet = { $method }（{ $wallet }）
method-card-plain = カード
method-sepa_debit = SEPA口座振替
method-bank_transfer = 銀行振込
method-bank_account = 銀行口座
method-cash_on_delivery = 代金引換
method-cash = 現金
method-gift_card = ギフトカード
method-invoice = 請求書払い

parcel-items = このお荷物の商品
basket-items = カートの商品
basket-more = ほかの商品もカートに入っています。
parcel-order = ご注文のすべての商品
to-come = これから発送する商品
parcel-of = 全{ $of }個のうち{ $number }個目のお荷物です。
parcel-part = ご注文の一部です。残りの商品は別のお荷物でお届けします。

returns-title = 返品
returns-days = お届けから{ $shown }日以内であれば返品できます。
returns-until = これらの商品は{ $date }まで返品できます。
returns-link = 返品について

questions = ご不明な点は、このメールにご返信いただくか { $address } までご連絡ください。
help = ヘルプ
why = このメールは、{ $shop }でのご注文に関するお知らせです。広告ではありません。

why-alert = このメールは、{ $shop }の設定により、注文の担当者にお送りしています。

## Received, not paid yet

received-subject = ご注文受付・お支払い待ち（{ $number }）
received-preheader = { $amount }のお支払いをお待ちしています。ご入金の確認後に手配を始めます。
received-headline = ご注文を受け付けました
received-lead = ご注文（{ $number }）をいただき、ありがとうございます。{ $amount }のお支払いをお待ちしております。ご入金を確認でき次第、手配を始めます。
received-lead-partly = ご注文（{ $number }）をいただき、ありがとうございます。これまでに{ $total }のうち{ $paid }のご入金を確認しており、残りは{ $amount }です。全額のご入金を確認でき次第、手配を始めます。
received-method = お選びのお支払い方法：{ $method }

## Confirmed

confirmed-subject = ご注文（{ $number }）が確定しました
confirmed-preheader = ありがとうございます。ご注文の内容と金額、今後の流れをお知らせします。
confirmed-headline = ご注文が確定しました
confirmed-lead = { $date }にご注文（{ $number }）をいただき、ありがとうございます。ただいま準備しております。発送しましたら、改めてメールでお知らせします。
confirmed-lead-plain = { $date }にご注文（{ $number }）をいただき、ありがとうございます。ご注文の内容は下記のとおりです。
confirmed-due = { $amount }は後ほどのお支払いとなります。お支払い方法：{ $method }
confirmed-due-plain = { $amount }のお支払いがまだお済みではありません。
confirmed-back-ordered = 下記のとおり、一部の商品は在庫切れのため、入荷をお待ちいただきます。お待ちいただけない場合は、このメールにご返信ください。無料でキャンセルできます。

## Changed

edited-subject = ご注文（{ $number }）が変更されました
edited-preheader = 合計は{ $total }になりました。変更後のご注文内容をご確認ください。
edited-headline = ご注文が変更されました
edited-lead = { $date }のご注文（{ $number }）が変更されました。現在のご注文内容は下記のとおりです。
edited-due = { $amount }のお支払いがまだお済みではありません。
edited-over = 現在のご注文の合計より{ $amount }多くお支払いいただいています。数日たっても返金のお知らせが届かない場合は、このメールにご返信ください。
edited-address = お届け先が変更されました。下記をご確認ください。
edited-mistake = この変更にお心当たりがない場合は、このメールにご返信ください。
changes = 変更点
change-added = 追加：{ $item }
change-removed = 削除：{ $item }
change-quantity = 数量の変更：{ $item }（{ $before }点→{ $now }点）
total-before = 変更前の合計
total-now = 変更後の合計

## On hold

on_hold-subject = ご注文（{ $number }）を保留しております
on_hold-preheader = 確認が必要なため、保留しております。再開しましたらお知らせします。
on_hold-headline = ご注文を一時保留しております
on_hold-lead = { $date }のご注文（{ $number }）は、確認が必要なため、一時保留しております。こちらからお願いする場合を除き、お客様のお手続きは必要ありません。再開しましたら、メールでお知らせします。
on_hold-choice = お待ちいただけない場合は、このメールにご返信ください。無料でキャンセルできます。

## Receipt

receipt-subject = お支払い確認のお知らせ（{ $number }）
receipt-preheader = { $amount }のお支払いを確認しました。ありがとうございます。
receipt-headline = お支払いありがとうございます
receipt-lead = ご注文（{ $number }）について、{ $amount }のお支払いを確認しました。このメールは控えとして保管してください。
receipt-extra-subject = 追加のお支払いの確認（{ $number }）
receipt-extra-preheader = このご注文について、さらに{ $amount }のお支払いを確認しました。
receipt-extra-headline = 追加のお支払いを確認しました
receipt-extra-lead = すでにお支払い済みのご注文（{ $number }）について、さらに{ $amount }のお支払いを確認しました。誤ってお支払いになった場合は、このメールにご返信ください。当店で対応いたします。

## Payment failed

payment_failed-subject = お支払いが完了していません（{ $number }）
payment_failed-preheader = ご注文はそのまま承っています。同じ方法でも別の方法でもお支払いいただけます。
payment_failed-headline = お支払いが完了していません
payment_failed-lead = ご注文（{ $number }）の{ $amount }のお支払いが完了しませんでした。原因はさまざまで、ご心配には及びません。ご注文はそのまま承っていますので、同じ方法、または別の方法でもう一度お試しください。
payment_failed-lead-no-link = ご注文（{ $number }）の{ $amount }のお支払いが完了しませんでした。原因はさまざまで、ご心配には及びません。ご注文はそのまま承っています。別のお支払い方法をご希望の場合は、このメールにご返信ください。

## Still not paid

payment_reminder-subject = お支払いをお待ちしています（{ $number }）
payment_reminder-preheader = お支払いいただく金額は{ $amount }です。お支払い済みの場合、お手続きは不要です。
payment_reminder-headline = お支払いをお待ちしています
payment_reminder-lead = { $date }にご注文（{ $number }）をいただき、ありがとうございます。{ $amount }のご入金をまだ確認できておりません。ご入金を確認でき次第、手配を始めます。行き違いでお支払い済みの場合、お手続きは必要ありません。
payment_expired-subject = ご入金を確認できませんでした（{ $number }）
payment_expired-preheader = このご注文のご入金を確認できませんでした。代金はいただいておりません。
payment_expired-headline = ご入金を確認できませんでした
payment_expired-lead = { $date }のご注文（{ $number }）について、{ $amount }のご入金を確認できなかったため、商品のお取り置きを終了しました。代金はいただいておりません。引き続きご希望の場合は、お支払いいただくか、改めてご注文ください。すでにお支払い済みの場合は、このメールにご返信ください。

## Not in stock

back_ordered-subject = 在庫切れの商品のお知らせ（{ $number }）
back_ordered-preheader = 入荷をお待ちいただくか、無料でキャンセルいただけます。
back_ordered-headline = ご注文の一部が在庫切れです
back_ordered-lead = 申し訳ございません。{ $date }のご注文（{ $number }）の一部が在庫切れとなっております。対象の商品と入荷予定日は下記のとおりです。
back_ordered-unknown = 入荷予定日が未定の商品は、分かり次第、ご注文ページに表示いたします。
back_ordered-others = ご注文のほかの商品は在庫がございます。
back_ordered-choice = お待ちいただけない場合は、このメールにご返信ください。対象の商品、またはご注文全体を無料でキャンセルいただけます。キャンセルされた分のお支払い金額は、全額返金いたします。
back-ordered-items = 在庫切れの商品
back-ordered = 在庫切れ、入荷予定日：{ $date }
back-ordered-unknown = 在庫切れ、入荷予定日は未定
back-ordered-some = うち{ $shown }点が在庫切れ、入荷予定日：{ $date }
back-ordered-some-unknown = うち{ $shown }点が在庫切れ、入荷予定日は未定

## Not shipped in time

late_to_ship-subject = 発送が遅れております（{ $number }）
late_to_ship-preheader = まだ発送できておりません。お待ちいただくか、無料でキャンセルいただけます。
late_to_ship-headline = 発送が遅れております
late_to_ship-lead = 申し訳ございません。{ $date }のご注文（{ $number }）は、発送予定を過ぎましたが、まだ発送できておりません。発送しましたら、メールでお知らせします。お待ちいただけない場合は、このメールにご返信ください。無料でキャンセルでき、お支払いいただいた金額は全額返金いたします。

## Waiting to be fetched

ready_for_pickup-subject = お荷物をお受け取りいただけます（{ $number }）
ready_for_pickup-preheader = { $date }より、お荷物をお受け取りいただけます。
ready_for_pickup-headline = お荷物をお受け取りいただけます
ready_for_pickup-lead = ご注文（{ $number }）のお荷物は、{ $date }よりお受け取りいただけます。追跡番号と本人確認書類をお持ちください。お受け取りのないお荷物は、当店に返送されます。
pickup_waiting-subject = お荷物がまだ保管中です（{ $number }）
pickup_waiting-preheader = お早めにお受け取りください。お受け取りのないお荷物は当店に返送されます。
pickup_waiting-headline = お荷物がまだ保管されています
pickup_waiting-lead = ご注文（{ $number }）のお荷物は、{ $date }から保管されています。お早めにお受け取りください。お受け取りのないお荷物は、当店に返送されます。

## After delivery

follow_up-subject = ご注文（{ $number }）について
follow_up-preheader = お気づきの点がありましたら、このメールにご返信ください。担当者が拝見します。
follow_up-headline = お届けした商品に問題はありませんか
follow_up-lead = ご注文（{ $number }）は{ $date }にお届けしました。商品の不足や破損、ご不明な点がありましたら、このメールにご返信ください。担当者が拝見し、対応いたします。問題がなければ、ご返信の必要はありません。
csat-subject = ご注文（{ $number }）の満足度について
csat-preheader = 質問は一つだけで、1分もかかりません。ご協力いただけますと幸いです。
csat-headline = ご満足いただけましたか
csat-lead = ご注文（{ $number }）は{ $date }にお届けしました。どのくらいご満足いただけましたか。1から5でお答えください。ご回答は、開いたページで送信していただくまで保存されません。
csat-button = 質問に答える
csat-lowest = 1：まったく満足していない
csat-highest = 5：とても満足している
nps-subject = 当店のおすすめ度について（{ $number }）
nps-preheader = ご注文（{ $number }）についての質問が一つあります。1分もかかりません。
nps-headline = 当店をおすすめいただけますか
nps-lead = ご注文（{ $number }）は{ $date }にお届けしました。当店をご友人にどのくらいすすめたいと思いますか。0から10でお答えください。ご回答は、開いたページで送信していただくまで保存されません。
nps-button = 質問に答える
nps-lowest = 0：まったく思わない
nps-highest = 10：強くそう思う
review-subject = ご注文（{ $number }）の感想をお聞かせください
review-preheader = ご注文（{ $number }）のひと言のご感想が、ほかの方の参考になります。
review-headline = ご感想をお聞かせください
review-lead = ご注文（{ $number }）は{ $date }にお届けしました。良かった点や気になった点をひと言お書きいただけると、ほかの方が商品を選ぶ参考になります。ご感想は、開いたページで送信していただくまで保存されません。
review-button = レビューを書く

## A basket that was left

abandoned-subject = { $shop }：カートの商品が残っています
abandoned-preheader = ご注文もお支払いもまだ行われていません。続きからお手続きいただけます。
abandoned-headline = カートに商品が残っています
abandoned-lead = { $date }に{ $shop }で下記の商品をカートにお入れいただきましたが、ご注文はまだお済みではありません。代金はいただいておりません。ご希望の場合は、続きからお手続きいただけます。
abandoned-choice = うまくいかない点がありましたら、このメールにご返信ください。担当者が拝見します。商品がご不要の場合、お手続きは必要ありません。このカートについてのご連絡は、今回限りです。
abandoned-button = カートに戻る

## A corrected address

confirm_address-subject = メールアドレスの確認をお願いします
confirm_address-preheader = ご確認いただくと、{ $shop }からのお知らせをこのアドレスで受け取れます。
confirm_address-headline = メールアドレスの確認をお願いします
confirm_address-lead = ご注文に関する{ $shop }からのお知らせの送り先として、このメールアドレスが入力されました。お客様ご自身が入力された場合は、7日以内に下のボタンからページを開き、確認をお済ませください。
confirm_address-not-you = お心当たりがない場合、お手続きは必要ありません。確認がない限り、このアドレスにお知らせは送信されません。
confirm_address-button = このアドレスを確認する
why-confirm = このメールは、{ $shop }のページでこのアドレスが入力されたため、お送りしています。

## For the shop

new_order-subject = 新規注文 { $number }
new_order-preheader = 注文日：{ $date }。梱包する商品をご確認ください。
new_order-headline = 新しい注文が入りました
new_order-lead = { $date }の注文（{ $number }）が確定しました。梱包を始められます。
new_order-button = 注文を確認する
customer = お客様
customer-email = メールアドレス
customer-note = お客様の備考
sku = SKU
trouble-withdrawal = お客様による契約の撤回
trouble-withdrawal-todo = お客様が注文ページで契約を撤回し、証明のメールを受け取っています。未発送なら荷物を止め、商品の返送先をお客様に知らせ、14日以内に返金してください。
trouble-return_requested = 返品の申し込み
trouble-return_requested-todo = 返品を管理しているシステムで可否を決めてください。お客様には、申し込みを受け付けたとのメールを送っています。
attention-subject = 注文 { $number }：{ $what }
attention-lead = { $date }の注文（{ $number }）に、担当者の確認が必要です。
attention-button = 注文を確認する
trouble-since = 発生日
trouble-mark = 評価
trouble-words = お客様のコメント
trouble-not_shipped = 発送期限を過ぎています
trouble-not_shipped-todo = 商品を発送するか、お客様にご連絡ください。発送にかける日数の2倍が過ぎると、お客様に自動で通知されます。
trouble-not_handed_over = 送り状作成後、引受記録なし
trouble-not_handed_over-todo = 荷物が配送会社に引き渡されたか確認してください。
trouble-no_scan = 数日間、追跡の更新なし
trouble-no_scan-todo = 荷物の所在を配送会社に確認してください。この日数の2倍が過ぎても更新がない場合は、お客様に自動で通知されます。
trouble-promise_at_risk = お届け期日に遅れる恐れ
trouble-promise_at_risk-todo = 今日がお届け期日の荷物ですが、まだ配達員に渡っていません。運送会社に状況をお問い合わせください。
trouble-promise_passed = お届け期日を過ぎました
trouble-promise_passed-todo = 荷物が期日までに届きませんでした。お客様には翌朝に通知されます。
trouble-payment_pending = 決済に時間がかかっています
trouble-payment_pending-todo = 支払いを確認してください。入金の処理が数日間続いています。
trouble-payment_expired = 長期間お支払いなし
trouble-payment_expired-todo = 注文をキャンセルするか、お客様にお尋ねください。
trouble-held = 支払いと注文が一致しません
trouble-held-todo = 注文は確定していません。支払いの金額と通貨を注文と照らし合わせてください。
trouble-pickup_waiting = 荷物が受け取られていません
trouble-pickup_waiting-todo = 荷物はまもなく返送されます。お客様には再度お知らせ済みですが、電話での連絡もご検討ください。
trouble-refund_not_settled = 返金が完了していません
trouble-refund_not_settled-todo = 決済サービスで返金を確認してください。返金は通知されましたが、完了していません。
trouble-refund_failed = 返金に失敗しました
trouble-refund_failed-todo = 別の方法で返金し、お客様にお知らせください。
trouble-returning = 荷物が返送されています
trouble-returning-todo = 再発送か返金かを決め、お客様にお知らせください。
trouble-return_silent = 返送中の荷物、更新なし
trouble-return_silent-todo = 荷物の所在を配送会社に確認してください。
trouble-lost = 配送会社が荷物を紛失
trouble-lost-todo = 配送会社に補償を請求し、お客様に再発送か返金をご案内ください。
trouble-problem = 配送会社から問題の連絡
trouble-problem-todo = 追跡情報を確認してください。配送会社が住所、書類、または判断を求めている可能性があります。
trouble-unreachable = お客様へのメールが不達
trouble-unreachable-todo = 電話などで別のメールアドレスをお客様に伺い、注文のアドレスを変更してください。お客様が注文ページで訂正することもできます。訂正後、届かなかったメールは自動で再送されます。
trouble-complaint = 迷惑メールとして報告あり
trouble-complaint-todo = このお客様には今後、質問のメールは送られません。注文に関するお知らせは引き続き送られます。問題がないか、お客様にお尋ねください。
trouble-correction_refused = アドレスの訂正を拒否
trouble-correction_refused-todo = 注文ページでメールアドレスの訂正が5回試みられましたが、郵便番号と電話番号が一致しませんでした。お客様に電話し、注文のアドレスを変更してください。ページでの訂正はこれ以上受け付けません。
trouble-unhappy = お客様からの低い評価
trouble-unhappy-todo = お客様の評価が低くなっています。ご回答を読み、まだ対応できるうちにメールか電話でご連絡ください。

## Shipped

shipped-subject = ご注文（{ $number }）を発送しました
shipped-preheader = { $carrier }でお届けします。追跡番号：{ $tracking }
shipped-preheader-plain = お荷物を発送しました。お荷物の内容をご確認いただけます。
shipped-headline = ご注文の商品を発送しました
shipped-lead = ご注文（{ $number }）の商品を{ $date }に発送しました。
shipped-part-subject = ご注文（{ $number }）の一部を発送しました
shipped-part-headline = ご注文の一部を発送しました
shipped-part-lead = ご注文（{ $number }）の商品の一部を{ $date }に発送しました。

## Another tracking number

number_changed-subject = 追跡番号が変わりました（{ $number }）
number_changed-preheader = 今後は新しい追跡番号（{ $tracking }）をご利用ください。
number_changed-headline = お荷物の追跡番号が変わりました
number_changed-lead = ご注文（{ $number }）のお荷物の追跡番号が変わりました。新しい番号は{ $tracking }です。以前の番号（{ $before }）は使えなくなりました。
number_changed-lead-many = ご注文（{ $number }）のお荷物の追跡番号が変わりました。新しい番号は{ $tracking }です。以前の番号は使えなくなりました。
number_changed-first-subject = 追跡番号のお知らせ（{ $number }）
number_changed-first-preheader = 追跡番号（{ $tracking }）でお荷物を追跡できます。
number_changed-first-headline = お荷物を追跡できるようになりました
number_changed-first-lead = ご注文（{ $number }）のお荷物の追跡番号をお知らせします。追跡番号：{ $tracking }

## Out for delivery

out_for_delivery-subject = ご注文（{ $number }）を配達中です
out_for_delivery-preheader = 配達員がお荷物のお届けに向かっています。{ $date }にお届けする予定です。
out_for_delivery-headline = お荷物を配達中です
out_for_delivery-lead = ご注文（{ $number }）のお荷物を持って、配達員がお届けに向かっています。{ $date }にお届けする予定です。
out_for_delivery-part-subject = ご注文（{ $number }）の一部を配達中です

## Delivered

delivered-subject = ご注文（{ $number }）をお届けしました
delivered-preheader = { $date }にお届けしました。届いていない場合は、このメールにご返信ください。
delivered-headline = お荷物をお届けしました
delivered-lead = ご注文（{ $number }）のお荷物を{ $date }に配達したと、配送会社から連絡がありました。
delivered-missing = お荷物が見当たらない場合は、宅配ボックスや置き配の場所、ご近所をご確認ください。それでも見つからないときは、このメールにご返信ください。お調べいたします。
delivered-part-subject = ご注文（{ $number }）の一部をお届けしました

## Delayed

delayed-subject = ご注文（{ $number }）のお届けが遅れています
delayed-preheader = お荷物のお届けが遅れています。新しいお届け予定日は{ $date }です。
delayed-preheader-unknown = お荷物のお届けが遅れています。新しいお届け予定日は、まだ分かっておりません。
delayed-headline = お荷物のお届けが遅れています
delayed-lead = 申し訳ございません。ご注文（{ $number }）のお荷物のお届けが遅れています。配送会社による新しいお届け予定日は{ $date }です。
delayed-lead-unknown = 申し訳ございません。ご注文（{ $number }）のお荷物のお届けが遅れています。配送会社から新しいお届け予定日の連絡がまだありません。分かり次第、メールでお知らせします。
delayed-choice = お待ちいただけない場合は、このメールにご返信ください。ご相談のうえ対応いたします。お届けできなくなった場合は返金いたします。
delayed-part-subject = ご注文（{ $number }）の一部が遅れています
cause-carrier = 配送会社での遅れ
cause-weather = 輸送途中の悪天候
cause-customs = 税関での手続き
cause-silent = 数日間、配送会社の追跡情報が更新されていません
cause-promise = お届け期日までに届きませんでした

## Delivery was tried

delivery_attempted-subject = ご注文（{ $number }）をお届けできませんでした
delivery_attempted-preheader = { $date }にお荷物をお渡しできませんでした。今後の流れをご確認ください。
delivery_attempted-headline = お荷物をお渡しできませんでした
delivery_attempted-lead = { $date }に配送会社がご注文（{ $number }）のお荷物をお届けに伺いましたが、お渡しできませんでした。
delivery_attempted-next = 多くの場合、配送会社は翌営業日に再配達するか、お荷物を受け取り場所に預けます。今後の流れは配送会社のページでご確認いただけます。日時や場所の変更もできる場合があります。
tried-on = 配達に伺った日
attempt-recipient_absent = お受け取りになる方がご不在でした
attempt-address = ご住所が見つかりませんでした
attempt-refused = お届け先でお受け取りいただけませんでした
attempt-other = 配送会社から理由の連絡はありません

## A wrong address

address_problem-subject = お届け先の確認をお願いします（{ $number }）
address_problem-preheader = 現在のお届け先には、配送会社がお荷物をお届けできません。
address_problem-headline = お届け先をご確認ください
address_problem-lead = 配送会社が、ご注文（{ $number }）のお荷物を下記のご住所にお届けできません。お手数ですが、できるだけ早く、正しいご住所をこのメールへの返信でお知らせください。
address_problem-else = 数日以内に正しいご住所が配送会社に伝わらない場合、お荷物は当店に返送されます。
address-we-have = 当店で承っているご住所

## On its way back, lost

returning-subject = お荷物が返送されています（{ $number }）
returning-preheader = お荷物が当店に返送されています。今後の対応をお選びいただけます。
returning-headline = お荷物が当店に返送されています
returning-lead = 配送会社がご注文（{ $number }）のお荷物をお届けできず、当店に返送しています。
returning-choice = 再発送か返金をお選びいただけます。このメールへの返信で、ご希望をお知らせください。
lost-subject = お荷物紛失のお詫び（{ $number }）
lost-preheader = 申し訳ございません。再発送か返金をお選びいただけます。
lost-headline = お荷物紛失のお詫び
lost-lead = ご注文（{ $number }）のお荷物が紛失したと、配送会社から連絡がありました。あってはならないことで、深くお詫びいたします。
lost-choice = 在庫がある場合の再発送、または返金をお選びいただけます。このメールへの返信で、ご希望をお知らせください。

## Cancelled

cancelled-subject = ご注文（{ $number }）がキャンセルされました
cancelled-headline = ご注文がキャンセルされました
cancelled-lead = { $date }のご注文（{ $number }）がキャンセルされました。
cancelled-preheader-free = 代金はいただいておりません。お客様のお手続きは必要ありません。
cancelled-free = 代金はいただいておりません。
cancelled-preheader-reserved = 代金はいただいておりません。お客様のお手続きは必要ありません。
cancelled-reserved = 代金はいただいておりません。カードや口座に一時的な利用額が表示されている場合、通常は数日以内に自動で解除されます。
cancelled-preheader-refunded = お支払いいただいた{ $paid }を返金しました。お手続きは必要ありません。
cancelled-refunded = お支払いいただいた{ $paid }を返金しました。金融機関により、お受け取りまで数営業日かかります。
cancelled-preheader-partly = お支払いいただいた{ $paid }のうち、{ $refunded }を返金しました。
cancelled-partly = お支払いいただいた{ $paid }のうち、これまでに{ $refunded }を返金しました。残りの返金がまだの場合は、このメールにご返信ください。
cancelled-preheader-paid = お支払いいただいた{ $paid }は、まだ返金が済んでおりません。
cancelled-paid = お支払いいただいた{ $paid }は、まだ返金が済んでおりません。数日たっても返金のお知らせが届かない場合は、このメールにご返信ください。
cancelled-mistake = お心当たりがない場合は、このメールにご返信ください。

## Refund

refund-subject = 返金のお知らせ（{ $number }）
refund-preheader = { $amount }を返金しました。数営業日でお受け取りいただけます。
refund-headline = 返金の手続きをいたしました
refund-lead = ご注文（{ $number }）のお支払い全額、{ $amount }を返金しました。金融機関により、お受け取りまで数営業日かかります。
refund-part-lead = ご注文（{ $number }）について、合計{ $amount }を返金しました。金融機関により、お受け取りまで数営業日かかります。

## A refund that failed

refund_failed-subject = 返金が完了しませんでした（{ $number }）
refund_failed-preheader = { $amount }を返金できませんでした。別の方法を検討しております。
refund_failed-headline = 返金が完了しませんでした
refund_failed-lead = ご注文（{ $number }）の{ $amount }について返金の手続きをいたしましたが、当店に戻ってまいりました。カードや口座が解約されている場合などに起こることがあります。
refund_failed-next = 別の方法を検討しております。カードや口座が変わった場合は、このメールにご返信ください。ただし、カード番号は書かないでください。

## Returns

return_requested-subject = 返品のお申し込みを受け付けました（{ $number }）
return_requested-preheader = 結果はメールでお知らせします。それまでは商品を送らないでください。
return_requested-headline = 返品のお申し込みを受け付けました
return_requested-lead = ご注文（{ $number }）の商品について、返品のお申し込みを受け付けました。結果が決まりましたら、メールでお知らせします。
return_requested-next = それまでは商品を送らずにお待ちください。返送先は、改めてご案内します。
return_requested-mistake = このお申し込みにお心当たりがない場合は、このメールにご返信ください。
return_approved-subject = 返品を承認いたしました（{ $number }）
return_approved-preheader-label = 返送用ラベルと、返送の手順をご案内します。
return_approved-preheader-address = 商品の返送先と、返送の手順をご案内します。
return_approved-preheader-written = 商品の返送方法は、改めてメールでご案内します。
return_approved-headline = 商品をご返送いただけます
return_approved-lead = ご注文（{ $number }）の返品を承認いたしました。
return_approved-label = ボタンから返送用ラベルを開いて印刷し、お荷物に貼ってお出しください。
return_approved-address = 下記の住所に商品をお送りください。お荷物には、注文番号（{ $number }）を書いたメモを同封してください。
return_approved-written = 商品の返送方法は、改めてメールでご案内します。それまでは商品を送らずにお待ちください。
return_approved-deadline = { $date }までにご発送ください。
return_approved-proof = 発送の控えは、返金が済むまで保管してください。
return_declined-subject = 返品をお受けできません（{ $number }）
return_declined-preheader = 申し訳ございません。お受けできない理由と、ご相談の方法をお知らせします。
return_declined-headline = 返品をお受けできません
return_declined-lead = 申し訳ございません。ご注文（{ $number }）の返品をお受けできません。理由は下記のとおりです。
return_declined-appeal = ご納得いただけない場合や、商品に不具合がある場合は、このメールにご返信ください。内容を拝見し、改めて検討いたします。
return_received-subject = 返品商品が到着しました（{ $number }）
return_received-preheader = 返品商品が当店に到着しました。今後の流れはメールでお知らせします。
return_received-preheader-refund = { $amount }を返金いたします。手続きが済みましたらお知らせします。
return_received-headline = 返品商品が到着しました
return_received-lead = ご返送いただいたご注文（{ $number }）の商品が、{ $date }に当店に到着しました。
return_received-refund = { $amount }を返金いたします。手続きが済みましたら、改めてメールでお知らせします。
return_received-checked = 商品を確認いたしました。今後の流れは、メールでお知らせします。
return_received-next = これから商品を確認し、今後の流れをメールでお知らせします。
return_received-refused = お受けできない商品がございました。理由をお知りになりたい場合は、このメールにご返信ください。
return-number = 返品番号
return-reason = 理由
return-items = 返品の対象商品
return-send-by = 発送期限
return-cost = 返送料
return-free = 無料
return-address = 返送先
return-label = 返送用ラベルを開く
return-declined = 理由
return-late = 返品の期限を過ぎています
return-final_sale = ご購入時にお知らせしたとおり、返品をお受けしていない商品です
return-received-on = 到着日
return-refund = 返金額
return-accepted = お受けした商品
return-refused = お受けできない商品

## Withdrawal from the contract

withdrawal-subject = 契約の撤回を受け付けました（{ $number }）
withdrawal-preheader = 受付日時：{ $time }。このメールは控えとして保管してください。
withdrawal-headline = 契約の撤回を受け付けました
withdrawal-lead = ご注文（{ $number }）の契約を撤回するとのお申し出を、{ $time }に受け付けました。このメールは証明として保管してください。
withdrawal-next = 商品をすでにお受け取りの場合は、14日以内にご返送ください。お支払いいただいた金額は、お申し出から14日以内に返金いたします。ただし、返金は、商品、または返送されたことの証明が当店に届いた後となります。
withdrawal-mistake = このお申し出にお心当たりがない場合は、すぐにこのメールにご返信ください。
withdrawal-reference = 受付番号
withdrawal-received = 受付日時
withdrawal-of = 撤回の対象
withdrawal-all = ご注文のすべて
withdrawal-words = お客様のご記入内容

## The order page

page-title = ご注文 { $number }｜{ $shop }
page-skip = ご注文の内容へ移動
page-headline-withdrawn = このご注文は無効になりました
page-headline-cancelled = ご注文がキャンセルされました
page-headline-refunded = ご注文の代金を返金しました
page-headline-payment-failed = お支払いが完了していません
page-headline-awaiting-payment = お支払いをお待ちしています
page-headline-confirmed = ご注文が確定しました
page-headline-preparing = ご注文の商品を準備しています
page-headline-partly-shipped = ご注文の一部を発送しました
page-headline-shipped = ご注文の商品を発送しました
page-headline-out-for-delivery = お荷物を配達中です
page-headline-needs-attention = お荷物についてご確認ください
page-headline-partly-delivered = ご注文の一部をお届けしました
page-headline-delivered = ご注文の商品をお届けしました
page-headline-returning = お荷物がショップに返送されています
page-lead-due = { $amount }のお支払いがまだお済みではありません。
page-lead-failed = 前回のお支払いが完了しませんでした。同じ方法、または別の方法でもう一度お試しいただけます。
page-lead-attention = 配送会社で確認が必要になったか、お荷物をお渡しできませんでした。詳しくは、下記の最新の追跡情報をご覧ください。
page-as-of = { $time }現在の情報です。
page-timeline = これまでの経過
page-placed = ご注文
page-paid = お支払い済み
page-paid-amount = お支払い：{ $amount }
page-pay-failed = お支払いが完了しませんでした
page-shipped = 発送
page-shipped-with = { $carrier }で発送
page-cancelled = ご注文のキャンセル
page-refunded = 返金の合計：{ $amount }
page-parcels = お荷物
page-parcel = お荷物 { $number } / { $of }
page-parcel-one = お荷物
page-items = 商品
page-returns = 返品
page-return-requested = 受付済み：ショップからメールでお知らせします
page-return-approved = 承認済み：返送方法はメールをご覧ください
page-return-declined = お受けできません：理由はメールをご覧ください
page-return-received = ショップに届きました
page-return-closed = 完了
page-paid-in-full = 全額お支払い済み
page-nothing-due = お支払いはありません
page-not-charged = 代金はいただいておりません。
page-going-to = お届け先
page-help = ヘルプと返品
page-help-text = このご注文についてのご質問は、{ $shop }までお気軽にお寄せください。ご注文に関するメールへの返信でも承ります。
page-contact = お問い合わせ
page-shop = { $shop }のサイトへ
page-private = このページはお客様専用です。リンクを知っている人は誰でも見ることができますので、共有にはご注意ください。
page-state-pre_transit = 発送準備中
page-state-accepted = 配送会社に引き渡し済み
page-state-in_transit = 輸送中
page-state-exception = 輸送が滞っています
page-state-out_for_delivery = 配達中
page-state-delivery_attempted = お届けできませんでした
page-state-available_for_pickup = お受け取りいただけます
page-state-delivered = お届け済み
page-state-return_to_sender = ショップに返送中
page-state-returned = ショップに返送済み
page-state-lost = 配送会社で紛失
page-state-expired = 配送会社からの情報なし
page-state-cancelled = 送り状の取り消し
page-missing-title = ページが見つかりません
page-missing-headline = ページが見つかりませんでした
page-missing-lead = リンクが途中で切れているか、古くなっている可能性があります。ご注文に関する最新のメールにあるリンクをもう一度開くか、そのメールにご返信ください。担当者が対応いたします。
page-later-title = 現在ご利用いただけません
page-later-headline = 一時的にページを表示できません
page-later-lead = ご注文に影響はありません。数分後にもう一度お試しください。

## The order page: mail that comes back, and a corrected address

repair-title = メールをお届けできません
repair-lead = { $address } 宛てのメールが届かず、当店に戻ってきています。このご注文のお知らせをお届けできません。
repair-how = ここでアドレスを訂正できます。ほかの人が変更できないよう、お客様だけがご存じの情報を2つお伺いします。
repair-which = 正しいアドレスはどちらですか
repair-other = 別のアドレス
repair-email = メールアドレス
repair-postcode = ご請求先の郵便番号
repair-digits = ご注文時に入力された電話番号の下4桁
repair-send = このアドレスに確認メールを送る
repair-why = 新しいアドレスにメールを1通お送りします。そのメールで確認が済んだ後に、このご注文のお知らせを新しいアドレスにお送りし、届かなかったメールも再送します。
repair-sent = 2つの情報がこのご注文と一致すれば、新しいアドレスに確認メールが届きます。7日以内にメールのリンクを開き、アドレスを確認してください。数分たっても届かない場合は、このページをもう一度開いてください。
repair-waiting = { $address } にメールをお送りしました。7日以内にメールのリンクを開き、アドレスを確認してください。届かない場合は、迷惑メールフォルダーをご覧いただくか、下の欄でアドレスを訂正してください。
repair-shop = アドレスの訂正については、ショップにお問い合わせください。
repair-mistake-address = メールが届かないアドレスとは別のアドレスを、name@example.com の形式で入力してください。
repair-mistake-missing = 郵便番号と電話番号の下4桁を入力してください。
repair-mistake-proof = 入力された情報がこのご注文と一致しません。入力できるのは全部で5回までです。ご不明な場合は、ショップにお問い合わせください。
confirm-open-headline = メールアドレスをご確認ください
confirm-open-lead = ご注文に関する{ $shop }からのお知らせを { $address } にお送りしてよろしいですか。
confirm-open-button = はい、私のアドレスです
confirm-open-note = このショップで注文したお心当たりがない場合は、このページを閉じてください。確認がない限り、お知らせは送信されません。
confirm-done-headline = アドレスの確認が済みました
confirm-done-lead = ありがとうございます。今後、{ $shop }からのメールは { $address } にお送りします。これまで届かなかったメールも、数分後に届きます。
confirm-outdated-headline = このアドレスの確認は不要になりました
confirm-outdated-lead = その後、このご注文に別のアドレスが登録されました。お手続きは必要ありません。

## The order page: answers

ask-csat-title = このご注文にどのくらいご満足いただけましたか
ask-csat-lead = 数字をお選びください。ボタンを押すと保存されます。
ask-csat-text = ほかにご意見がありましたらお書きください（任意）
ask-nps-title = 当店をご友人にどのくらいすすめたいと思いますか
ask-nps-lead = 数字をお選びください。ボタンを押すと保存されます。
ask-nps-text = その主な理由をお聞かせください（任意）
ask-review-title = ご注文の商品はいかがでしたか
ask-review-lead = ひと言で構いません。ボタンを押すと保存され、ショップに届きます。
ask-review-text = レビュー
ask-send = 送信する
ask-send-again = 回答を変更する
ask-saved = ありがとうございます。ご回答を保存しました。
ask-missing = 先にご回答を入力してください。

## The order page: withdrawal from the contract

withdraw-open = 契約を撤回する
withdraw-title = 契約の撤回
withdraw-lead = このご注文の契約は、{ $date }まで、理由をお伝えいただくことなく撤回できます。撤回の証明として、日時を記載したメールをお送りします。
withdraw-lead-early = このご注文の契約は、理由をお伝えいただくことなく撤回できます。撤回の証明として、日時を記載したメールをお送りします。
withdraw-which = 対象の商品
withdraw-name = お名前
withdraw-text = ほかに伝えたいことがありましたらお書きください（任意）
withdraw-send = 撤回を確定する
withdraw-done = { $time }に契約の撤回を受け付けました。証明となるメールがまもなく届きます。
withdraw-missing = 商品を1点以上選び、お名前を入力してください。
withdraw-over = 撤回できる期間が終了しました。ショップにお問い合わせください。

## Asked no more

stop-title = 質問のメールの停止
stop-lead = { $shop }からのレビューやご意見のお願いを停止しますか。ご注文に関するお知らせは引き続き届きます。
stop-button = はい、停止する
stop-done-headline = 質問のメールを停止しました
stop-done-lead = { $shop }からレビューやご意見をお願いすることは、今後ありません。ご注文に関するお知らせは引き続き届きます。
stop-basket-title = カートについてのメールの停止
stop-basket-lead = { $shop }からの、カートについてのご連絡と、レビューやご意見のお願いを停止しますか。ご注文に関するお知らせは引き続き届きます。
stop-basket-button = はい、停止する
stop-basket-done-headline = このようなメールを停止しました
stop-basket-done-lead = { $shop }から、カートについてのご連絡や、レビューやご意見のお願いをお送りすることは、今後ありません。ご注文に関するお知らせは引き続き届きます。
