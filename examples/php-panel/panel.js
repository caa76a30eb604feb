import { mount } from '/clientele/mount.js'

/** Asks the panel's backend for a token: who is signed in, it knows by its own cookie. */
async function tokenOf(brand) {
  const response = await fetch(`/session.php?brand=${brand}`, { method: 'POST' })
  if (!response.ok) throw new Error(`The panel gave no token: ${response.status}`)
  return response.json()
}

const access = Object.fromEntries(
  ['nordlicht', 'copperline'].map((brand) => [brand, { baseUrl: '/', token: () => tokenOf(brand) }]),
)

const look = { locale: new URLSearchParams(location.search).get('locale') ?? 'en' }

for (const place of document.querySelectorAll('[data-brand]')) {
  mount(place, 'ClientTable', { ...access[place.dataset.brand], ...look, onOpen: true })
}

// the events bubble: one listener hears all tables
let record
document.addEventListener('clientele:open', ({ target, detail }) => {
  const props = { ...access[target.dataset.brand], ...look, clientId: detail }
  if (record) record.update(props)
  else record = mount('#record', 'ClientPanel', props)
})

for (const name of ['open', 'created', 'updated', 'query-change']) {
  document.addEventListener(`clientele:${name}`, ({ target, type, detail }) => {
    const cells = [target.dataset.brand ?? target.id, type, JSON.stringify(detail.name ?? detail)]
    const row = document.querySelector('#heard').insertRow()
    for (const text of cells) row.insertCell().textContent = text
  })
}
