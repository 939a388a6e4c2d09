<?php
// What is agreed with Tidings: signatures, times of trying again, text. Nothing here reads a database or a clock.

namespace Tidings;

final class Protocol
{
    public const VERSION = '1.0.0';

    /** Seconds to wait after each attempt; the last one repeats. */
    private const WAITS = [60, 300, 1800, 7200, 21600, 86400];
    /** An event that is older is left to reconciliation. */
    private const GIVE_UP_AFTER = 3 * 86400;
    /** How far a signed time may be off, in seconds. */
    private const SKEW = 300;

    /** Standard Webhooks: `v1,` and the base64 of HMAC-SHA256 over id, time and body. */
    public static function sign(string $secret, string $id, int $timestamp, string $body): string
    {
        $key = self::key($secret);
        if ($key === '') {
            throw new \InvalidArgumentException('the secret is not whsec_ and base64');
        }
        return 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
    }

    /** Whether a question was signed with the secret, and lately. */
    public static function isGenuine(
        string $secret,
        string $id,
        string $timestamp,
        string $message,
        string $signatures,
        int $now
    ): bool {
        if (self::key($secret) === '' || !ctype_digit($timestamp) || strlen($timestamp) > 12 || $id === '') {
            return false;
        }
        $wanted = self::sign($secret, $id, (int)$timestamp, $message);
        $genuine = false;
        foreach (explode(' ', $signatures) as $signature) {
            $genuine = hash_equals($wanted, $signature) || $genuine;
        }
        return $genuine && abs($now - (int)$timestamp) <= self::SKEW;
    }

    /** What a question for changes signs. */
    public static function question(int $from, int $to, int $after, int $limit): string
    {
        return "since.$from.$to.$after.$limit";
    }

    /** When to try again after so many failed attempts; null: not at all. */
    public static function nextAttempt(int $attempts, int $createdAt, int $now): ?int
    {
        $wait = self::WAITS[min(max($attempts, 1), count(self::WAITS)) - 1];
        $next = $now + $wait;
        return $next - $createdAt > self::GIVE_UP_AFTER ? null : $next;
    }

    /** Stays the same however often the event is sent. */
    public static function eventId(int $orderId, int $historyId): string
    {
        return "oc_{$orderId}_{$historyId}";
    }

    /** What the cron URL carries, so that strangers do not start the sender. */
    public static function cronKey(string $secret): string
    {
        return substr(hash_hmac('sha256', 'cron', self::key($secret)), 0, 32);
    }

    public static function newSecret(): string
    {
        return 'whsec_' . base64_encode(random_bytes(32));
    }

    public static function isSecret(string $secret): bool
    {
        return strlen(self::key($secret)) >= 24;
    }

    /** OpenCart stores what people typed with HTML entities: O&#039;Brien, M&uuml;ller. */
    public static function text(mixed $stored): string
    {
        return html_entity_decode((string)($stored ?? ''), ENT_QUOTES | ENT_HTML5, 'UTF-8');
    }

    public static function utc(int $time, int $micros = 0): string
    {
        return gmdate('Y-m-d\TH:i:s', $time) . ($micros > 0 ? sprintf('.%06d', min($micros, 999999)) : '') . 'Z';
    }

    public static function json(array $value): string
    {
        $flags = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE;
        return json_encode($value, $flags | JSON_THROW_ON_ERROR);
    }

    private static function key(string $secret): string
    {
        $secret = trim($secret);
        $text = str_starts_with($secret, 'whsec_') ? substr($secret, 6) : $secret;
        $key = base64_decode($text, true);
        return $key === false ? '' : $key;
    }
}
