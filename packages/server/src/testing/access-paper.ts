import { day } from './test-clock.ts'

/** What a person with pencil and paper would keep about one reseller of a client. Moments are milliseconds. */
export interface Sheet {
  /** What the client has agreed to, or was begun with: nothing where that was ended. */
  products: { buys: boolean; endsAt: number; isSeen: boolean } | undefined
  /** What the ticks are looked after by. */
  console: { isSeen: boolean } | undefined
  wanted: boolean
  paused: boolean
  isSeen: boolean
  tick: { wanted: boolean; isSeen: boolean }
  hasAgreed: boolean
  request:
    | { level: string; days: number | null; status: 'pending' | 'declined' | 'over'; expiresAt: number }
    | undefined
  /** When the client was asked. */
  asked: number[]
  declinedAt: number
}

export const mostAsked = 10

export function blankSheet(): Sheet {
  return {
    products: undefined,
    console: undefined,
    wanted: false,
    paused: false,
    isSeen: false,
    tick: { wanted: false, isSeen: false },
    hasAgreed: false,
    request: undefined,
    asked: [],
    declinedAt: -Infinity,
  }
}

/** The switch goes where it was not: on has to be seen anew. */
export function turn(sheet: Sheet, change: Partial<Pick<Sheet, 'wanted' | 'paused'>>): void {
  const before = sheet.wanted && !sheet.paused
  Object.assign(sheet, change)
  if ((sheet.wanted && !sheet.paused) !== before) sheet.isSeen = false
}

export function tick(sheet: Sheet, wanted: boolean): void {
  if (sheet.tick.wanted !== wanted) sheet.tick = { wanted, isSeen: false }
  if (!wanted) sheet.console = undefined
  else sheet.console ??= { isSeen: false }
}

/** Whatever was on its way has arrived. */
export function arrive(sheet: Sheet): void {
  if (sheet.wanted && !sheet.paused) sheet.isSeen = true
  for (const one of [sheet.products, sheet.console, sheet.tick]) if (one) one.isSeen = true
}

export function livesAt({ products }: Sheet, now: number): boolean {
  return products !== undefined && products.endsAt > now
}

export function waitsAt({ request }: Sheet, now: number): boolean {
  return request?.status === 'pending' && request.expiresAt > now
}

/** Whether the client may be asked once more: not too often, and not in the week after it said no. */
export function isLeftAlone({ asked, declinedAt }: Sheet, now: number): boolean {
  return asked.filter((at) => at > now - 30 * day).length >= mostAsked || declinedAt > now - 7 * day
}

/** What the reseller may do, of what the walks ask about. */
export function allowed(sheet: Sheet, now: number) {
  const open = sheet.wanted && !sheet.paused && sheet.isSeen
  const { products } = sheet
  const holds = open && livesAt(sheet, now) && products?.isSeen === true
  const ticked = sheet.tick.wanted && sheet.tick.isSeen
  return {
    manage: holds,
    purchase: holds && products.buys,
    usersOfTicked: open && sheet.console?.isSeen === true && ticked,
  }
}
