<?php
// An order as Tidings reads it, made of rows as the database has them. Nothing here reads a database or a clock.

namespace Tidings;

final class Snapshot
{
    /**
     * The body of one event. Amounts stay as they are stored: in the default currency, as decimal text. Of one state of an
     * order it is always the same, byte for byte, whether it is sent or asked for.
     *
     * `rows`: order, products, options, totals, histories (oldest first), countries and zones by id, language, store.
     * `added_at` and `modified_at` are Unix seconds. `$deletedAt`: the order is just being deleted.
     */
    public static function event(string $type, array $rows, ?int $deletedAt = null): array
    {
        $order = $rows['order'];
        $histories = $rows['histories'];
        $last = end($histories) ?: [];
        $before = count($histories) > 1 ? $histories[count($histories) - 2] : [];
        $historyId = (int)($last['order_history_id'] ?? 0);
        $orderId = (int)$order['order_id'];
        return [
            'type' => $type,
            'schema' => 1,
            'event_id' => Protocol::eventId($orderId, $historyId),
            'occurred_at' => $deletedAt === null ? self::changedAt($rows) : Protocol::utc($deletedAt),
            'store' => $rows['store'],
            'order' => [
                'order_id' => $orderId,
                'invoice_no' => (int)($order['invoice_no'] ?? 0),
                'order_status_id' => (int)$order['order_status_id'],
                'previous_status_id' => (int)($before['order_status_id'] ?? 0),
                'date_added' => Protocol::utc((int)$order['added_at']),
                'currency_code' => (string)$order['currency_code'],
                'currency_value' => (string)$order['currency_value'],
                'default_currency_code' => $rows['default_currency'],
                'customer' => [
                    'customer_id' => (int)$order['customer_id'],
                    'email' => Protocol::text($order['email']),
                    'firstname' => Protocol::text($order['firstname']),
                    'lastname' => Protocol::text($order['lastname']),
                    'telephone' => Protocol::text($order['telephone'] ?? ''),
                    'language_code' => (string)(($order['language_code'] ?? '') ?: $rows['language']),
                ],
                'payment' => self::method($order, 'payment') + ['address' => self::address($order, 'payment', $rows)],
                'shipping' => self::method($order, 'shipping') + ['address' => self::address($order, 'shipping', $rows)],
                'products' => array_map(fn (array $product) => self::product($product, $rows), $rows['products']),
                'totals' => array_map(fn (array $total) => [
                    'code' => (string)$total['code'],
                    'title' => Protocol::text($total['title']),
                    'value' => (string)$total['value'],
                ], $rows['totals']),
                'total' => (string)$order['total'],
                'comment' => Protocol::text($order['comment'] ?? ''),
                'history' => [
                    'order_history_id' => $historyId,
                    'comment' => Protocol::text($last['comment'] ?? ''),
                    'notify' => !empty($last['notify']),
                ],
                'histories' => array_map(fn (array $history) => [
                    'order_history_id' => (int)$history['order_history_id'],
                    'order_status_id' => (int)$history['order_status_id'],
                    'occurred_at' => Protocol::utc((int)$history['added_at']),
                ], array_slice($histories, -100)),
                'marketing' => [
                    'tracking' => Protocol::text($order['tracking'] ?? ''),
                    'marketing_id' => (int)($order['marketing_id'] ?? 0),
                    'affiliate_id' => (int)($order['affiliate_id'] ?? 0),
                ],
            ],
        ];
    }

    /** When it changed last. Of several entries in one second each is a little newer than the one before. */
    private static function changedAt(array $rows): string
    {
        $times = array_map('intval', array_column($rows['histories'], 'added_at'));
        $newest = max([(int)$rows['order']['modified_at'], ...$times]);
        return Protocol::utc($newest, max(0, count(array_keys($times, $newest, true)) - 1));
    }

    /** Since 4.0.2 a method is JSON in one column; before, name and code are two. */
    private static function method(array $order, string $of): array
    {
        $stored = (string)($order[$of . '_method'] ?? '');
        $method = json_decode($stored, true);
        if (!is_array($method)) {
            $method = ['name' => $stored, 'code' => $order[$of . '_code'] ?? ''];
        }
        return ['name' => Protocol::text($method['name'] ?? ''), 'code' => (string)($method['code'] ?? '')];
    }

    private static function address(array $order, string $of, array $rows): array
    {
        $address = [];
        foreach (['firstname', 'lastname', 'company', 'address_1', 'address_2', 'city', 'postcode', 'zone', 'country'] as $part) {
            $address[$part] = Protocol::text($order[$of . '_' . $part] ?? '');
        }
        $address['zone_code'] = (string)($rows['zones'][(int)($order[$of . '_zone_id'] ?? 0)] ?? '');
        $address['iso_code_2'] = (string)($rows['countries'][(int)($order[$of . '_country_id'] ?? 0)] ?? '');
        return $address;
    }

    private static function product(array $product, array $rows): array
    {
        $id = (int)$product['order_product_id'];
        $options = array_filter($rows['options'], fn (array $option) => (int)$option['order_product_id'] === $id);
        $image = implode('/', array_map('rawurlencode', explode('/', Protocol::text($product['image'] ?? ''))));
        return [
            'order_product_id' => $id,
            'product_id' => (int)$product['product_id'],
            'name' => Protocol::text($product['name']),
            'model' => Protocol::text($product['model']),
            'sku' => Protocol::text($product['sku'] ?? ''),
            'image' => $image === '' ? '' : rtrim($rows['store']['url'], '/') . '/image/' . $image,
            // A product that is deleted is thought to be one that is shipped.
            'shipping' => (bool)($product['shipping'] ?? true),
            'quantity' => (int)$product['quantity'],
            'price' => (string)$product['price'],
            'total' => (string)$product['total'],
            'tax' => (string)$product['tax'],
            'options' => array_values(array_map(fn (array $option) => [
                'name' => Protocol::text($option['name']),
                'value' => Protocol::text($option['value']),
            ], $options)),
        ];
    }
}
