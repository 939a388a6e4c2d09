# Everything that customers read, in Arabic. Keys: <mail>-subject, -preheader, -headline, -lead; `page-` is the order page;
# the rest is shared. Amounts, dates and numbers arrive as they are to be shown. Nothing says whether the customer is a man
# or a woman; between two gaps that may be Latin stands an Arabic word, so that they keep their order.

## Shared

hello = مرحبًا { $name }،
hello-nobody = مرحبًا،
order-number = الطلب { $number }
colon = :{" "}
place = { $town }، { $country }
view-order = عرض الطلب
pay-now = الدفع الآن
pay-again = إعادة محاولة الدفع
track-parcel = تتبّع الشحنة لدى { $carrier }
track-parcel-plain = تتبّع الشحنة

item = المنتج
quantity = الكمية
price = السعر
items-caption = { $count ->
    [zero] لا منتجات في طلبك
    [one] منتج واحد في طلبك
    [two] منتجان في طلبك
    [few] { $shown } منتجات في طلبك
    [many] { $shown } منتجًا في طلبك
   *[other] { $shown } منتج في طلبك
}
items-more = { $count ->
    [zero] لا منتجات أخرى: التفاصيل في صفحة الطلب.
    [one] ومنتج واحد آخر: القائمة كاملة في صفحة الطلب.
    [two] ومنتجان آخران: القائمة كاملة في صفحة الطلب.
    [few] و{ $shown } منتجات أخرى: القائمة كاملة في صفحة الطلب.
    [many] و{ $shown } منتجًا آخر: القائمة كاملة في صفحة الطلب.
   *[other] و{ $shown } منتج آخر: القائمة كاملة في صفحة الطلب.
}
subtotal = المجموع الفرعي
discount = الخصم
shipping = الشحن
fees = الرسوم
tax = الضريبة
rounding = التقريب والتسويات
total = الإجمالي
tax-included = يشمل ضريبة قدرها { $amount }.

ship-to = عنوان التسليم
ship-how = طريقة التسليم
payment = الدفع
paid-with = طريقة الدفع
amount = المبلغ
paid-on = تاريخ الدفع
transaction = رقم العملية
due = المتبقي للدفع
carrier = شركة الشحن
tracking-number = رقم التتبع
number-before = الرقم السابق
expected = موعد التسليم المتوقع
delivered-on = تاريخ التسليم
delivered-where = مكان التسليم
pickup-place = مكان الاستلام
new-date = موعد التسليم الجديد
date-unknown = غير معروف بعد
reason = السبب
refunded = المبلغ المسترد
kept = المدفوع بعد خصم المبلغ المسترد
ordered-total = إجمالي الطلب

bill-to = عنوان الفاتورة
your-note = ملاحظتك
promised = آخر موعد للتسليم
refund-number = رقم الاسترداد
unsubscribe = إيقاف مثل هذه الأسئلة
unsubscribe-basket = إيقاف مثل هذه الرسائل
why-unsubscribe = وصلتك هذه الرسالة لأنك طلبت من { $shop }. لا نسألك إلا نادرًا، ويمكنك إيقاف ذلك في أي وقت.
why-abandoned = وصلتك هذه الرسالة لأنك تركت سلة لدى { $shop } ووافقت على تلقي الرسائل. لا نرسل مثل هذه الرسائل إلا نادرًا، ويمكنك إيقافها في أي وقت.

method-card = { $brand }، آخر أربعة أرقام: { $last4 }
method-wallet = { $method } ({ $wallet })
method-card-plain = بطاقة
method-sepa_debit = الخصم المباشر SEPA
method-bank_transfer = تحويل بنكي
method-bank_account = حساب بنكي
method-cash_on_delivery = الدفع عند الاستلام
method-cash = نقدًا
method-gift_card = بطاقة هدايا
method-invoice = فاتورة

parcel-items = في هذه الشحنة
basket-items = في سلتك
basket-more = بقية المنتجات في سلتك أيضًا.
parcel-order = كل منتجات طلبك
to-come = منتجات لم تُرسل بعد
parcel-of = هذه هي الشحنة { $number } من أصل { $of }.
parcel-part = هذا جزء من طلبك، ويصلك الباقي في شحنة أخرى.

returns-title = الإرجاع
returns-days = { $days ->
    [zero] يمكنك إرجاع المنتجات في يوم التسليم نفسه.
    [one] يمكنك إرجاع المنتجات خلال يوم واحد من التسليم.
    [two] يمكنك إرجاع المنتجات خلال يومين من التسليم.
    [few] يمكنك إرجاع المنتجات خلال { $shown } أيام من التسليم.
    [many] يمكنك إرجاع المنتجات خلال { $shown } يومًا من التسليم.
   *[other] يمكنك إرجاع المنتجات خلال { $shown } يوم من التسليم.
}
returns-until = يمكنك إرجاع هذه المنتجات حتى { $date }.
returns-link = سياسة الإرجاع

questions = هل لديك سؤال؟ يكفي الرد على هذه الرسالة، أو الكتابة إلى { $address }.
help = المساعدة
why = وصلتك هذه الرسالة لأنك طلبت من { $shop }. وهي تخص هذا الطلب وليست إعلانًا.

why-alert = وصلتك هذه الرسالة لأنها تُرسل إلى من يتابع الطلبات لدى { $shop }.

## Received, not paid yet

received-subject = استلمنا طلبك { $number } وننتظر الدفع
received-preheader = المتبقي للدفع { $amount }. نبدأ تجهيز طلبك فور وصول المبلغ إلينا.
received-headline = استلمنا طلبك
received-lead = شكرًا على طلبك { $number }. ما زال مبلغ { $amount } بانتظار الدفع، وسنبدأ تجهيز طلبك فور وصول المبلغ إلينا.
received-lead-partly = شكرًا على طلبك { $number }. وصلنا حتى الآن { $paid } من أصل { $total }، وما زال مبلغ { $amount } بانتظار الدفع. سنبدأ تجهيز طلبك فور اكتمال الدفع.
received-method = طريقة الدفع التي اخترتها: { $method }.

## Confirmed

