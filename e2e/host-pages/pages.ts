/** The pages that the kit is mounted into, with the style sheets that each links before the kit's. */
export const hosts = {
  plain: [],
  'bootstrap-3': ['/bootstrap/bootstrap.min.css', '/hosts/ten-px.css'],
  'bootstrap-5': ['/hosts/bootstrap-5.css', '/hosts/ten-px.css'],
  tailwind: ['/hosts/preflight.css'],
  'tailwind-10px': ['/hosts/preflight.css', '/hosts/ten-px.css'],
} as const satisfies Record<string, readonly string[]>

export type HostName = keyof typeof hosts

/** A page with a stage for the kit, of a size that does not depend on the styles of the host. */
export function stagePage(host: HostName): string {
  return stageFor('/hosts/stage.js', host)
}

/** The same stage for the parts that open above a page. */
export function partsPage(host: HostName): string {
  return stageFor('/hosts/parts.js', host)
}

/** A page full of what hosts have, without anything of the kit; its widgets keep their size whatever is put into them. */
export function fullPage(host: HostName): string {
  return page([...hosts[host], '/hosts/stage.css'], hostElements, [])
}

function stageFor(script: string, host: HostName): string {
  const styles = [...hosts[host], '/clientele/styles.css', '/hosts/stage.css']
  return page(styles, '<div class="stage"></div>', [script])
}

function page(styles: readonly string[], body: string, scripts: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A host's page</title>
${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
${scripts.map((src) => `<script type="module" src="${src}"></script>`).join('\n')}
</head>
<body>
${body}
</body>
</html>
`
}

// names that the kit uses on its own elements stand here on the host's
const hostElements = `
<header class="navbar navbar-default" data-part="toolbar" data-state="open"><a class="navbar-brand" href="#a">Panel</a></header>
<main class="container">
<h1>Heading <small>small</small></h1><h2>Two</h2><h3>Three</h3><p class="lead">Text with <a href="#b">a link</a>,
<strong>bold</strong>, <em>stress</em>, <code>code</code>, <kbd>Ctrl</kbd>, <mark>a mark</mark>, <abbr title="x">abbr</abbr>.</p>
<ul><li>One</li><li>Two<ol><li>In it</li></ol></li></ul><dl><dt>Term</dt><dd>Meaning</dd></dl><blockquote>Said</blockquote><hr>
<form data-part="form"><fieldset data-part="section"><legend data-part="legend">Legend</legend>
<label data-part="label">Name <input class="form-control" data-part="control" value="x"></label>
<label><input type="checkbox" checked data-part="checkbox"> Check</label> <label><input type="radio" name="r" checked> Radio</label>
<select class="form-control"><option>One</option></select><textarea class="form-control" rows="2">Text</textarea>
<button class="btn btn-primary" data-part="button" data-look="primary" type="button">Save</button>
<button class="btn btn-default" disabled type="button">Off</button><input type="search" placeholder="Search">
<progress value="0.5"></progress><output>3</output></fieldset></form>
<table class="table table-striped" data-part="table"><caption>Caption</caption><thead><tr><th data-part="cell">A</th><th>B</th></tr></thead>
<tbody><tr data-part="row"><td data-part="cell">1</td><td>2</td></tr></tbody></table>
<details open><summary>More</summary><p data-part="text">Inside</p></details><dialog open data-part="dialog">Dialog</dialog>
<article data-part="record" data-theme="dark"><span data-part="badge" data-tone="positive" class="label label-default">Badge</span>
<span data-part="hidden-text">Not hidden here</span><div data-part="notice" hidden>Hidden</div></article>
<div class="alert alert-info" role="status">Note</div><pre>pre</pre><figure><figcaption>Figure</figcaption></figure>
<div class="widget" id="one"></div><div class="widget" id="two"></div><div class="widget" id="three"></div>
</main><footer><address>Address</address></footer>`
