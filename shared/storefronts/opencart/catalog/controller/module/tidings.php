<?php
// Events of orders go into the outbox; the sender empties it; `since` answers what changed in a time.

namespace Opencart\Catalog\Controller\Extension\Tidings\Module;

require_once __DIR__ . '/../../../system/library/protocol.php';

use Tidings\Protocol;

class Tidings extends \Opencart\System\Engine\Controller
{
    private static bool $sends = false;

    /** After an order's history has got an entry. Nothing that goes wrong here may reach the checkout. */
    public function changed(string &$route = '', array &$args = [], mixed &$output = null): void
    {
        $this->record('order.history_added', (int)($args[0] ?? 0));
    }

    /** Before an order is deleted: afterwards there is nothing left to tell of. */
    public function deleted(string &$route = '', array &$args = []): void
    {
        $this->record('order.deleted', (int)($args[0] ?? 0));
    }

    /** OpenCart's own cron. */
    public function cron(int $cron_id = 0, string $code = '', string $cycle = '', string $date_added = '', string $date_modified = ''): void
    {
        if ($cron_id > 0) {
            $this->drain(50, 5);
        }
    }

    /** The server's cron, every minute: `…/index.php?route=extension/tidings/module/tidings.send&key=…`. */
    public function send(): void
    {
        $key = (string)($this->request->get['key'] ?? '');
        if ($this->isOn() && hash_equals(Protocol::cronKey($this->secret()), $key)) {
            $this->answer(200, ['sent' => $this->drain(50, 5)]);
        } else {
            $this->answer(401, ['error' => 'the key is not the one that the extension shows']);
        }
    }

    /** What changed: `from` and `to` in Unix seconds, `after` the last order's number, at most `limit`. Signed. */
    public function since(): void
    {
        $get = fn (string $name) => min(max(0, (int)($this->request->get[$name] ?? 0)), 0x7fffffff);
        $header = fn (string $name) => (string)($this->request->server['HTTP_WEBHOOK_' . $name] ?? '');
        [$from, $to, $after, $limit] = [$get('from'), $get('to'), $get('after'), $get('limit')];
        $question = Protocol::question($from, $to, $after, $limit);
        $signature = html_entity_decode($header('SIGNATURE'), ENT_QUOTES);
        if (!$this->isOn() || !Protocol::isGenuine($this->secret(), $header('ID'), $header('TIMESTAMP'), $question, $signature, time())) {
            $this->answer(401, ['error' => 'not signed with the secret that the extension shows']);
            return;
        }
        try {
            $limit = min(max($limit, 1), 100);
            $model = $this->model();
            $numbers = $model->since($from, $to, $after, $limit);
            $events = [];
            foreach ($numbers as $number) {
                $event = $model->event('order.history_added', $number);
                if ($event) {
                    $events[] = $event;
                }
            }
            $this->answer(200, ['events' => $events, 'next' => count($numbers) === $limit ? end($numbers) : null]);
        } catch (\Throwable $error) {
            $this->note($error);
            $this->answer(500, ['error' => 'see the error log']);
        }
    }

    private function record(string $type, int $order_id): void
    {
        try {
            if ($order_id > 0 && $this->isOn()) {
                $this->model()->record($type, $order_id);
                $this->sendLater();
            }
        } catch (\Throwable $error) {
            $this->note($error);
        }
    }

    /** Sends once the customer has the page; where the server cannot do that, cron sends. */
    private function sendLater(): void
    {
        $finish = array_filter(['fastcgi_finish_request', 'litespeed_finish_request'], 'function_exists');
        if (self::$sends || !$finish) {
            return;
        }
        self::$sends = true;
        register_shutdown_function(function () use ($finish): void {
            try {
                reset($finish)();
                $this->drain(3, 3);
            } catch (\Throwable $error) {
                $this->note($error);
            }
        });
    }

    /** Sends what is due, oldest first, until one fails. */
    private function drain(int $limit, int $timeout): int
    {
        $sent = 0;
        try {
            $model = $this->model();
            if (!$this->isOn() || !$model->lock()) {
                return 0;
            }
            try {
                foreach ($model->due($limit) as $row) {
                    $error = $this->post($row['event_id'], $row['payload'], $timeout);
                    if ($error !== '') {
                        $model->failed($row, $error);
                        break;
                    }
                    $model->sent((int)$row['outbox_id']);
                    $sent++;
                }
                $model->clean();
            } finally {
                $model->unlock();
            }
        } catch (\Throwable $error) {
            $this->note($error);
        }
        return $sent;
    }

    /** What went wrong; empty if it arrived. */
    private function post(string $id, string $body, int $timeout): string
    {
        $now = time();
        $curl = curl_init(Protocol::text($this->config->get('module_tidings_url')));
        curl_setopt_array($curl, [
            CURLOPT_POST => true,
            CURLOPT_POSTFIELDS => $body,
            CURLOPT_HTTPHEADER => [
                'content-type: application/json',
                'user-agent: tidings/' . Protocol::VERSION . ' OpenCart/' . VERSION,
                'webhook-id: ' . $id,
                'webhook-timestamp: ' . $now,
                'webhook-signature: ' . Protocol::sign($this->secret(), $id, $now, $body),
            ],
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_PROTOCOLS => CURLPROTO_HTTPS,
            CURLOPT_CONNECTTIMEOUT => min(3, $timeout),
            CURLOPT_TIMEOUT => $timeout,
            CURLOPT_SSL_VERIFYPEER => true,
            CURLOPT_SSL_VERIFYHOST => 2,
        ]);
        $answer = curl_exec($curl);
        $status = (int)curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        $error = $answer === false ? curl_error($curl) : ($status >= 200 && $status < 300 ? '' : 'answered ' . $status);
        curl_close($curl);
        return $error;
    }

    private function isOn(): bool
    {
        return (bool)$this->config->get('module_tidings_status') && Protocol::isSecret($this->secret());
    }

    private function secret(): string
    {
        return (string)$this->config->get('module_tidings_secret');
    }

    private function model(): object
    {
        $this->load->model('extension/tidings/module/tidings');
        return $this->model_extension_tidings_module_tidings;
    }

    private function answer(int $status, array $body): void
    {
        http_response_code($status);
        $this->response->addHeader('Content-Type: application/json');
        $this->response->addHeader('Cache-Control: no-store');
        $this->response->setOutput(Protocol::json($body));
    }

    /** Where and what, nothing of an order. */
    private function note(\Throwable $error): void
    {
        try {
            $this->log->write('Tidings: ' . get_class($error) . ' at ' . basename($error->getFile()) . ':' . $error->getLine());
        } catch (\Throwable) {
            // A log that cannot be written must not break a checkout either.
        }
    }
}