confirmed-subject = تم تأكيد طلبك { $number }
confirmed-preheader = شكرًا لك. في هذه الرسالة ما طلبته وتكلفته والخطوة التالية.
confirmed-headline = تم تأكيد طلبك
confirmed-lead = شكرًا على طلبك { $number } بتاريخ { $date }. نجهّزه الآن، وسنراسلك عندما يكون في الطريق إليك.
confirmed-lead-plain = شكرًا على طلبك { $number } بتاريخ { $date }. كل ما طلبته مبيّن أدناه.
confirmed-due = يُدفع مبلغ { $amount } لاحقًا: { $method }.
confirmed-due-plain = ما زال مبلغ { $amount } بانتظار الدفع.
confirmed-back-ordered = بعض المنتجات غير متوفرة بعد، كما هو مبيّن أدناه. إن لم يناسبك الانتظار، فيكفي الرد على هذه الرسالة: يمكنك إلغاؤها مجانًا.

## Changed

edited-subject = تم تعديل طلبك { $number }
edited-preheader = الإجمالي الآن { $total }. في هذه الرسالة طلبك بعد التعديل.
edited-headline = تم تعديل طلبك
edited-lead = تم تعديل طلبك { $number } المقدَّم بتاريخ { $date }. تفاصيل طلبك كما هو الآن مبيّنة أدناه.
edited-due = ما زال مبلغ { $amount } بانتظار الدفع.
edited-over = يزيد ما دفعته على قيمة الطلب الآن بمبلغ { $amount }. إن لم يصلك خبر عن إعادة هذا المبلغ خلال بضعة أيام، فيُرجى الرد على هذه الرسالة.
edited-address = تغيّر عنوان التسليم. يُرجى التحقق منه أدناه.
edited-mistake = إن لم يكن هذا التعديل بطلب منك، فيُرجى الرد على هذه الرسالة.
changes = ما الذي تغيّر
change-added = أُضيف: { $item }
change-removed = أُزيل: { $item }
change-quantity = تغيّرت الكمية: { $item }، الآن { $now } بدلًا من { $before }
total-before = الإجمالي السابق
total-now = الإجمالي الآن

## On hold

on_hold-subject = طلبك { $number } معلّق مؤقتًا
on_hold-preheader = هناك أمر يجب التحقق منه أولًا. سنراسلك فور استئناف تجهيز طلبك.
on_hold-headline = طلبك معلّق مؤقتًا
on_hold-lead = طلبك { $number } المقدَّم بتاريخ { $date } معلّق مؤقتًا، لأن هناك أمرًا يجب التحقق منه أولًا. لا يلزم أي إجراء منك ما لم نطلب ذلك. سنراسلك فور استئناف تجهيز طلبك.
on_hold-choice = إن لم يناسبك الانتظار، فيكفي الرد على هذه الرسالة. يمكنك إلغاء الطلب مجانًا.

## Receipt

receipt-subject = إيصال دفع الطلب { $number }
receipt-preheader = استلمنا دفعتك بقيمة { $amount }. شكرًا لك، وإليك الإيصال.
receipt-headline = شكرًا على الدفع
receipt-lead = استلمنا دفعتك بقيمة { $amount } للطلب { $number }. يُرجى الاحتفاظ بهذه الرسالة للرجوع إليها عند الحاجة.
receipt-extra-subject = دفعة إضافية للطلب { $number }
receipt-extra-preheader = استلمنا دفعة إضافية بقيمة { $amount } لهذا الطلب.
receipt-extra-headline = استلمنا دفعة إضافية
receipt-extra-lead = وصلتنا دفعة إضافية بقيمة { $amount } للطلب { $number }، غير الدفعة التي غطّت قيمته من قبل. إن لم يكن الدفع مرة أخرى مقصودًا، فيُرجى الرد على هذه الرسالة وسيعالج المتجر الأمر.

## Payment failed

payment_failed-subject = لم يكتمل دفع الطلب { $number }
payment_failed-preheader = طلبك محفوظ. يمكنك الدفع من جديد بالطريقة نفسها أو بطريقة أخرى.
payment_failed-headline = لم تكتمل عملية الدفع
payment_failed-lead = لم تكتمل عملية دفع مبلغ { $amount } للطلب { $number }. لهذا أسباب كثيرة لا تدعو إلى القلق. طلبك محفوظ، ويمكنك المحاولة من جديد بطريقة الدفع نفسها أو بطريقة أخرى.
payment_failed-lead-no-link = لم تكتمل عملية دفع مبلغ { $amount } للطلب { $number }. لهذا أسباب كثيرة لا تدعو إلى القلق. طلبك محفوظ؛ إن احتجت إلى طريقة أخرى للدفع، فيكفي الرد على هذه الرسالة.

## Still not paid

payment_reminder-subject = طلبك { $number } بانتظار الدفع
payment_reminder-preheader = المتبقي للدفع { $amount }. إن كنت قد دفعت للتو، فلا يلزم أي إجراء.
payment_reminder-headline = طلبك بانتظار الدفع
payment_reminder-lead = شكرًا على طلبك { $number } بتاريخ { $date }. ما زال مبلغ { $amount } بانتظار الدفع، وسنبدأ تجهيز طلبك فور وصول المبلغ إلينا. إن كنت قد دفعت للتو، فلا يلزم أي إجراء.
payment_expired-subject = لم تصلنا قيمة الطلب { $number }
payment_expired-preheader = لم تصلنا أي دفعة لهذا الطلب، ولم يُخصم منك أي مبلغ.
payment_expired-headline = لم تصلنا قيمة طلبك
payment_expired-lead = لم يصلنا مبلغ { $amount } عن طلبك { $number } المقدَّم بتاريخ { $date }، لذلك لم نعد نحجز لك المنتجات. لم يُخصم منك أي مبلغ. إن كنت ما زلت بحاجة إليها، فيمكنك الدفع الآن أو الطلب من جديد؛ وإن كنت قد دفعت، فيُرجى الرد على هذه الرسالة.

## Not in stock

back_ordered-subject = الطلب { $number }: منتجات غير متوفرة حاليًا
back_ordered-preheader = بعض المنتجات غير متوفرة بعد. يمكنك الانتظار، أو الإلغاء مجانًا.
back_ordered-headline = بعض منتجات طلبك غير متوفرة حاليًا
back_ordered-lead = نعتذر: بعض منتجات طلبك { $number } المقدَّم بتاريخ { $date } غير متوفرة حاليًا. هذه المنتجات وموعد توفرها المتوقع مبيّنة أدناه.
back_ordered-unknown = ما لا يُعرف موعده بعد سيظهر موعده في صفحة طلبك فور تحديده.
back_ordered-others = بقية منتجات طلبك متوفرة.
back_ordered-choice = إن لم يناسبك الانتظار، فيكفي الرد على هذه الرسالة: يمكنك إلغاء هذه المنتجات، أو الطلب كاملًا، مجانًا، واسترداد كل ما دفعته مقابلها.
back-ordered-items = غير متوفر بعد
back-ordered = غير متوفر بعد، الموعد المتوقع: { $date }
back-ordered-unknown = غير متوفر بعد، والموعد غير معروف
back-ordered-some = العدد غير المتوفر بعد: { $shown }، الموعد المتوقع: { $date }
back-ordered-some-unknown = العدد غير المتوفر بعد: { $shown }، والموعد غير معروف

