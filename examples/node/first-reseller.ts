import { createClient } from '@clientele/sdk'

// the first key, which is the platform's
const { CLIENTELE_URL: baseUrl = '', CLIENTELE_KEY: apiKey = '' } = process.env
const platform = createClient({ baseUrl, apiKey })

// your pages that the links in mails lead to: the token follows as the fragment
const page = 'https://panel.example.com/access'
await platform.settings.update({ links: { requestUrl: page, manageUrl: `${page}/manage` } })

const { id } = await platform.resellers.create({ displayName: 'Byron Hosting', publicIdentifier: 'byron' })
const { secret } = await platform.apiKeys.create({ accountId: id, role: 'reseller_owner', name: 'Scripts' })
console.log(`account ${id}\nkey     ${secret}`)
