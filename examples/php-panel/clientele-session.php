<?php
/*
 * Gives the widgets of Clientele a session for whoever is signed in to your panel.
 *
 * Copy this one file; it needs PHP 7.4 or later, and curl or allow_url_fopen. A page of yours calls it:
 *
 *     require 'clientele-session.php';
 *     clientele_session([
 *         'api_url' => 'https://clients.example.com',      // without /v1
 *         'api_key' => getenv('CLIENTELE_KEY'),            // ck_…, kept out of the web root and out of the repository
 *         'origins' => ['https://panel.example.com'],      // of your panel: scheme, host and port
 *         'who' => isset($_SESSION['staff']) ? [           // null for somebody who is signed out
 *             'account_id' => $_SESSION['staff']['clientele_account'], // from your records, never from the request
 *             'role' => 'reseller_sales',
 *             'viewer' => ['id' => $_SESSION['staff']['id'], 'name' => $_SESSION['staff']['name']],
 *             'signed_in_at' => $_SESSION['staff']['signed_in_at'], // Unix time; may be left out
 *         ] : null,
 *     ]);
 *
 * It answers a POST of your own pages with { "token", "expiresAt" }: 403 for a request of another page, 401 for
 * somebody who is signed out, 502 with the request id where the API gave no session. No cache keeps an answer.
 *
 * Was it run? Yes, as it stands, by `node try.ts` beside it, on PHP 8.2.32 (Debian 12) with curl and without, against
 * the real server: tokens of two accounts that work, each refusal above, and an account that the key may not speak for.
 * On PHP 7.4 it was not run; it uses nothing newer.
 */

function clientele_session(array $options): void
{
    foreach (['api_url', 'api_key', 'origins'] as $name) {
        if (empty($options[$name])) {
            throw new InvalidArgumentException("clientele_session() needs '$name', and got none.");
        }
    }
    $method = $_SERVER['REQUEST_METHOD'] ?? '';
    if ($method !== 'POST') {
        header('Allow: POST');
        clientele_answer(405, ['error' => 'method_not_allowed']);
        return;
    }
    // browsers send both with each POST: a page elsewhere must not get a token by the cookie of whoever looks at it
    $origin = $_SERVER['HTTP_ORIGIN'] ?? '';
    $site = $_SERVER['HTTP_SEC_FETCH_SITE'] ?? 'same-origin';
    if (!in_array($origin, $options['origins'], true) || $site !== 'same-origin') {
        clientele_answer(403, ['error' => 'wrong_origin']);
        return;
    }
    $who = $options['who'] ?? null;
    if ($who === null) {
        clientele_answer(401, ['error' => 'signed_out']);
        return;
    }
    $input = [
        'accountId' => $who['account_id'],
        'role' => $who['role'],
        'viewer' => $who['viewer'],
        'origins' => [$origin],
    ];
    if (isset($who['signed_in_at'])) {
        $input['authenticatedAt'] = gmdate('Y-m-d\TH:i:s\Z', (int) $who['signed_in_at']);
    }
    if (isset($options['expires_in'])) {
        $input['expiresIn'] = (int) $options['expires_in'];
    }
    [$status, $text] = clientele_post(rtrim($options['api_url'], '/') . '/v1/sessions', $options['api_key'], $input);
    $answer = json_decode($text, true);
    if ($status === 201 && is_string($answer['token'] ?? null)) {
        clientele_answer(200, ['token' => $answer['token'], 'expiresAt' => $answer['expiresAt']]);
        return;
    }
    $request_id = is_string($answer['requestId'] ?? null) ? $answer['requestId'] : null;
    $code = is_string($answer['code'] ?? null) ? $answer['code'] : 'no answer that can be read';
    error_log("Clientele gave no session: status $status, $code, request " . ($request_id ?? 'unknown'));
    clientele_answer(502, ['error' => 'no_session', 'requestId' => $request_id]);
}

/** Sends JSON, and gives status and text of the answer; status 0 where there is none. */
function clientele_post(string $url, string $key, array $input): array
{
    $body = json_encode($input, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
    $headers = ['Authorization: Bearer ' . $key, 'Content-Type: application/json', 'Accept: application/json'];
    if (function_exists('curl_init')) {
        $curl = curl_init($url);
        curl_setopt_array($curl, [
            CURLOPT_POST => true,
            CURLOPT_POSTFIELDS => $body,
            CURLOPT_HTTPHEADER => $headers,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_FOLLOWLOCATION => false, // the key would go along
            CURLOPT_TIMEOUT => 10,
        ]);
        $text = curl_exec($curl);
        return [(int) curl_getinfo($curl, CURLINFO_RESPONSE_CODE), is_string($text) ? $text : ''];
    }
    $http = [
        'method' => 'POST',
        'header' => $headers,
        'content' => $body,
        'timeout' => 10,
        'follow_location' => 0,
        'ignore_errors' => true, // an answer with an error has a body too
    ];
    $stream = @fopen($url, 'r', false, stream_context_create(['http' => $http]));
    if ($stream === false) {
        return [0, ''];
    }
    $status_line = stream_get_meta_data($stream)['wrapper_data'][0] ?? '';
    $text = stream_get_contents($stream);
    fclose($stream);
    return [preg_match('~^HTTP/\S+ (\d{3})~', $status_line, $found) ? (int) $found[1] : 0, (string) $text];
}

function clientele_answer(int $status, array $body): void
{
    http_response_code($status);
    header('Content-Type: application/json');
    header('Cache-Control: no-store');
    header('Vary: Origin, Cookie');
    echo json_encode($body);
}