## Not shipped in time

late_to_ship-subject = طلبك { $number } يستغرق وقتًا أطول من المتوقع
late_to_ship-preheader = لم يُشحن طلبك بعد. يمكنك الانتظار، أو إلغاء الطلب مجانًا.
late_to_ship-headline = تأخرنا في شحن طلبك
late_to_ship-lead = نعتذر: كان ينبغي أن يكون طلبك { $number } المقدَّم بتاريخ { $date } في الطريق إليك الآن، لكنه لم يُشحن بعد. سنراسلك فور شحنه. إن لم يناسبك الانتظار، فيكفي الرد على هذه الرسالة: يمكنك إلغاء الطلب مجانًا واسترداد المبلغ كاملًا.

## Waiting to be fetched

ready_for_pickup-subject = طلبك { $number } جاهز للاستلام
ready_for_pickup-preheader = شحنتك جاهزة للاستلام، وهي بانتظارك منذ { $date }.
ready_for_pickup-headline = شحنتك جاهزة للاستلام
ready_for_pickup-lead = شحنة طلبك { $number } بانتظارك منذ { $date }. يُرجى إحضار رقم التتبع وبطاقة الهوية. الشحنات التي لا يستلمها أحد تُعاد إلينا.
pickup_waiting-subject = الطلب { $number }: شحنتك ما زالت بانتظارك
pickup_waiting-preheader = يُرجى استلامها في أقرب وقت: الشحنات التي لا يستلمها أحد تُعاد إلينا.
pickup_waiting-headline = شحنتك ما زالت بانتظارك
pickup_waiting-lead = شحنة طلبك { $number } بانتظارك منذ { $date }. يُرجى استلامها في أقرب وقت: الشحنات التي لا يستلمها أحد تُعاد إلينا.

## After delivery

follow_up-subject = بخصوص الطلب { $number }
follow_up-preheader = إن كان هناك أي خلل، فيكفي الرد على هذه الرسالة: سنقرأ ردك ونساعدك.
follow_up-headline = هل كل شيء على ما يرام؟
follow_up-lead = وصل طلبك { $number } بتاريخ { $date }. إن كان هناك شيء ناقص أو تالف أو غير واضح، فيكفي الرد على هذه الرسالة: سيقرأ أحدنا ردك ويساعدك. وإن كان كل شيء على ما يرام، فلا يلزم أي إجراء.
csat-subject = الطلب { $number }: مدى رضاك عنه
csat-preheader = سؤال واحد يستغرق أقل من دقيقة. شكرًا لك على إجابتك.
csat-headline = ما مدى رضاك؟
csat-lead = وصل طلبك { $number } بتاريخ { $date }. ما مدى رضاك عنه، من 1 إلى 5؟ لا تُحفظ إجابتك إلا عند إرسالها من الصفحة التي ستُفتح.
csat-button = الإجابة عن السؤال
csat-lowest = 1: عدم رضا تام
csat-highest = 5: رضا تام
nps-subject = الطلب { $number }: سؤال واحد عنا
nps-preheader = سؤال واحد عن الطلب { $number } يستغرق أقل من دقيقة.
nps-headline = ما احتمال أن توصي بنا؟
nps-lead = وصل طلبك { $number } بتاريخ { $date }. ما احتمال أن توصي بنا لأحد أصدقائك، من 0 إلى 10؟ لا تُحفظ إجابتك إلا عند إرسالها من الصفحة التي ستُفتح.
nps-button = الإجابة عن السؤال
nps-lowest = 0: غير محتمل إطلاقًا
nps-highest = 10: محتمل جدًا
review-subject = الطلب { $number }: رأيك فيه
review-preheader = بضع كلمات عن الطلب { $number } تساعد غيرك على الاختيار.
review-headline = ما رأيك فيما طلبته؟
review-lead = وصل طلبك { $number } بتاريخ { $date }. بضع كلمات عمّا أعجبك أو لم يعجبك تساعد غيرك على الاختيار. لا تُحفظ كلماتك إلا عند إرسالها من الصفحة التي ستُفتح.
review-button = كتابة تقييم

## A basket that was left

abandoned-subject = سلتك لدى { $shop } ما زالت هنا
abandoned-preheader = لم يُطلب شيء ولم يُخصم أي مبلغ. يمكنك المتابعة من حيث توقفت.
abandoned-headline = سلتك ما زالت هنا
abandoned-lead = بتاريخ { $date } أُضيفت المنتجات أدناه إلى سلتك لدى { $shop } ولم تُطلب. لم يُخصم أي مبلغ. إن كنت ما زلت بحاجة إليها، فيمكنك المتابعة من حيث توقفت.
abandoned-choice = إن لم يعمل شيء كما ينبغي، فيكفي الرد على هذه الرسالة: سيقرأ أحدنا ردك. وإن لم تعد لك رغبة في المنتجات، فلا يلزم أي إجراء. لن نراسلك بشأن هذه السلة إلا هذه المرة.
abandoned-button = العودة إلى السلة

## A corrected address

confirm_address-subject = يُرجى تأكيد عنوان بريدك الإلكتروني
confirm_address-preheader = بنقرة واحدة يمكن أن تصلك رسائل { $shop } على هذا العنوان.
confirm_address-headline = يُرجى تأكيد عنوان بريدك الإلكتروني
confirm_address-lead = أدخل أحدهم هذا العنوان لتُرسل إليه أخبار طلب لدى { $shop }. إن كان ذلك منك، فيُرجى فتح الصفحة عبر الزر أدناه خلال سبعة أيام وتأكيد العنوان هناك.
confirm_address-not-you = إن لم يكن ذلك منك، فلا يلزم أي إجراء: لن يُرسل شيء إلى هذا العنوان من دون تأكيدك.
confirm_address-button = تأكيد هذا العنوان
why-confirm = وصلتك هذه الرسالة لأن أحدهم أدخل هذا العنوان في إحدى صفحات { $shop }.

