import type { AccessLevel, AccessRequest, accessRequests, Client, FieldError } from '@clientele/contract'
import type { CallTo } from '../../answers/mock-call.ts'
import { refuseFields } from '../../answers/read-request.ts'
import { Refusal } from '../../refusal.ts'
import { newestOf } from '../access-levels/levels.ts'
import { durationErrors } from './durations.ts'

type Create = CallTo<typeof accessRequests.create>

/** What is asked for, with everything that was left open decided. */
interface CheckedRequest extends Pick<AccessRequest, 'scope' | 'languageCode' | 'duration' | 'autoExtend'> {
  level: AccessLevel
}

/** Checks what is asked for. Domains in a scope are looked at by the server alone. */
export function checkRequest(call: Create, client: Client): CheckedRequest {
  const { input, store } = call
  const level = levelToAskFor(call)
  const { maxDuration } = store.single('settings').access
  const { duration = maxDuration, autoExtend = null } = input
  const scope = input.scope ?? { kind: level.family === 'console' ? 'sold_plus_ticked' : 'all' }
  const wanted = input.languageCode ?? client.languageCode
  const languageCode = languageOf(level, wanted)
  refuseFields([
    ...durationErrors(call, { duration, autoExtend }, maxDuration),
    ...buyingErrors(level, scope),
    ...scopeErrors(call, scope, client),
    ...(input.languageCode !== undefined && !languageCode ? [noSuchLanguage(level)] : []),
  ])
  return { level, scope: withoutRepeats(scope), languageCode: languageCode ?? 'en', duration, autoExtend }
}

function levelToAskFor(call: Create): AccessLevel {
  const { level: wanted } = call.input
  const [key = ''] = wanted.split('@')
  const newest = newestOf(call, key)
  const named = wanted.includes('@') ? call.store.find('accessLevels', wanted) : newest
  if (named && named.version !== newest?.version) {
    const level = newest?.selectable ? newest.id : null
    throw new Refusal('level_version_retired', `${wanted} is not offered any more.`, { level })
  }
  if (named?.selectable) return named
  const code = 'level_not_selectable'
  throw new Refusal('validation_failed', 'Nothing was changed.', { errors: [{ pointer: '/level', code }] })
}

/** What is bought anew belongs to none of those that a narrower scope names (R6). */
function buyingErrors({ capabilities }: AccessLevel, { kind }: AccessRequest['scope']): FieldError[] {
  if (kind === 'all' || !capabilities.includes('products.purchase')) return []
  return [
    { ...invalidChoice('/scope/kind', 'A level that buys is for the whole account.'), data: { choices: ['all'] } },
  ]
}

function scopeErrors({ store }: Create, scope: AccessRequest['scope'], { id: clientId }: Client): FieldError[] {
  if (scope.kind !== 'subscriptions') return []
  const known = store.records('subscriptions').filter((one) => one.clientId === clientId)
  return scope.ids.flatMap((id, place) =>
    known.some((one) => one.id === id)
      ? []
      : [invalidChoice(`/scope/ids/${place}`, 'The client has no such subscription.')],
  )
}

function withoutRepeats(scope: AccessRequest['scope']): AccessRequest['scope'] {
  if (scope.kind === 'subscriptions') return { ...scope, ids: [...new Set(scope.ids)] }
  return scope.kind === 'domains' ? { ...scope, names: [...new Set(scope.names)] } : scope
}

/** A language that the level has texts in: the very one, or the same without a region. */
function languageOf({ texts }: AccessLevel, wanted: string | null): string | undefined {
  const parts = wanted?.split('-') ?? []
  const candidates = parts.map((_, count) => parts.slice(0, parts.length - count).join('-'))
  return candidates.find((candidate) => Object.hasOwn(texts, candidate))
}

function noSuchLanguage({ texts }: AccessLevel): FieldError {
  const choices = Object.keys(texts)
  const detail = `The level has texts in ${choices.join(', ')}.`
  return { pointer: '/languageCode', code: 'language_not_supported', detail, data: { choices } }
}

export const draftSupersedes: FieldError = invalidChoice('/supersede', 'A draft takes the place of nothing. Send it.')

export function invalidChoice(pointer: string, detail: string): FieldError {
  return { pointer, code: 'invalid_choice', detail }
}
