const assert = require('node:assert/strict')

/** What a server does that renders a page with the kit: one provider for components of both entry points. */
exports.renderWith = function renderWith(kind, kit, { de }, { createClient }, { createElement }, { renderToString }) {
  const client = createClient({ baseUrl: 'http://127.0.0.1', token: 'none' })
  const table = createElement(kit.ClientTable, {})
  const panel = createElement(kit.AccessPanel, { clientId: 'acc_01J9Z3K4M5N6P7Q8R9S0T1V2W3' })
  const html = renderToString(createElement(kit.ClienteleProvider, { client, locale: de }, table, panel))
  assert.match(html, /data-clientele="client-table".*data-clientele="access-panel"/s)
  assert.doesNotMatch(html, /style=/)
  console.log(`${kind}: table and panel were rendered to ${html.length} characters`)
}
