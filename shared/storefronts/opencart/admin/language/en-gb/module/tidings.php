<?php
$_['heading_title'] = 'Tidings';

$_['text_extension'] = 'Extensions';
$_['text_success'] = 'Saved.';
$_['text_edit'] = 'Order mails by Tidings';
$_['text_health'] = 'Outbox';
$_['text_waiting'] = 'Waiting to be sent';
$_['text_given_up'] = 'Given up after three days (Tidings asks for them by itself)';
$_['text_last_event'] = 'Last change of an order';
$_['text_last_sent'] = 'Last one that arrived';
$_['text_error'] = 'Last error';

$_['entry_url'] = 'Webhook URL';
$_['entry_secret'] = 'Secret';
$_['entry_api'] = 'Address for Tidings';
$_['entry_cron'] = 'Cron URL';
$_['entry_status'] = 'Status';

$_['help_url'] = 'https://…/webhooks/storefronts/opencart/… from your Tidings deployment.';
$_['help_secret'] = 'The same in the connection\'s parameter, under opencart, secrets.';
$_['help_api'] = 'For the connection\'s parameter, under opencart, api.';
$_['help_cron'] = 'Let your server\'s cron get it every minute. Save first.';

$_['error_permission'] = 'You may not change this extension.';
$_['error_url'] = 'An address that begins with https://';
$_['error_secret'] = 'whsec_ and base64 of at least 24 bytes';
