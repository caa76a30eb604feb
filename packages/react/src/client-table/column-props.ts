import type { ShownColumn } from './client-column.ts'

/** What the cells of a column carry, so that widths and narrow screens are a matter of styles. */
export function columnProps({ key, width, room }: ShownColumn) {
  return { 'data-column': key, 'data-width': width, 'data-room': room }
}
