<?php
// `php test.php`: what is agreed with Tidings, beside what Tidings' own tests read of it. No OpenCart, no database.

require __DIR__ . '/system/library/protocol.php';
require __DIR__ . '/system/library/snapshot.php';

use Tidings\Protocol;
use Tidings\Snapshot;

const NOW = 1790000000;
const SECRET = 'whsec_dGlkaW5ncy10ZXN0LXNlY3JldC0wMTIzNDU2Nzg5';
const RECORDED = __DIR__ . '/../../../events/checkout-webhook/opencart.order.history_added.json';

function same(string $promise, mixed $have, mixed $want): void
{
    if ($have !== $want) {
        fwrite(STDERR, "FAILED: $promise\n  have " . var_export($have, true) . "\n  want " . var_export($want, true) . "\n");
        exit(1);
    }
    echo "ok: $promise\n";
}

$vector = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
$body = '{"type":"order.history_added","order_id":1042,"order_status_id":2}';
$signature = 'v1,+4jWIPK4D8ajnWXu9NJQ2KYjbtB6jqei+NSHh15vSe4=';
same('the vector is made', Protocol::sign($vector, 'oc_1042_3381', 1756900000, $body), $signature);

$asked = fn (string $time, string $text, string $signed, int $now) =>
    Protocol::isGenuine($vector, 'oc_1042_3381', $time, $text, $signed, $now);
same('a question that is signed is genuine', $asked('1756900000', $body, "v1,AAAA $signature", 1756900300), true);
same('an old one is not', $asked('1756900000', $body, $signature, 1756900301), false);
same('one from the future is not', $asked('1756900000', $body, $signature, 1756899699), false);
same('another one is not', $asked('1756900000', $body . ' ', $signature, 1756900000), false);
same('an unsigned one is not', $asked('1756900000', $body, '', 1756900000), false);
same('one without a time is not', $asked('1e9', $body, $signature, 1756900000), false);
same('nothing is signed with no secret', Protocol::isGenuine('', 'x', '1', '', 'v1,', 1), false);

$waits = [];
for ($attempt = 1; $attempt <= 7; $attempt++) {
    $waits[] = Protocol::nextAttempt($attempt, NOW, NOW) - NOW;
}
same('it waits longer each time', $waits, [60, 300, 1800, 7200, 21600, 86400, 86400]);
same('it gives up after three days', Protocol::nextAttempt(8, NOW - 2 * 86400 - 1, NOW), null);

same('entities are decoded once', Protocol::text('M&uuml;ller &amp; O&#039;Brien &amp;lt;'), "Müller & O'Brien &lt;");
same('times are UTC', [Protocol::utc(NOW), Protocol::utc(NOW, 2)], ['2026-09-21T14:13:20Z', '2026-09-21T14:13:20.000002Z']);
same('a secret is long enough', [Protocol::isSecret(SECRET), Protocol::isSecret('whsec_c2hvcnQ='), Protocol::isSecret('')], [true, false, false]);
same('a new secret is one', Protocol::isSecret(Protocol::newSecret()), true);
same('broken text breaks nothing', Protocol::json(['a' => "\xff", 'b' => 'ü/']), "{\"a\":\"\u{FFFD}\",\"b\":\"ü/\"}");

