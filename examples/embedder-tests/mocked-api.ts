import { handlers, mockFetch } from '@clientele/mocks'
import { createClient, type Clientele } from '@clientele/sdk'

type Handlers = ReturnType<typeof handlers>

/** A client that is answered by mocks. It sends nothing twice, so that a failure shows at once. */
export function mockedApi(answers: Handlers = handlers()): Clientele {
  return createClient({ baseUrl: 'http://clientele.test', token: 'any', retries: 0, fetch: mockFetch(answers) })
}
