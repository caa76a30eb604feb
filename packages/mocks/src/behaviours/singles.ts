import { nextEtag, requireVersion, type Behaviour } from '../answers/mock-call.ts'

/** Reads what there is one of. */
export const getSingle: Behaviour = ({ store, endpoint }) => store.single(endpoint.resource)

/** Changes what there is one of: what is left out stays as it is, at every depth. */
export const updateSingle: Behaviour = (call) => {
  const { store, endpoint, input } = call
  const before: Record<string, unknown> = { ...Object(store.single(endpoint.resource)) }
  requireVersion(call, before['etag'])
  const after = merged(before, input)
  if (JSON.stringify(after) === JSON.stringify(before)) return before
  const saved = 'etag' in before ? { ...after, etag: nextEtag(before['etag']) } : after
  store.setSingle(endpoint.resource, saved)
  return saved
}

/** Plain objects are merged, everything else is replaced. */
export function merged(before: object, changes: object): Record<string, unknown> {
  const result: Record<string, unknown> = { ...before }
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) continue
    const old = result[key]
    result[key] = isPlain(old) && isPlain(value) ? merged(old, value) : value
  }
  return result
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