$address = [
    'firstname' => 'Ana', 'lastname' => 'M&uuml;ller', 'company' => '', 'address_1' => 'Hauptstr. 1', 'address_2' => '',
    'city' => 'Berlin', 'postcode' => '10115', 'zone' => 'Berlin', 'zone_id' => '1256', 'country' => 'Germany', 'country_id' => '81',
];
$order = [
    'order_id' => '1042', 'invoice_no' => '0', 'store_id' => '0', 'customer_id' => '0', 'order_status_id' => '2',
    'email' => 'ana@example.com', 'firstname' => 'Ana', 'lastname' => 'M&uuml;ller', 'telephone' => '+49301234567',
    'payment_method' => '{"name":"Credit Card","code":"stripe.stripe"}', 'shipping_method' => 'Flat Rate', 'shipping_code' => 'flat.flat',
    'comment' => 'Please ring twice &amp; wait.', 'total' => '71.4000', 'tracking' => 'spring', 'marketing_id' => '4',
    'affiliate_id' => '0', 'language_id' => '1', 'currency_code' => 'EUR', 'currency_value' => '0.92000000',
    'added_at' => (string)(NOW - 600), 'modified_at' => (string)(NOW - 30),
];
foreach ($address as $part => $value) {
    $order['payment_' . $part] = $order['shipping_' . $part] = $value;
}
$rows = [
    'order' => $order,
    'products' => [
        ['order_product_id' => '1', 'product_id' => '43', 'name' => 'Tee &ndash; Blue', 'model' => 'TEE', 'sku' => 'TEE-BM',
            'image' => 'catalog/tee blue.jpg', 'shipping' => '1', 'quantity' => '2', 'price' => '30.0000', 'total' => '60.0000', 'tax' => '5.7000'],
    ],
    'options' => [
        ['order_product_id' => '1', 'name' => 'Size', 'value' => 'M'],
        ['order_product_id' => '2', 'name' => 'Size', 'value' => 'XL'],
    ],
    'totals' => [
        ['code' => 'sub_total', 'title' => 'Sub-Total', 'value' => '60.0000'],
        ['code' => 'shipping', 'title' => 'Flat Rate', 'value' => '5.0000'],
        ['code' => 'coupon', 'title' => 'Coupon (SPRING)', 'value' => '-5.0000'],
        ['code' => 'tax', 'title' => 'VAT (19%)', 'value' => '11.4000'],
        ['code' => 'total', 'title' => 'Total', 'value' => '71.4000'],
    ],
    'histories' => [
        ['order_history_id' => '3380', 'order_status_id' => '1', 'comment' => '', 'notify' => '1', 'added_at' => (string)(NOW - 590)],
        ['order_history_id' => '3381', 'order_status_id' => '2', 'comment' => 'Payment received', 'notify' => '1', 'added_at' => (string)(NOW - 30)],
    ],
    'countries' => [81 => 'DE'],
    'zones' => [1256 => 'BER'],
    'language' => 'en-gb',
    'default_currency' => 'USD',
    'store' => [
        'id' => 0, 'url' => 'https://shop.example.com/', 'opencart_version' => '4.1.0.4', 'name' => 'Shop',
        'processing_status_ids' => [2, 3], 'complete_status_ids' => [5],
    ],
];
$event = Snapshot::event('order.history_added', $rows);
$json = Protocol::json($event);
if (($argv[1] ?? '') === 'print') {
    fwrite(STDOUT, "\n" . $json . "\n" . Protocol::sign(SECRET, $event['event_id'], NOW, $json) . "\n");
}
$at = function (int $modified, int ...$entries) use ($rows): string {
    $rows['order']['modified_at'] = (string)$modified;
    $rows['histories'] = array_map(fn (int $time) => ['order_history_id' => 1, 'order_status_id' => 1, 'added_at' => (string)$time], $entries);
    return Snapshot::event('order.history_added', $rows)['occurred_at'];
};
same('it is as old as its newest change', [$at(NOW - 9, NOW - 5), $at(NOW - 5, NOW - 9), $at(NOW - 5)], array_fill(0, 3, Protocol::utc(NOW - 5)));
same('of two in one second the second is newer', $at(NOW - 9, NOW - 7, NOW - 5, NOW - 5), Protocol::utc(NOW - 5, 1));
$deleted = Snapshot::event('order.deleted', $rows, NOW);
same('deleting is news', $deleted['occurred_at'], Protocol::utc(NOW));

$recorded = json_decode((string)file_get_contents(RECORDED), true);
same('an order is what Tidings reads', $json, $recorded['body']);
same('its signature is the recorded one', Protocol::sign(SECRET, $event['event_id'], NOW, $json), $recorded['headers']['webhook-signature']);
same('its id stays the same', $event['event_id'], $recorded['headers']['webhook-id']);
