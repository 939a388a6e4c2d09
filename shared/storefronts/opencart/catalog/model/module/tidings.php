<?php
// The outbox, and the rows that an event is made of.

namespace Opencart\Catalog\Model\Extension\Tidings\Module;

require_once __DIR__ . '/../../../system/library/protocol.php';
require_once __DIR__ . '/../../../system/library/snapshot.php';

use Tidings\Protocol;
use Tidings\Snapshot;

class Tidings extends \Opencart\System\Engine\Model
{
    /** Puts an event into the outbox, once; status 0 is no order, or one that is just being edited. */
    public function record(string $type, int $order_id): void
    {
        $now = time();
        $deleted = $type === 'order.deleted';
        $event = $this->event($type, $order_id, $deleted ? $now : null);
        if (!$event) {
            return;
        }
        $id = $event['event_id'] . ($deleted ? '_deleted' : '');
        $event['event_id'] = $id;
        $this->db->query("INSERT IGNORE INTO `" . DB_PREFIX . "tidings_outbox` SET `event_id` = '" . $this->db->escape($id)
            . "', `order_id` = '" . $order_id . "', `payload` = '" . $this->db->escape(Protocol::json($event))
            . "', `attempts` = '0', `created_at` = '" . $now . "', `next_at` = '" . $now . "', `sent_at` = '0'");
    }

    /** One event of an order as it is now, or nothing if it is no order. */
    public function event(string $type, int $order_id, ?int $deleted_at = null): array
    {
        $rows = $this->rows($order_id);
        return $rows && (int)$rows['order']['order_status_id'] !== 0 ? Snapshot::event($type, $rows, $deleted_at) : [];
    }

    /** The numbers of orders that changed from `from` until before `to`, in Unix seconds, behind a number. */
    public function since(int $from, int $to, int $after, int $limit): array
    {
        // The columns are written with NOW(): in the session's time zone, in which FROM_UNIXTIME() answers, too.
        $within = fn (string $column) => $column . " >= FROM_UNIXTIME(" . $from . ") AND " . $column . " < FROM_UNIXTIME(" . $to . ")";
        $query = $this->db->query("SELECT o.`order_id` FROM `" . DB_PREFIX . "order` o WHERE o.`order_id` > '" . $after
            . "' AND o.`order_status_id` > '0' AND ((" . $within("o.`date_modified`") . ") OR EXISTS (SELECT 1 FROM `"
            . DB_PREFIX . "order_history` h WHERE h.`order_id` = o.`order_id` AND " . $within("h.`date_added`")
            . ")) ORDER BY o.`order_id` ASC LIMIT " . $limit);
        return array_map('intval', array_column($query->rows, 'order_id'));
    }

    /** One sender at a time. */
    public function lock(): bool
    {
        $query = $this->db->query("SELECT GET_LOCK('" . $this->db->escape(DB_PREFIX . 'tidings') . "', 0) AS `locked`");
        return (int)($query->row['locked'] ?? 0) === 1;
    }

    public function unlock(): void
    {
        $this->db->query("SELECT RELEASE_LOCK('" . $this->db->escape(DB_PREFIX . 'tidings') . "')");
    }

    public function due(int $limit): array
    {
        return $this->db->query("SELECT * FROM `" . DB_PREFIX . "tidings_outbox` WHERE `sent_at` = '0' AND `next_at` > '0' AND "
            . "`next_at` <= '" . time() . "' ORDER BY `outbox_id` ASC LIMIT " . $limit)->rows;
    }

    /** Nothing of a customer stays in the outbox once it has arrived. */
    public function sent(int $outbox_id): void
    {
        $this->db->query("UPDATE `" . DB_PREFIX . "tidings_outbox` SET `sent_at` = '" . time()
            . "', `payload` = '', `error` = '' WHERE `outbox_id` = '" . $outbox_id . "'");
    }

