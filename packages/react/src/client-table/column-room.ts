import type { ClientColumn, ClientColumnName } from './client-column.ts'

// Px at least, with the padding: of the kit's columns as client-table.css has them, of the host's by their width.
const ofKit: Readonly<Record<ClientColumnName | 'select' | 'actions', number>> = {
  select: 40,
  name: 220,
  domain: 190,
  product: 168,
  subscription: 124,
  status: 148,
  access: 124,
  owner: 168,
  added: 116,
  changed: 132,
  actions: 132,
}
const ofHost = { narrow: 96, normal: 132, wide: 220 }

/** What is written beneath the name where its column gave way, in this order: the first one gives way first. */
export const foldable = ['domain', 'owner', 'product', 'subscription'] as const satisfies readonly ClientColumnName[]

// the widths that client-table.css knows; columns bear to be this much narrower together
const steps = [480, 560, 640, 720, 800, 880, 960, 1040, 1120, 1200, 1400, 1600]
const slack = 40
const phone = 640

type Given = ClientColumnName | ClientColumn

interface Options {
  columns: readonly Given[]
  isSelectable: boolean
  hasActions: boolean
}

export interface ColumnRoom {
  /** From which width of the table on a column is shown, by its key; without one it always is. */
  of: ReadonlyMap<string, number>
  /** Below which the table scrolls sideways: what cannot be read elsewhere does not give way, except on phones. */
  scrolls: number | undefined
}

/**
 * How much room columns need, so that styles can let them give way one after another: first those that can be read
 * beneath the name, then on phones the others, the last one first. It is known before anything is drawn, on a server too.
 */
export function roomOf({ columns, isSelectable, hasActions }: Options): ColumnRoom {
  const hasName = columns.includes('name')
  const folding = hasName ? foldable.filter((name) => columns.includes(name)) : []
  const onPhones = columns.filter((column) => !stays(column) && !folding.some((name) => name === column))
  const of = new Map<string, number>()
  let needed = columns.reduce((sum, column) => sum + widthOf(column), 0)
  if (isSelectable) needed += ofKit.select
  if (hasActions) needed += ofKit.actions
  for (const name of folding) {
    of.set(name, stepOf(needed))
    needed -= widthOf(name)
  }
  const scrolls = needed > phone + slack ? stepOf(needed) : undefined
  for (const column of onPhones.toReversed()) {
    of.set(keyOf(column), Math.min(phone, stepOf(needed)))
    needed -= widthOf(column)
  }
  return { of, scrolls }
}

const keyOf = (column: Given) => (typeof column === 'string' ? column : column.key)
const widthOf = (column: Given) => (typeof column === 'string' ? ofKit[column] : ofHost[column.width ?? 'normal'])
const stays = (column: Given) =>
  typeof column === 'string' ? column === 'name' || column === 'status' : column.wideOnly === false
const stepOf = (width: number) => steps.find((step) => step >= width - slack) ?? Infinity

/** The widest step that a table of this width has room for: what gives way below it does not. */
export const stepWithin = (width: number): number => steps.findLast((step) => step <= width) ?? 0
