import type { Endpoint } from '../contract-table.ts'

/** The example call of a row, as a request of somebody who may make it. */
export function callOfRow({ row, example }: Endpoint, headers: Record<string, string> = {}): Request {
  const params: Record<string, string> = { ...Object(example.params) }
  const path = row.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  const hasBody = row.method !== 'GET' && !row.bodyless
  const caller: Record<string, string> = row.link ? { 'clientele-link': 'any' } : { authorization: 'Bearer any' }
  return new Request(`http://clientele.test/v1${path}`, {
    method: row.method,
    headers: { ...(row.public ? {} : caller), ...(hasBody ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(hasBody ? { body: JSON.stringify(example.input) } : {}),
  })
}
