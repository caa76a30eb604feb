import type { Endpoint } from '../contract-table.ts'

/** The example call of a row, as a request. */
export function callOfRow({ row, example }: Endpoint, headers: Record<string, string> = {}): Request {
  const { id } = Object(example.params) as { id?: string }
  const path = row.path.replace('{id}', id ?? '')
  const hasBody = row.method !== 'GET' && !row.bodyless
  return new Request(`http://clientele.test/v1${path}`, {
    method: row.method,
    headers: { authorization: 'Bearer any', ...(hasBody ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(hasBody ? { body: JSON.stringify(example.input) } : {}),
  })
}
