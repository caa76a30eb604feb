import { mount } from '/clientele/mount.js'

const token = async () => (await fetch('/session.php?brand=nordlicht', { method: 'POST' })).json()
const { clientId } = Object.fromEntries(new URLSearchParams(location.search))
const stage = document.querySelector('.stage')

const components = [
  ['ClientTable', { onOpen: true, onSelectionChange: true }],
  ['AddClientForm', { onCancel: true }],
  ['AddClientForm', { defaultForm: 'organization' }],
  ['ClientPanel', { clientId }],
]
for (const [name, props] of components) {
  mount(stage.appendChild(document.createElement('div')), name, { baseUrl: '/', token, ...props })
}
