import { toAsciiDomain } from '@clientele/contract/forms'
import { addRow, type Run } from './add-row.ts'
import { inOrder } from './in-order.ts'
import type { Row } from './read-rows.ts'
import type { RowResult } from './report.ts'
import { rowToInput, type Mapping } from './row-to-input.ts'

/** After so many rows in a row that got no answer, the server is taken for gone. */
const patience = 8

/** Adds rows, a few at a time, and gives what became of each, in the order of the file. */
export function importRows(rows: AsyncIterable<Row>, run: Run, mapping: Mapping): AsyncIterable<RowResult> {
  // of rows whose fate is open: a later row must not take the place of one that may yet be added
  const openKeys = new Set<string>()
  let unanswered = 0

  async function work({ line, externalId, content }: Row): Promise<RowResult> {
    const at = { line, externalId }
    const mapped = 'cells' in content ? rowToInput(content.cells, mapping) : content
    if (!('input' in mapped)) return { ...at, outcome: 'failed', error: mapped.code, fields: mapped.fields }
    const keys = keysOf({ line, externalId, content })
    if (keys.some((key) => openKeys.has(key))) return { ...at, outcome: 'failed', error: 'earlier_row_open' }
    if (unanswered >= patience) return { ...at, outcome: 'failed', error: 'not_sent' }
    const { isPassing = false, ...fate } = await addRow(run, mapped.input, line)
    unanswered = isPassing ? unanswered + 1 : 0
    if (isPassing) for (const key of keys) openKeys.add(key)
    return { ...at, ...fate }
  }

  return inOrder(rows, { atOnce: 4, keysOf, work })
}

/** Of two rows that want the same id or the same domain, the first one in the file gets it. */
function keysOf({ externalId, content }: Row): string[] {
  const domain = 'cells' in content ? content.cells.primary_domain : undefined
  return [
    externalId === undefined ? 'without id' : `id ${externalId}`,
    ...(domain === undefined ? [] : [`domain ${toAsciiDomain(domain) ?? domain}`]),
  ]
}
