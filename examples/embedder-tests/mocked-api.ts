import { handlers, mockFetch } from '@clientele/mocks'
import { createClient, type Clientele } from '@clientele/sdk'

type Handlers = ReturnType<typeof handlers>

/**
 * A client that is answered by mocks: for somebody who is signed in, or for the holder of a link. It sends nothing twice,
 * so that a failure shows at once.
 */
export function mockedApi(answers: Handlers = handlers(), link?: string): Clientele {
  const who = link === undefined ? { token: 'any' } : { link }
  return createClient({ baseUrl: 'http://clientele.test', ...who, retries: 0, fetch: mockFetch(answers) })
}