## For the shop

new_order-subject = طلب جديد { $number }
new_order-preheader = قُدّم بتاريخ { $date }. في هذه الرسالة ما يجب تجهيزه.
new_order-headline = طلب جديد
new_order-lead = الطلب { $number } المقدَّم بتاريخ { $date } مؤكد ويمكن تجهيزه.
new_order-button = عرض الطلب
customer = العميل
customer-email = البريد الإلكتروني
customer-note = ملاحظة العميل
sku = رمز المنتج
trouble-withdrawal = عدول العميل عن العقد
trouble-withdrawal-todo = أعلن العميل عدوله عن العقد في صفحة الطلب، ولديه رسالة تثبت ذلك. يُرجى إيقاف الشحنة إن لم تُرسل بعد، وإبلاغ العميل بعنوان إعادة المنتجات، ورد المبلغ خلال أربعة عشر يومًا.
trouble-return_requested = عميل يطلب إرجاع منتجات
trouble-return_requested-todo = يُرجى البت في الأمر حيث تُدار عمليات الإرجاع لديكم. لدى العميل رسالة تفيد بأن طلب الإرجاع وصل إليكم.
attention-subject = الطلب { $number }: { $what }
attention-lead = الطلب { $number } المقدَّم بتاريخ { $date } يحتاج إلى من يتابعه.
attention-button = عرض الطلب
trouble-since = منذ
trouble-mark = التقييم
trouble-words = بكلمات العميل
trouble-not_shipped = لم يُشحن في الموعد
trouble-not_shipped-todo = يُرجى شحن الطلب أو مراسلة العميل. يُبلَّغ العميل تلقائيًا بعد ضعف مهلة الشحن المحددة.
trouble-not_handed_over = صدر الملصق ولم تتحرك الشحنة
trouble-not_handed_over-todo = يُرجى التحقق من تسليم الشحنة إلى شركة الشحن.
trouble-no_scan = لا تحديث للتتبع منذ أيام
trouble-no_scan-todo = يُرجى سؤال شركة الشحن عن مكان الشحنة. إن لم يظهر أي تحديث بعد ضعف هذه المدة، فسيُبلَّغ العميل تلقائيًا.
trouble-promise_at_risk = قد يفوت يوم التسليم الموعود
trouble-promise_at_risk-todo = وُعد العميل بالتسليم اليوم، والشحنة ليست مع المندوب بعد. اسأل شركة الشحن عن مكانها.
trouble-promise_passed = فات يوم التسليم الموعود
trouble-promise_passed-todo = لم تصل الشحنة في اليوم الموعود. سيُبلَّغ العميل صباح اليوم التالي.
trouble-payment_pending = دفعة تستغرق وقتًا طويلًا
trouble-payment_pending-todo = يُرجى التحقق من الدفعة: المبلغ في الطريق منذ أيام.
trouble-payment_expired = الدفع متأخر منذ مدة
trouble-payment_expired-todo = يُرجى إلغاء الطلب، أو سؤال العميل عن الدفع.
trouble-held = الدفعة لا تطابق الطلب
trouble-held-todo = الطلب غير مؤكد. تُرجى مقارنة الدفعة بالطلب: المبلغ والعملة.
trouble-pickup_waiting = لا أحد يستلم الشحنة
trouble-pickup_waiting-todo = ستُعاد الشحنة قريبًا. أُرسل تذكير إلى العميل، وقد يفيد الاتصال به.
trouble-refund_not_settled = مبلغ مسترد لم يصل
trouble-refund_not_settled-todo = يُرجى التحقق من الاسترداد لدى مزود الدفع: أُعلن عنه ولم تكتمل تسويته.
trouble-refund_failed = تعذّر رد المبلغ
trouble-refund_failed-todo = يُرجى رد المبلغ بطريقة أخرى وإبلاغ العميل بذلك.
trouble-returning = الشحنة في طريق العودة
trouble-returning-todo = يُرجى الاختيار بين شحنة جديدة ورد المبلغ، وإبلاغ العميل.
trouble-return_silent = شحنة عائدة بلا تحديث للتتبع
trouble-return_silent-todo = يُرجى سؤال شركة الشحن عن مكان الشحنة الآن.
trouble-lost = فُقدت الشحنة لدى شركة الشحن
trouble-lost-todo = يُرجى تقديم مطالبة إلى شركة الشحن، وتخيير العميل بين شحنة جديدة ورد المبلغ.
trouble-problem = شركة الشحن تبلّغ عن مشكلة
trouble-problem-todo = تُرجى مراجعة التتبع: قد تحتاج شركة الشحن إلى عنوان أو مستند أو قرار.
trouble-unreachable = الرسائل إلى العميل ترتد
trouble-unreachable-todo = يُرجى طلب عنوان بريد آخر من العميل، بالهاتف مثلًا، وتغييره في الطلب. يمكن للعميل أيضًا تصحيحه في صفحة الطلب، وعندئذ يُعاد تلقائيًا إرسال ما ارتد.
trouble-complaint = أبلغ العميل عن رسالة مزعجة
trouble-complaint-todo = لن يُسأل العميل عن شيء بعد الآن، وستظل أخبار الطلب تُرسل إليه. يُرجى سؤاله عمّا إذا كان هناك خلل.
trouble-correction_refused = رُفض تصحيح عنوان البريد
trouble-correction_refused-todo = حاول أحدهم خمس مرات تصحيح عنوان البريد الإلكتروني في صفحة الطلب، ولم يعرف الرمز البريدي ورقم الهاتف. يُرجى الاتصال بالعميل وتغيير العنوان في الطلب. لن تقبل الصفحة محاولات أخرى.
trouble-unhappy = العميل غير راضٍ
trouble-unhappy-todo = أعطى العميل تقييمًا منخفضًا. تُرجى قراءة إجابته ومراسلته أو الاتصال به ما دام إصلاح الأمر ممكنًا.

## Shipped

shipped-subject = طلبك { $number } في الطريق إليك
shipped-preheader = شحنتك لدى { $carrier }، ورقم التتبع: { $tracking }.
shipped-preheader-plain = أرسلنا شحنتك. في هذه الرسالة قائمة بمحتوياتها.
shipped-headline = طلبك في الطريق إليك
shipped-lead = أرسلنا طلبك { $number } بتاريخ { $date }.
shipped-part-subject = جزء من طلبك { $number } في الطريق إليك
shipped-part-headline = جزء من طلبك في الطريق إليك
shipped-part-lead = أرسلنا شحنة من طلبك { $number } بتاريخ { $date }.

