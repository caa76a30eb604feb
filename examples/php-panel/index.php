<?php
if (PHP_SAPI !== 'cli') {
    header("Content-Security-Policy: default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'");
}
$pages = ['Dashboard' => '#dashboard', 'Clients' => '#clients', 'Invoices' => '#invoices', 'Servers' => '#servers'];
$brands = ['nordlicht' => 'Nordlicht Hosting', 'copperline' => 'Copperline Web'];
?>
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Clients · Brightquay Panel</title>
<link rel="stylesheet" href="/bootstrap/bootstrap.min.css">
<link rel="stylesheet" href="/clientele/styles.css">
<link rel="stylesheet" href="/panel.css">
<script type="module" src="/panel.js"></script>
</head>
<body>
<nav class="navbar navbar-inverse navbar-static-top">
<div class="container-fluid">
<div class="navbar-header"><a class="navbar-brand" href="/">Brightquay Panel</a></div>
<ul class="nav navbar-nav">
<?php foreach ($pages as $name => $href): ?>
<li<?= $name === 'Clients' ? ' class="active"' : '' ?>><a href="<?= htmlspecialchars($href) ?>"><?= htmlspecialchars($name) ?></a></li>
<?php endforeach ?>
</ul>
</div>
</nav>
<div class="container-fluid">
<ol class="breadcrumb"><li><a href="#dashboard">Dashboard</a></li><li class="active">Clients</li></ol>
<div class="page-header"><h1>Clients <small>of two brands</small></h1></div>
<div class="alert alert-info" role="status">Maintenance on Sunday, <strong>02:00 to 03:00</strong>. <a class="alert-link" href="#more">More</a></div>
<?php foreach ($brands as $brand => $name): ?>
<div class="panel panel-default">
<div class="panel-heading"><h3 class="panel-title"><?= htmlspecialchars($name) ?></h3></div>
<div class="panel-body">
<div class="widget" id="<?= $brand ?>-clients" data-brand="<?= $brand ?>"><p>One moment …</p></div>
</div>
</div>
<?php endforeach ?>
<div class="panel panel-default">
<div class="panel-heading"><h3 class="panel-title">The record</h3></div>
<div class="panel-body"><div class="widget" id="record"><p>Choose a client.</p></div></div>
</div>
<h4>What the panel heard</h4>
<table class="table table-striped table-condensed">
<thead><tr><th>Brand</th><th>Event</th><th>Detail</th></tr></thead>
<tbody id="heard"></tbody>
</table>
</div>
</body>
</html>
