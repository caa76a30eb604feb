import type { ClientColumn } from './client-columns.tsx'

/** What the cells of a column carry, so that widths and narrow screens are a matter of styles. */
export function columnProps({ key, width, wideOnly }: ClientColumn) {
  return { 'data-column': key, 'data-width': width, 'data-wide-only': wideOnly === false ? undefined : '' }
}