## Another tracking number

number_changed-subject = رقم تتبع جديد للطلب { $number }
number_changed-preheader = يُرجى من الآن تتبّع شحنتك بهذا الرقم: { $tracking }.
number_changed-headline = لشحنتك رقم تتبع جديد
number_changed-lead = رقم تتبع شحنة طلبك { $number } هو الآن: { $tracking }. وهو يحل محل الرقم { $before } الذي لم يعد صالحًا.
number_changed-lead-many = رقم تتبع شحنة طلبك { $number } هو الآن: { $tracking }. ولم تعد الأرقام السابقة صالحة.
number_changed-first-subject = رقم تتبع الطلب { $number }
number_changed-first-preheader = يمكنك الآن تتبّع شحنتك بهذا الرقم: { $tracking }.
number_changed-first-headline = يمكنك تتبّع شحنتك الآن
number_changed-first-lead = أصبح لشحنة طلبك { $number } رقم تتبع: { $tracking }.

## Out for delivery

out_for_delivery-subject = طلبك { $number } خرج للتوصيل
out_for_delivery-preheader = شحنتك مع المندوب، ومن المتوقع أن تصلك بتاريخ { $date }.
out_for_delivery-headline = شحنتك خرجت للتوصيل
out_for_delivery-lead = شحنة طلبك { $number } مع المندوب الآن، ومن المتوقع أن تصلك بتاريخ { $date }.
out_for_delivery-part-subject = شحنة من طلبك { $number } خرجت للتوصيل

## Delivered

delivered-subject = تم تسليم طلبك { $number }
delivered-preheader = سُلّمت الشحنة بتاريخ { $date }. لم تصلك؟ يكفي الرد على هذه الرسالة وسنتحقق من الأمر.
delivered-headline = تم تسليم شحنتك
delivered-lead = أفادت شركة الشحن بأن شحنة طلبك { $number } سُلّمت بتاريخ { $date }.
delivered-missing = لم تصلك؟ قد تكون عند أحد الجيران أو في مكان آمن. إن تعذّر العثور عليها، فيكفي الرد على هذه الرسالة وسنتحقق من الأمر.
delivered-part-subject = تم تسليم شحنة من طلبك { $number }

## Delayed

delayed-subject = تأخر طلبك { $number }
delayed-preheader = شحنتك متأخرة. موعدها المتوقع الآن هو { $date }.
delayed-preheader-unknown = شحنتك متأخرة. لم تحدد شركة الشحن موعدًا جديدًا بعد.
delayed-headline = شحنتك متأخرة
delayed-lead = نعتذر: تأخرت شحنة طلبك { $number }. تتوقع شركة الشحن الآن تسليمها بتاريخ { $date }.
delayed-lead-unknown = نعتذر: تأخرت شحنة طلبك { $number }. لم تحدد شركة الشحن موعدًا جديدًا بعد، وسنراسلك فور تحديده.
delayed-choice = إن لم يناسبك الانتظار، فيكفي الرد على هذه الرسالة: سنجد معك حلًا، وإن لم يعد وصول الطلب إليك ممكنًا، فسنعيد إليك المبلغ.
delayed-part-subject = تأخرت شحنة من طلبك { $number }
cause-carrier = تأخير لدى شركة الشحن
cause-weather = سوء الأحوال الجوية في الطريق
cause-customs = الشحنة لدى الجمارك
cause-silent = لم تسجّل شركة الشحن أي حركة للشحنة منذ أيام
cause-promise = لم تصل في اليوم الموعود

## Delivery was tried

delivery_attempted-subject = الطلب { $number }: محاولة تسليم لم تنجح
delivery_attempted-preheader = تعذّر على المندوب تسليم شحنتك بتاريخ { $date }. إليك ما سيحدث بعد ذلك.
delivery_attempted-headline = تعذّر على المندوب تسليم شحنتك
delivery_attempted-lead = حاولت شركة الشحن تسليم شحنة طلبك { $number } بتاريخ { $date } ولم تتمكن من ذلك.
delivery_attempted-next = تعيد معظم شركات الشحن المحاولة في يوم العمل التالي، أو تترك الشحنة في نقطة استلام. توضح صفحة شركة الشحن ما سيحدث بعد ذلك، وكثيرًا ما تتيح اختيار يوم آخر أو مكان آخر.
tried-on = تاريخ المحاولة
attempt-recipient_absent = لم يكن هناك من يستلم الشحنة
attempt-address = لم يُعثر على العنوان
attempt-refused = لم تُقبل الشحنة عند الباب
attempt-other = لم تذكر شركة الشحن سببًا

## A wrong address

address_problem-subject = الطلب { $number }: يُرجى التحقق من العنوان
address_problem-preheader = لا تستطيع شركة الشحن تسليم شحنتك إلى العنوان المسجّل لدينا.
address_problem-headline = نحتاج إلى مساعدتك في العنوان
address_problem-lead = لا تستطيع شركة الشحن تسليم شحنة طلبك { $number } إلى العنوان أدناه. يُرجى الرد على هذه الرسالة بالعنوان الصحيح في أقرب وقت ممكن.
address_problem-else = إن لم يصل العنوان الصحيح إلى شركة الشحن خلال بضعة أيام، فستُعاد الشحنة إلينا.
address-we-have = العنوان المسجّل لدينا

## On its way back, lost

returning-subject = شحنة من طلبك { $number } في طريق العودة إلينا
returning-preheader = تعيد شركة الشحن شحنتك إلينا. يمكنك اختيار ما سيحدث بعد ذلك.
returning-headline = شحنتك في طريق العودة إلينا
returning-lead = لم تتمكن شركة الشحن من تسليم شحنة طلبك { $number }، وهي تعيدها إلينا.
returning-choice = يُرجى إخبارنا بما يناسبك: يمكننا إرسالها من جديد، أو إعادة المبلغ إليك. يكفي الرد على هذه الرسالة.
lost-subject = فُقدت شحنة طلبك { $number }
lost-preheader = نعتذر عن ذلك. يمكنك الاختيار: شحنة جديدة أو استرداد المبلغ.
lost-headline = نعتذر: فُقدت شحنتك
lost-lead = أبلغتنا شركة الشحن بفقدان شحنة طلبك { $number }. ما كان ينبغي أن يحدث هذا.
lost-choice = الاختيار لك: نرسل إليك شحنة جديدة إن كانت المنتجات ما زالت متوفرة، أو نعيد إليك المبلغ. يكفي الرد على هذه الرسالة.

