import { createClient, isApiError } from '@clientele/sdk'

const { CLIENTELE_URL: baseUrl = '', CLIENTELE_KEY: apiKey = '' } = process.env
const clientele = createClient({ baseUrl, apiKey })

try {
  const added = await clientele.clients.create({
    form: 'quick',
    person: { firstName: 'Ada', lastName: 'Byron' },
    company: 'Byron Engines',
  })
  console.log(`Added: ${added.name}`)
} catch (error) {
  // the codes are a closed list, and each types its data
  if (!isApiError(error, 'duplicate_suspected')) throw error
  console.log(`There already: ${error.data.candidates.map(({ name }) => name).join(', ')}`)
}

// page after page, as far as it is read
for await (const { name, status } of clientele.clients.list({ q: 'byr', sort: 'name' })) {
  console.log(`${name} is ${status}`)
}
