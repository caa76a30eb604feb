const assert = require('node:assert/strict')

/** What a stranger does first: a server in memory, its first key, a client added and listed; the same with mocks. */
exports.runWith = async function runWith(kind, contract, sdk, { createServer }, mocks) {
  const mocked = sdk.createClient({
    baseUrl: 'http://127.0.0.1',
    token: 'any',
    fetch: mocks.mockFetch([mocks.mock(contract.clients.list, mocks.aPage([mocks.aClient({ name: 'Blue Ocean' })]))]),
  })
  assert.equal((await mocked.clients.list()).data[0].name, 'Blue Ocean')
  const server = createServer({ database: 'memory:' })
  try {
    const { secret } = await server.bootstrap({ name: 'Example Hosting' })
    const clientele = sdk.createClient({
      baseUrl: 'http://127.0.0.1',
      apiKey: secret,
      fetch: (request) => server.fetch(request),
    })
    const added = await clientele.clients.create({
      form: 'quick',
      person: { firstName: 'Ada', lastName: 'Okafor' },
    })
    const { data } = await clientele.clients.list()
    assert.deepEqual(
      data.map((client) => client.id),
      [added.id],
    )
    assert.equal(contract.errors.not_found.status, 404)
    console.log(`${kind}: a client was added and listed`)
  } finally {
    await server.close()
  }
}