## Cancelled

cancelled-subject = تم إلغاء طلبك { $number }
cancelled-headline = تم إلغاء طلبك
cancelled-lead = تم إلغاء طلبك { $number } المقدَّم بتاريخ { $date }.
cancelled-preheader-free = لم يُخصم منك أي مبلغ، ولا يلزم أي إجراء منك.
cancelled-free = لم يُخصم منك أي مبلغ.
cancelled-preheader-reserved = لم يُخصم منك أي مبلغ، ولا يلزم أي إجراء منك.
cancelled-reserved = لم يُخصم منك أي مبلغ. إن ظهر لديك مبلغ محجوز، فسيرفع البنك الحجز عنه تلقائيًا، خلال بضعة أيام عادةً.
cancelled-preheader-refunded = أعدنا إليك دفعتك بقيمة { $paid }، ولا يلزم أي إجراء منك.
cancelled-refunded = أعدنا إليك دفعتك بقيمة { $paid }. يستغرق وصول المبلغ بضعة أيام عمل بحسب البنك.
cancelled-preheader-partly = أعدنا إليك حتى الآن { $refunded } من دفعتك بقيمة { $paid }.
cancelled-partly = أعدنا إليك حتى الآن { $refunded } من دفعتك بقيمة { $paid }. إن كنت بانتظار الباقي، فيُرجى الرد على هذه الرسالة.
cancelled-preheader-paid = دفعت { $paid }، ولم تتم إعادة هذا المبلغ إليك بعد.
cancelled-paid = دفعت { $paid }، ولم تتم إعادة هذا المبلغ إليك بعد. إن لم يصلك خبر عن ذلك خلال بضعة أيام، فيُرجى الرد على هذه الرسالة.
cancelled-mistake = إن كان هذا الإلغاء غير متوقع، فيُرجى الرد على هذه الرسالة.

## Refund

refund-subject = الطلب { $number }: استرداد مبلغ
refund-preheader = مبلغ { $amount } في طريقه إليك، ويصل خلال بضعة أيام عمل.
refund-headline = المبلغ المسترد في طريقه إليك
refund-lead = أعدنا إليك كامل المبلغ الذي دفعته للطلب { $number }، وقدره { $amount }. يستغرق وصول المبلغ بضعة أيام عمل بحسب البنك.
refund-part-lead = أعدنا إليك ما مجموعه { $amount } عن الطلب { $number }. يستغرق وصول المبلغ بضعة أيام عمل بحسب البنك.

## A refund that failed

refund_failed-subject = الطلب { $number }: لم يصل المبلغ المسترد
refund_failed-preheader = تعذّرت إعادة مبلغ { $amount } إليك. نبحث الآن عن طريقة أخرى.
refund_failed-headline = تعذّرت إعادة المبلغ إليك
refund_failed-lead = حاولنا أن نعيد إليك مبلغ { $amount } عن الطلب { $number }، لكنه عاد إلينا. يحدث ذلك مثلًا عندما تُغلق بطاقة أو حساب.
refund_failed-next = نبحث الآن عن طريقة أخرى. إن تغيّرت بطاقتك أو تغيّر حسابك، فيُرجى الرد على هذه الرسالة، لكن من دون إرسال أرقام البطاقات.

## Returns

return_requested-subject = الطلب { $number }: استلمنا طلب الإرجاع
return_requested-preheader = سنراسلك فور البت في طلب الإرجاع. يُرجى عدم إرسال أي شيء قبل ذلك.
return_requested-headline = استلمنا طلب الإرجاع
return_requested-lead = وصلنا طلبك بإرجاع منتجات من الطلب { $number }، وسنراسلك فور البت فيه.
return_requested-next = يُرجى عدم إرسال أي شيء قبل ذلك: سنخبرك إلى أين تُرسل المنتجات.
return_requested-mistake = إن لم يكن طلب الإرجاع هذا منك، فيُرجى الرد على هذه الرسالة.
return_approved-subject = الطلب { $number }: تمت الموافقة على الإرجاع
return_approved-preheader-label = في هذه الرسالة ملصق الإرجاع وما ينبغي فعله به.
return_approved-preheader-address = هنا عنوان إرسال المنتجات، وما ينبغي وضعه في الطرد.
return_approved-preheader-written = سنراسلك لنوضح لك كيفية إعادة المنتجات إلينا.
return_approved-headline = يمكنك إعادة المنتجات
return_approved-lead = تمت الموافقة على إرجاع منتجات من طلبك { $number }.
return_approved-label = يُرجى فتح الملصق عبر الزر وطباعته ولصقه على الطرد، ثم تسليم الطرد.
return_approved-address = يُرجى إرسال المنتجات إلى العنوان أدناه، مع وضع ورقة داخل الطرد عليها رقم الطلب { $number }.
return_approved-written = سنراسلك لنوضح لك كيفية إعادة المنتجات. يُرجى عدم إرسال أي شيء قبل ذلك.
return_approved-deadline = آخر يوم للإرسال: { $date }.
return_approved-proof = يُرجى الاحتفاظ بإيصال الإرسال حتى يعود إليك المبلغ.
return_declined-subject = الطلب { $number }: تعذّر قبول الإرجاع
return_declined-preheader = لا يمكننا قبول إرجاع المنتجات. إليك السبب وما يمكنك فعله.
return_declined-headline = لا يمكننا قبول الإرجاع
return_declined-lead = نعتذر: لا يمكننا قبول إرجاع المنتجات من طلبك { $number }. السبب مذكور أدناه.
return_declined-appeal = إن كان لك رأي آخر، أو كان في أحد المنتجات عيب، فيكفي الرد على هذه الرسالة: سنقرأ ردك وننظر في الأمر من جديد.
return_received-subject = الطلب { $number }: وصلت المنتجات المُعادة
return_received-preheader = وصلت إلينا المنتجات التي أعدتها. سنراسلك بشأن الخطوة التالية.
return_received-preheader-refund = سنعيد إليك مبلغ { $amount }، وسنراسلك عندما يكون في طريقه إليك.
return_received-headline = وصلت إلينا المنتجات المُعادة
return_received-lead = وصلت إلينا المنتجات المُعادة من طلبك { $number } بتاريخ { $date }.
return_received-refund = سنعيد إليك مبلغ { $amount }، وسنراسلك مجددًا عندما يكون في طريقه إليك.
return_received-checked = فحصنا المنتجات، وسنراسلك بشأن الخطوة التالية.
return_received-next = سنفحص المنتجات الآن، ثم نراسلك بشأن الخطوة التالية.
return_received-refused = لم نتمكن من قبول جميع المنتجات. لمعرفة السبب، يكفي الرد على هذه الرسالة.
return-number = رقم الإرجاع
return-reason = السبب
return-items = منتجات طلب الإرجاع
return-send-by = آخر يوم للإرسال
return-cost = التكلفة
return-free = مجانًا
return-address = عنوان الإرجاع
return-label = فتح ملصق الإرجاع
return-declined = سبب الرفض
return-late = انتهت مدة الإرجاع
return-final_sale = هذه المنتجات غير قابلة للإرجاع، كما ذُكر عند الشراء
return-received-on = تاريخ الوصول
return-refund = المبلغ المُعاد إليك
return-accepted = ما قبلناه
return-refused = ما لم نقبله

