import { createClient, type Clientele } from '@clientele/sdk'
import type { HttpHandler } from 'msw/http'
import { mockFetch } from '../mock-fetch.ts'

/** A client that handlers answer, as an embedder's test has it. */
export function mockedClient(handlers: readonly HttpHandler[]): Clientele {
  return createClient({ baseUrl: 'http://clientele.test', token: 'any', retries: 0, fetch: mockFetch(handlers) })
}

/** What a call was refused with. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ code: string; status: number; data: unknown; message: string }> {
  const end = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (end === undefined) throw new Error('The call was not refused.')
  return end as Awaited<ReturnType<typeof refusalOf>>
}
