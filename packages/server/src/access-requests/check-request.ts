import type { AccessRequest, CreateAccessRequest, FieldError } from '@clientele/contract'
import { levelId, offeredLevels, parseLevelId, readLevel, type LevelRow } from '../access-levels/access-levels.store.ts'
import { domainError } from '../clients/table-checks.ts'
import type { Tx } from '../database/transaction.ts'
import { shifted } from '../duration.ts'
import { Refusal, refuseInvalid } from '../refusal.ts'
import type { AskedClient } from './access-requests.store.ts'
import type { AskingSettings } from './request-facts.ts'
import type { No } from './requests.rules.ts'

/** What is asked for, with everything that was left open decided. */
export interface CheckedRequest {
  level: LevelRow
  scope: AccessRequest['scope']
  languageCode: string
  duration: string | null
  autoExtend: string | null
}

/** Checks what is asked for, and decides what was left open. Wants a transaction in system scope. */
export async function checkRequest(
  tx: Tx,
  input: CreateAccessRequest,
  client: AskedClient,
  settings: AskingSettings,
  now: Date,
): Promise<CheckedRequest> {
  const level = await levelToAskFor(tx, input.level)
  const duration = input.duration === undefined ? settings.maxDuration : input.duration
  const autoExtend = input.autoExtend ?? null
  const scope = input.scope ?? defaultScope(level)
  const languageCode = languageOf(level, input.languageCode ?? client.languageCode)
  refuseInvalid([
    ...durationErrors({ duration, autoExtend }, settings.maxDuration, now),
    ...buyingErrors(level, scope),
    ...(await scopeErrors(tx, scope, client)),
    ...(input.languageCode !== undefined && !languageCode ? [noSuchLanguage(level)] : []),
  ])
  return { level, scope: withoutRepeats(scope), languageCode: languageCode ?? 'en', duration, autoExtend }
}

/** R5, R22: one of the levels that are offered. */
async function levelToAskFor(tx: Tx, wanted: string): Promise<LevelRow> {
  const { key, version } = parseLevelId(wanted)
  const offered = await readLevel(tx, key)
  const named = version === undefined ? offered : await readLevel(tx, key, version)
  if (named && named.version !== offered?.version) {
    const level = offered?.selectable ? levelId(offered) : null
    const detail = `${wanted} is not offered any more. Ask for ${level ?? 'another level'}.`
    throw new Refusal('level_version_retired', detail, { data: { level } })
  }
  if (!named?.selectable) {
    const levels = (await offeredLevels(tx)).map(levelId).join(', ')
    const detail = `There is no ${wanted} to ask for. There are: ${levels}.`
    refuseInvalid([{ pointer: '/level', code: 'level_not_selectable', detail }])
  }
  return named as LevelRow
}

/** A console is for what the reseller looks after, products are for the whole account, unless it is narrowed. */
export function defaultScope({ family }: Pick<LevelRow, 'family'>): AccessRequest['scope'] {
  return { kind: family === 'console' ? 'sold_plus_ticked' : 'all' }
}

function withoutRepeats(scope: AccessRequest['scope']): AccessRequest['scope'] {
  if (scope.kind === 'subscriptions') return { ...scope, ids: [...new Set(scope.ids)] }
  return scope.kind === 'domains' ? { ...scope, names: [...new Set(scope.names)] } : scope
}

/** A language that the level has texts in: the very one, or the same without a region. */
function languageOf({ texts }: LevelRow, wanted: string | null): string | undefined {
  const parts = wanted?.split('-') ?? []
  const candidates = parts.map((_, count) => parts.slice(0, parts.length - count).join('-'))
  return candidates.find((candidate) => Object.hasOwn(texts, candidate))
}

function noSuchLanguage({ texts }: LevelRow): FieldError {
  const choices = Object.keys(texts)
  return {
    pointer: '/languageCode',
    code: 'language_not_supported',
    detail: `The level has texts in ${choices.join(', ')}.`,
    data: { choices },
  }
}

const shortest = 'P1D'
/** Where the platform sets no limit: longer is without an end in all but name. */
const longest = 'P100Y'

/** Why what was asked for cannot be granted any more: the platform allows less since. */
export function noDuration(
  asked: Pick<CheckedRequest, 'duration' | 'autoExtend'>,
  max: string | null,
  now: Date,
): No | undefined {
  if (max === null || durationErrors(asked, max, now).length === 0) return undefined
  return { code: 'duration_not_allowed', data: { max } }
}

function durationErrors(
  { duration, autoExtend }: Pick<CheckedRequest, 'duration' | 'autoExtend'>,
  maxDuration: string | null,
  now: Date,
): FieldError[] {
  const max = maxDuration ?? longest
  const isOutOfRange = (length: string) =>
    shifted(now, length) < shifted(now, shortest) || shifted(now, length) > shifted(now, max)
  const outOfRange = (pointer: string): FieldError => ({
    pointer,
    code: 'duration_out_of_range',
    detail: `From ${shortest} to ${max}.`,
    data: { min: shortest, max },
  })
  return [
    ...((duration === null ? maxDuration !== null : isOutOfRange(duration)) ? [outOfRange('/duration')] : []),
    ...(autoExtend !== null && isOutOfRange(autoExtend) ? [outOfRange('/autoExtend')] : []),
    ...(autoExtend !== null && duration === null
      ? [
          {
            pointer: '/autoExtend',
            code: 'invalid_choice',
            detail: 'What has no end cannot be put off.',
          } as const,
        ]
      : []),
  ]
}

/** What is bought anew belongs to none of those that a narrower scope names: it would be a consent to nothing (R6). */
function buyingErrors({ capabilities }: LevelRow, { kind }: AccessRequest['scope']): FieldError[] {
  if (kind === 'all' || !capabilities.includes('products.purchase')) return []
  const detail = 'A level that buys is for the whole account. Ask for all of it, or for a level that does not buy.'
  return [{ pointer: '/scope/kind', code: 'invalid_choice', detail, data: { choices: ['all'] } }]
}

async function scopeErrors(tx: Tx, scope: AccessRequest['scope'], client: AskedClient): Promise<FieldError[]> {
  if (scope.kind === 'domains') {
    return scope.names
      .map((name, place) => domainError(name, `/scope/names/${place}`))
      .filter((error) => error !== undefined)
  }
  if (scope.kind !== 'subscriptions') return []
  const known = await tx.query<{ id: string }>('select id from subscriptions where client_id = $1 and id = any($2)', [
    client.id,
    scope.ids,
  ])
  const ids = known.map(({ id }) => id)
  return scope.ids.flatMap((id, place) =>
    ids.includes(id)
      ? []
      : [
          {
            pointer: `/scope/ids/${place}`,
            code: 'invalid_choice',
            detail: 'The client has no such subscription.',
          } as const,
        ],
  )
}
