import type { ClientTableQuery } from './client-table-query.ts'

/** Which clients are selected: these, or all that a query matches except these. */
export type ClientSelection =
  | { readonly ids: readonly string[] }
  | { readonly query: ClientTableQuery; readonly except: readonly string[] }

export const nothingSelected: ClientSelection = { ids: [] }

/** Whether an id is in a selection, for many ids. */
export function selectionTest(selection: ClientSelection): (id: string) => boolean {
  const listed = new Set('ids' in selection ? selection.ids : selection.except)
  const isListed = 'ids' in selection
  return (id) => listed.has(id) === isListed
}

/** The selection with some clients put in or taken out. */
export function withSelected(selection: ClientSelection, ids: readonly string[], isOn: boolean): ClientSelection {
  // all at once, and none before: thousands need not be looked up
  if ('ids' in selection && selection.ids.length === 0) return isOn ? { ids } : selection
  const given = new Set(ids)
  const without = (list: readonly string[]) => list.filter((id) => !given.has(id))
  if ('ids' in selection) return { ids: isOn ? [...without(selection.ids), ...ids] : without(selection.ids) }
  return { ...selection, except: isOn ? without(selection.except) : [...without(selection.except), ...ids] }
}

/** How many are selected, where `total` match the query. */
export function selectedCount(selection: ClientSelection, total: number | undefined): number | undefined {
  if ('ids' in selection) return selection.ids.length
  return total === undefined ? undefined : total - selection.except.length
}
