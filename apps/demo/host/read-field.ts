import type { HonoRequest } from 'hono'

/** One field of a body in JSON, whatever it holds; `undefined` where there is none. */
export async function fieldOf(request: HonoRequest, name: string): Promise<unknown> {
  const body: unknown = await request.json().catch(() => null)
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined
}
