<?php
// The settings page, and what is set up and taken down with the extension.

namespace Opencart\Admin\Controller\Extension\Tidings\Module;

require_once __DIR__ . '/../../../system/library/protocol.php';

use Tidings\Protocol;

class Tidings extends \Opencart\System\Engine\Controller
{
    private const ROUTE = 'extension/tidings/module/tidings';

    /** `?` stands for the slash of 4.0 and the dot of 4.1: one entry that fires once in both. */
    private const EVENTS = [
        'tidings_changed' => ['catalog/model/checkout/order?addHistory/after', 'changed'],
        'tidings_deleted' => ['catalog/model/checkout/order?deleteOrder/before', 'deleted'],
    ];

    public function index(): void
    {
        $this->load->language(self::ROUTE);
        $this->document->setTitle($this->language->get('heading_title'));

        $token = 'user_token=' . $this->session->data['user_token'];
        $modules = $this->url->link('marketplace/extension', $token . '&type=module');
        $secret = (string)$this->config->get('module_tidings_secret');
        $catalog = defined('HTTP_CATALOG') ? HTTP_CATALOG : '';
        $data = [
            'breadcrumbs' => [
                ['text' => $this->language->get('text_home'), 'href' => $this->url->link('common/dashboard', $token)],
                ['text' => $this->language->get('text_extension'), 'href' => $modules],
                ['text' => $this->language->get('heading_title'), 'href' => $this->url->link(self::ROUTE, $token)],
            ],
            'save' => $this->url->link(self::ROUTE . '.save', $token),
            'back' => $modules,
            'module_tidings_status' => (bool)$this->config->get('module_tidings_status'),
            'module_tidings_url' => Protocol::text($this->config->get('module_tidings_url')),
            'module_tidings_secret' => $secret !== '' ? $secret : Protocol::newSecret(),
            'since' => $catalog . 'index.php',
            'cron' => $secret === '' ? '' : $catalog . 'index.php?route=' . self::ROUTE . '.send&key=' . Protocol::cronKey($secret),
            'health' => $this->health(),
            'header' => $this->load->controller('common/header'),
            'column_left' => $this->load->controller('common/column_left'),
            'footer' => $this->load->controller('common/footer'),
        ];
        $this->response->setOutput($this->load->view(self::ROUTE, $data));
    }

    public function save(): void
    {
        $this->load->language(self::ROUTE);
        $post = $this->request->post;
        $url = Protocol::text(trim((string)($post['module_tidings_url'] ?? '')));
        $secret = trim((string)($post['module_tidings_secret'] ?? ''));
        $json = [];
        if (!$this->user->hasPermission('modify', self::ROUTE)) {
            $json['error']['warning'] = $this->language->get('error_permission');
        }
        if (!filter_var($url, FILTER_VALIDATE_URL) || !str_starts_with($url, 'https://')) {
            $json['error']['url'] = $this->language->get('error_url');
        }
        if (!Protocol::isSecret($secret)) {
            $json['error']['secret'] = $this->language->get('error_secret');
        }
        if (!$json) {
            $this->load->model('setting/setting');
            $this->model_setting_setting->editSetting('module_tidings', [
                'module_tidings_status' => (int)!empty($post['module_tidings_status']),
                'module_tidings_url' => $url,
                'module_tidings_secret' => $secret,
            ]);
            $json['success'] = $this->language->get('text_success');
        }
        $this->response->addHeader('Content-Type: application/json');
        $this->response->setOutput(json_encode($json));
    }

    public function install(): void
    {
        if (!$this->user->hasPermission('modify', 'extension/module') && !$this->user->hasPermission('modify', self::ROUTE)) {
            return;
        }
        $this->db->query("CREATE TABLE IF NOT EXISTS `" . DB_PREFIX . "tidings_outbox` (
            `outbox_id` INT NOT NULL AUTO_INCREMENT,
            `event_id` VARCHAR(64) NOT NULL,
            `order_id` INT NOT NULL,
            `payload` MEDIUMTEXT NOT NULL,
            `attempts` INT NOT NULL DEFAULT '0',
            `created_at` INT NOT NULL,
            `next_at` INT NOT NULL,
            `sent_at` INT NOT NULL DEFAULT '0',
            `error` VARCHAR(120) NOT NULL DEFAULT '',
            PRIMARY KEY (`outbox_id`),
            UNIQUE KEY `event_id` (`event_id`),
            KEY `due` (`sent_at`, `next_at`)
        ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci");

        $this->load->model('setting/event');
        foreach (self::EVENTS as $code => [$trigger, $method]) {
            $this->model_setting_event->deleteEventByCode($code);
            $this->model_setting_event->addEvent([
                'code' => $code,
                'description' => 'Tidings: an order has changed',
                'trigger' => $trigger,
                'action' => self::ROUTE . '.' . $method,
                'status' => 1,
                'sort_order' => 0,
            ]);
        }
        $this->cron(fn (object $cron) => $cron->addCron('tidings', 'Tidings: sends what is due', 'hour', self::ROUTE . '.cron', true));
    }

    public function uninstall(): void
    {
        if (!$this->user->hasPermission('modify', 'extension/module') && !$this->user->hasPermission('modify', self::ROUTE)) {
            return;
        }
        $this->load->model('setting/event');
        foreach (array_keys(self::EVENTS) as $code) {
            $this->model_setting_event->deleteEventByCode($code);
        }
        $this->cron(fn (object $cron) => null);
        $this->db->query("DROP TABLE IF EXISTS `" . DB_PREFIX . "tidings_outbox`");
    }

    /** The server's cron does the same; some versions have none of their own. */
    private function cron(callable $add): void
    {
        try {
            $this->load->model('setting/cron');
            $this->model_setting_cron->deleteCronByCode('tidings');
            $add($this->model_setting_cron);
        } catch (\Throwable $error) {
            $this->log->write('Tidings: no hourly cron: ' . get_class($error));
        }
    }

    /** How the outbox is. */
    private function health(): array
    {
        try {
            $row = $this->db->query("SELECT SUM(`sent_at` = 0 AND `next_at` > 0) AS `waiting`, SUM(`sent_at` = 0 AND `next_at` = 0) "
                . "AS `given_up`, MAX(`created_at`) AS `last_event`, MAX(`sent_at`) AS `last_sent` FROM `" . DB_PREFIX
                . "tidings_outbox`")->row;
            $error = $this->db->query("SELECT `error` FROM `" . DB_PREFIX . "tidings_outbox` WHERE `error` <> '' AND `sent_at` = 0 "
                . "ORDER BY `outbox_id` DESC LIMIT 1")->row;
        } catch (\Throwable) {
            return [];
        }
        $time = fn (string $name) => empty($row[$name]) ? '–' : gmdate('Y-m-d H:i:s', (int)$row[$name]) . ' UTC';
        return [
            'waiting' => (int)($row['waiting'] ?? 0),
            'given_up' => (int)($row['given_up'] ?? 0),
            'last_event' => $time('last_event'),
            'last_sent' => $time('last_sent'),
            'error' => (string)($error['error'] ?? ''),
        ];
    }
}
