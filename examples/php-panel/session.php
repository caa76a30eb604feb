<?php
// POST session.php?brand=nordlicht: the token of one of the two brands that this panel manages.
require __DIR__ . '/clientele-session.php';

// In place of $_SESSION of a panel with a sign-in: this staff member works for both brands.
$staff = ['id' => 'staff-7', 'name' => 'Lena Brandt'];
$brands = [
    'nordlicht' => getenv('ACCOUNT_NORDLICHT'),
    'copperline' => getenv('ACCOUNT_COPPERLINE'),
    'refused' => getenv('ACCOUNT_REFUSED'), // an account that the key may not speak for
];

// the request may choose among the brands of its sender, and no other
$brand = $_GET['brand'] ?? '';
$account = is_string($brand) ? ($brands[$brand] ?? null) : null;

clientele_session([
    'api_url' => getenv('CLIENTELE_URL'),
    'api_key' => getenv('CLIENTELE_KEY'),
    'origins' => explode(' ', (string) getenv('PANEL_ORIGINS')),
    'who' => $account ? ['account_id' => $account, 'role' => 'reseller_owner', 'viewer' => $staff] : null,
]);