## Withdrawal from the contract

withdrawal-subject = الطلب { $number }: استلمنا إشعار العدول
withdrawal-preheader = وصلنا بتاريخ { $time }. يُرجى الاحتفاظ بهذه الرسالة إثباتًا لذلك.
withdrawal-headline = استلمنا إشعار عدولك عن العقد
withdrawal-lead = أبلغتنا بعدولك عن عقد الطلب { $number }. وصلنا إشعارك بتاريخ { $time }. يُرجى الاحتفاظ بهذه الرسالة إثباتًا لذلك.
withdrawal-next = تُرجى إعادة المنتجات خلال أربعة عشر يومًا، إن كنت قد استلمتها. نعيد إليك المبلغ خلال أربعة عشر يومًا من إشعارك، لكن ليس قبل أن تصلنا المنتجات أو ما يثبت إرسالها.
withdrawal-mistake = إن لم يكن هذا الإشعار منك، فيُرجى الرد على هذه الرسالة فورًا.
withdrawal-reference = الرقم المرجعي
withdrawal-received = وقت الاستلام
withdrawal-of = العدول عن
withdrawal-all = الطلب كاملًا
withdrawal-words = بكلماتك

## The order page

page-title = الطلب { $number } لدى { $shop }
page-skip = الانتقال إلى الطلب
page-headline-withdrawn = لم يعد هذا الطلب ساريًا
page-headline-cancelled = تم إلغاء طلبك
page-headline-refunded = تمت إعادة مبلغ طلبك
page-headline-payment-failed = لم تكتمل عملية الدفع
page-headline-awaiting-payment = طلبك بانتظار الدفع
page-headline-confirmed = تم تأكيد طلبك
page-headline-preparing = طلبك قيد التجهيز
page-headline-partly-shipped = جزء من طلبك في الطريق إليك
page-headline-shipped = طلبك في الطريق إليك
page-headline-out-for-delivery = شحنتك خرجت للتوصيل
page-headline-needs-attention = شحنتك تحتاج إلى متابعة
page-headline-partly-delivered = وصل جزء من طلبك
page-headline-delivered = وصل طلبك
page-headline-returning = شحنتك في طريق العودة إلى المتجر
page-lead-due = ما زال مبلغ { $amount } بانتظار الدفع.
page-lead-failed = لم تكتمل محاولة الدفع الأخيرة. يمكنك المحاولة من جديد بالطريقة نفسها أو بطريقة أخرى.
page-lead-attention = تحتاج شركة الشحن إلى شيء ما، أو لم تتمكن من تسليم الشحنة. تفاصيل ذلك في آخر تحديث للتتبع أدناه.
page-as-of = الحالة بتاريخ { $time }.
page-timeline = ما حدث حتى الآن
page-placed = تم تقديم الطلب
page-paid = تم الدفع
page-paid-amount = المدفوع: { $amount }
page-pay-failed = لم تكتمل إحدى الدفعات
page-shipped = أُرسلت الشحنة
page-shipped-with = أُرسلت الشحنة مع { $carrier }
page-cancelled = تم إلغاء الطلب
page-refunded = إجمالي المبلغ المسترد: { $amount }
page-parcels = { $count ->
    [zero] شحناتك
    [one] شحنتك
    [two] شحنتاك
    [few] شحناتك
    [many] شحناتك
   *[other] شحناتك
}
page-parcel = الشحنة { $number } من أصل { $of }
page-parcel-one = الشحنة
page-items = المنتجات
page-returns = طلبات الإرجاع
page-return-requested = قيد النظر: سيراسلك المتجر
page-return-approved = تمت الموافقة: كيفية الإرسال في الرسالة المتعلقة بذلك
page-return-declined = لم يُقبل: السبب في الرسالة المتعلقة بذلك
page-return-received = وصلت إلى المتجر
page-return-closed = انتهى
page-paid-in-full = مدفوع بالكامل
page-nothing-due = لا يوجد مبلغ مستحق
page-not-charged = لم يُخصم منك أي مبلغ.
page-going-to = الوجهة
page-help = المساعدة والإرجاع
page-help-text = هل لديك سؤال عن هذا الطلب؟ يسعد فريق { $shop } أن يساعدك. يمكنك أيضًا الرد على أي رسالة وصلتك عن الطلب.
page-contact = طلب المساعدة
page-shop = زيارة { $shop }
page-private = هذه الصفحة لك وحدك. كل من لديه رابطها يمكنه رؤيتها، فيُرجى الحذر عند مشاركته.
page-state-pre_transit = قيد التجهيز
page-state-accepted = لدى شركة الشحن
page-state-in_transit = في الطريق
page-state-exception = متوقفة في الطريق
page-state-out_for_delivery = خرجت للتوصيل
page-state-delivery_attempted = محاولة تسليم لم تنجح
page-state-available_for_pickup = جاهزة للاستلام
page-state-delivered = تم التسليم
page-state-return_to_sender = في طريق العودة إلى المتجر
page-state-returned = عادت إلى المتجر
page-state-lost = فُقدت لدى شركة الشحن
page-state-expired = لا أخبار من شركة الشحن
page-state-cancelled = أُلغي ملصق الشحن
page-missing-title = الصفحة غير موجودة
page-missing-headline = لم نعثر على هذه الصفحة
page-missing-lead = قد يكون الرابط ناقصًا أو قديمًا. يُرجى فتح الرابط من آخر رسالة وصلتك عن طلبك، أو الرد على تلك الرسالة وسنساعدك.
page-later-title = غير متاحة الآن
page-later-headline = هذه الصفحة متوقفة لوقت قصير
page-later-lead = طلبك بأمان. يُرجى المحاولة من جديد بعد بضع دقائق.

