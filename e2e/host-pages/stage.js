import { mount } from '/clientele/mount.js'
import { rightToLeft } from '/hosts/parts-page.js'

const token = async () => (await fetch('/session.php?brand=nordlicht', { method: 'POST' })).json()
const { clientId, dir, theme, locale, only } = Object.fromEntries(new URLSearchParams(location.search))
const stage = document.querySelector('.stage')

const look = { theme, locale: dir === 'rtl' ? rightToLeft : locale }
const everything = [
  ['ClientTable', { onOpen: true, onSelectionChange: true }],
  ['AddClientForm', { onCancel: true }],
  ['AddClientForm', { defaultForm: 'organization' }],
  ['ClientPanel', { clientId }],
]
// one alone, where the page is asked for it
const components = only ? [[only, { clientId }]] : everything
for (const [name, props] of components) {
  mount(stage.appendChild(document.createElement('div')), name, { baseUrl: '/', token, ...look, ...props })
}
