const assert = require('node:assert/strict')

/** What a server does that renders a page with the kit. */
exports.renderWith = function renderWith(kind, kit, { de }, { createClient }, { createElement }, { renderToString }) {
  const client = createClient({ baseUrl: 'http://127.0.0.1', token: 'none' })
  const table = createElement(kit.ClientTable, {})
  const html = renderToString(createElement(kit.ClienteleProvider, { client, locale: de }, table))
  assert.match(html, /data-clientele="client-table"/)
  assert.doesNotMatch(html, /style=/)
  console.log(`${kind}: the table was rendered to ${html.length} characters`)
}