    public function failed(array $row, string $error): void
    {
        $attempts = (int)$row['attempts'] + 1;
        $next = Protocol::nextAttempt($attempts, (int)$row['created_at'], time());
        $this->db->query("UPDATE `" . DB_PREFIX . "tidings_outbox` SET `attempts` = '" . $attempts . "', `next_at` = '"
            . (int)$next . "', `error` = '" . $this->db->escape(substr($error, 0, 120)) . "'"
            . ($next === null ? ", `payload` = ''" : '') . " WHERE `outbox_id` = '" . (int)$row['outbox_id'] . "'");
    }

    /** What arrived or was given up is kept for a week, so that nothing is sent twice. */
    public function clean(): void
    {
        $this->db->query("DELETE FROM `" . DB_PREFIX . "tidings_outbox` WHERE `payload` = '' AND `created_at` < '"
            . (time() - 7 * 86400) . "'");
    }

    private function rows(int $order_id): array
    {
        $order = $this->select("SELECT *, UNIX_TIMESTAMP(`date_added`) AS `added_at`, UNIX_TIMESTAMP(`date_modified`) "
            . "AS `modified_at` FROM `" . DB_PREFIX
            . "order` WHERE `order_id` = '" . $order_id . "'");
        if (!$order) {
            return [];
        }
        $order = $order[0];
        $of_order = "` WHERE `order_id` = '" . $order_id . "'";
        $products = $this->select("SELECT * FROM `" . DB_PREFIX . "order_product" . $of_order . " ORDER BY `order_product_id`");
        foreach ($products as $key => $product) {
            $known = $this->select("SELECT * FROM `" . DB_PREFIX . "product` WHERE `product_id` = '"
                . (int)$product['product_id'] . "'")[0] ?? [];
            $products[$key] += ['sku' => $known['sku'] ?? '', 'image' => $known['image'] ?? '', 'shipping' => $known['shipping'] ?? true];
        }
        $language = $this->select("SELECT `code` FROM `" . DB_PREFIX . "language` WHERE `language_id` = '"
            . (int)($order['language_id'] ?? 0) . "'");
        return [
            'order' => $order,
            'products' => $products,
            'options' => $this->select("SELECT * FROM `" . DB_PREFIX . "order_option" . $of_order . " ORDER BY `order_option_id`"),
            'totals' => $this->select("SELECT * FROM `" . DB_PREFIX . "order_total" . $of_order . " ORDER BY `sort_order`"),
            'histories' => $this->select("SELECT *, UNIX_TIMESTAMP(`date_added`) AS `added_at` FROM `" . DB_PREFIX
                . "order_history" . $of_order . " ORDER BY `order_history_id`"),
            'countries' => $this->codes('country', 'iso_code_2', $order),
            'zones' => $this->codes('zone', 'code', $order),
            'language' => $language[0]['code'] ?? '',
            'default_currency' => (string)$this->config->get('config_currency'),
            'store' => [
                'id' => (int)$order['store_id'],
                'url' => Protocol::text($order['store_url'] ?? ''),
                'opencart_version' => VERSION,
                'name' => Protocol::text($order['store_name'] ?? ''),
                'processing_status_ids' => array_map('intval', (array)$this->config->get('config_processing_status')),
                'complete_status_ids' => array_map('intval', (array)$this->config->get('config_complete_status')),
            ],
        ];
    }

    /** Codes of the countries or zones of an order's addresses, by id. */
    private function codes(string $table, string $column, array $order): array
    {
        $codes = [];
        foreach (['payment', 'shipping'] as $of) {
            $id = (int)($order[$of . '_' . $table . '_id'] ?? 0);
            $row = $this->select("SELECT * FROM `" . DB_PREFIX . $table . "` WHERE `" . $table . "_id` = '" . $id . "'");
            $codes[$id] = $row[0][$column] ?? '';
        }
        return $codes;
    }

    private function select(string $sql): array
    {
        return $this->db->query($sql)->rows;
    }
}