## The order page: mail that comes back, and a corrected address

repair-title = لا تصلك رسائلنا
repair-lead = الرسائل المرسلة إلى { $address } ترتد إلينا، فلا تصلك أخبار هذا الطلب.
repair-how = يمكنك تصحيح العنوان هنا. وحتى لا يفعل ذلك أحد غيرك، نطلب معلومتين لا يعرفهما سواك.
repair-which = ما العنوان الصحيح؟
repair-other = عنوان آخر
repair-email = عنوان بريدك الإلكتروني
repair-postcode = الرمز البريدي لعنوان الفاتورة
repair-digits = آخر أربعة أرقام من رقم الهاتف المذكور في الطلب
repair-send = إرسال رسالة تأكيد إلى هذا العنوان
repair-why = نرسل رسالة واحدة إلى العنوان الجديد. لا تُرسل إليه أخبار هذا الطلب إلا بعد تأكيده من تلك الرسالة، وعندئذ يُعاد إرسال ما ارتد.
repair-sent = إن كانت المعلومتان تطابقان هذا الطلب، فهناك رسالة في طريقها إلى العنوان الجديد. يُرجى فتح الرابط الذي فيها خلال سبعة أيام لتأكيد العنوان. لم يصل شيء بعد بضع دقائق؟ يُرجى فتح هذه الصفحة من جديد.
repair-waiting = أرسلنا رسالة إلى { $address }. يُرجى فتح الرابط الذي فيها خلال سبعة أيام لتأكيد العنوان. لم يصل شيء؟ يُرجى البحث في مجلد الرسائل غير المرغوب فيها، أو تصحيح العنوان أدناه.
repair-shop = يُرجى التواصل مع المتجر لتصحيح العنوان.
repair-mistake-address = يُرجى إدخال عنوان غير العنوان الذي لا يعمل، بهذه الصيغة: name@example.com.
repair-mistake-missing = يُرجى إدخال الرمز البريدي والأرقام.
repair-mistake-proof = هذه المعلومات لا تطابق هذا الطلب. عدد المحاولات خمس في المجموع. عند الشك، يُرجى التواصل مع المتجر.
confirm-open-headline = تأكيد عنوان بريدك الإلكتروني
confirm-open-lead = هل نرسل أخبار طلب لدى { $shop } إلى { $address }؟
confirm-open-button = نعم، هذا عنواني
confirm-open-note = إن لم يكن لك طلب هناك، فيُرجى إغلاق هذه الصفحة. لن يُرسل شيء من دون تأكيدك.
confirm-done-headline = تم تأكيد عنوانك
confirm-done-lead = شكرًا لك. من الآن تصل رسائل { $shop } إلى { $address }. وما تعذّر تسليمه من قبل سيصل خلال بضع دقائق.
confirm-outdated-headline = لم تعد هناك حاجة إلى هذا العنوان
confirm-outdated-lead = أُدخل في هذه الأثناء عنوان آخر لهذا الطلب. لا يلزم أي إجراء.

## The order page: answers

ask-csat-title = ما مدى رضاك عن هذا الطلب؟
ask-csat-lead = يُرجى اختيار رقم. يُحفظ عند الضغط على الزر.
ask-csat-text = هل من إضافة؟ (اختياري)
ask-nps-title = ما احتمال أن توصي بنا لأحد أصدقائك؟
ask-nps-lead = يُرجى اختيار رقم. يُحفظ عند الضغط على الزر.
ask-nps-text = ما السبب الرئيسي؟ (اختياري)
ask-review-title = ما رأيك فيما طلبته؟
ask-review-lead = تكفي بضع كلمات. تُحفظ عند الضغط على الزر، وتصل إلى المتجر.
ask-review-text = تقييمك
ask-send = إرسال
ask-send-again = تغيير إجابتي
ask-saved = شكرًا لك، حُفظت إجابتك.
ask-missing = يُرجى تقديم إجابة أولًا.

## The order page: withdrawal from the contract

withdraw-open = العدول عن العقد
withdraw-title = العدول عن العقد
withdraw-lead = يمكنك العدول عن هذا الطلب حتى { $date } من دون ذكر سبب. ستصلك رسالة تثبت ذلك، مع التاريخ والوقت.
withdraw-lead-early = يمكنك العدول عن هذا الطلب من دون ذكر سبب. ستصلك رسالة تثبت ذلك، مع التاريخ والوقت.
withdraw-which = عن أي منتجات؟
withdraw-name = اسمك
withdraw-text = هل من إضافة؟ (اختياري)
withdraw-send = تأكيد العدول
withdraw-done = استلمنا إشعار عدولك بتاريخ { $time }. الرسالة التي تثبت ذلك في طريقها إليك.
withdraw-missing = يُرجى اختيار منتج واحد على الأقل وإدخال اسمك.
withdraw-over = انتهت المدة التي يمكنك فيها العدول. يُرجى التواصل مع المتجر.

## Asked no more

stop-title = إيقاف الأسئلة
stop-lead = هل نوقف أسئلة { $shop } عن تقييمك ورأيك؟ ستظل أخبار طلباتك تصلك.
stop-button = نعم، إيقاف الأسئلة
stop-done-headline = لن نسألك مرة أخرى
stop-done-lead = لن تصلك بعد الآن أسئلة من { $shop } عن تقييمك ورأيك. وستظل أخبار طلباتك تصلك.
stop-basket-title = إيقاف الرسائل عن السلات
stop-basket-lead = هل نوقف رسائل { $shop } عن سلاتك وأسئلته عن تقييمك ورأيك؟ ستظل أخبار طلباتك تصلك.
stop-basket-button = نعم، إيقاف هذه الرسائل
stop-basket-done-headline = لن تصلك مثل هذه الرسائل بعد الآن
stop-basket-done-lead = لن تصلك بعد الآن رسائل من { $shop } عن سلاتك ولا أسئلة عن تقييمك ورأيك. وستظل أخبار طلباتك تصلك.
