import { parse } from 'csv-parse'
import type { Readable } from 'node:stream'
import { columns, type Cells, type RowProblem } from './row-to-input.ts'

/** One record of the file. */
export interface Row {
  /** Where it begins, as an editor counts. */
  line: number
  externalId: string | undefined
  content: { cells: Cells } | RowProblem
}

/** The size of a record from which on it is taken for a quote that was never closed. */
const longestRecord = 1_000_000

/**
 * Reads a CSV file (RFC 4180) row by row: with or without BOM, CRLF or LF, line breaks inside quotes. Rows that cannot
 * be read are rows all the same. Throws where the first row is not the header.
 */
export async function* readRows(file: Readable): AsyncGenerator<Row> {
  let readable = Infinity
  const parser = parse({
    bom: true,
    raw: true,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    // a quote in the middle of a cell is a character like any other
    relax_quotes: true,
    max_record_size: longestRecord,
    // else the rows before it in the same chunk would be lost with it
    skip_records_with_error: true,
    on_skip: (error) => void (readable = Math.min(readable, error?.records as number)),
  })
  file.on('error', (error) => parser.destroy(error)).pipe(parser)
  let header: string[] | undefined
  let line = 1
  let records = 0
  for await (const { record, raw } of parser as AsyncIterable<{ record: string[]; raw: string }>) {
    // there is no telling where the next row begins
    if (records++ >= readable) break
    const cells = record.map((cell) => cell.trim())
    if (header === undefined) header = checkHeader(cells)
    else if (cells.some((cell) => cell !== '')) yield toRow(line, header, cells)
    // the parser's own count takes a CRLF inside quotes for two lines
    line += raw.replace(/[\r\n]+$/, '').split('\n').length
  }
  if (header === undefined) checkHeader([])
  if (readable < Infinity) yield { line, externalId: undefined, content: { code: 'rest_unreadable', fields: [] } }
}

function toRow(line: number, header: readonly string[], cells: readonly string[]): Row {
  const byColumn = Object.fromEntries(header.map((column, at) => [column, cells[at] || undefined])) as Cells
  return { line, externalId: byColumn.external_id, content: problemOf(header, cells) ?? { cells: byColumn } }
}

function problemOf(header: readonly string[], cells: readonly string[]): RowProblem | undefined {
  if (cells.length < header.length) return { code: 'row_incomplete', fields: [] }
  if (cells.length > header.length) return { code: 'row_too_long', fields: [] }
  // what the decoder puts where bytes are no UTF-8: stored, it could not be mended any more
  if (cells.some((cell) => cell.includes('\u{FFFD}'))) return { code: 'row_not_utf8', fields: [] }
  return undefined
}

function checkHeader(header: string[]): string[] {
  const missing = columns.filter((column) => !header.includes(column))
  const unknown = header.filter((column, at) => !columns.some((one) => one === column) || header.indexOf(column) !== at)
  if (missing.length === 0 && unknown.length === 0) return header
  const faults = [
    missing.length > 0 ? `it lacks ${missing.join(', ')}` : '',
    unknown.length > 0 ? `it has ${unknown.join(', ')}, which would be lost` : '',
  ]
  throw new Error(
    `The first row of the file is not the header that is known: ${faults.filter(Boolean).join('; ')}. Nothing was added. Mend the file, or row-to-input.ts.`,
  )
}
