/** What became of one row. */
export interface RowResult {
  line: number
  externalId: string | undefined
  /** `unchanged`: it was there already, just as the row says. */
  outcome: 'added' | 'unchanged' | 'failed'
  clientId?: string | undefined
  /** An error code of the API, the kind of failure where there was no answer, or what is wrong with the row itself. */
  error?: string | undefined
  /** `/pointer:code` of each field that was refused. */
  fields?: readonly string[] | undefined
  /** What to name when asking the operator of the server. */
  requestId?: string | undefined
}

/** Results as the lines of a CSV file, as they come. `seen` is told of each. */
export async function* reportLines(
  results: AsyncIterable<RowResult>,
  seen: (result: RowResult) => void,
): AsyncGenerator<string> {
  yield toLine(['line', 'external_id', 'outcome', 'client_id', 'error', 'fields', 'request_id'])
  for await (const result of results) {
    const { line, externalId, outcome, clientId, error, fields = [], requestId } = result
    seen(result)
    yield toLine([String(line), externalId, outcome, clientId, error, fields.join(' '), requestId])
  }
}

function toLine(cells: readonly (string | undefined)[]): string {
  return `${cells.map((cell) => toCell(cell ?? '')).join(',')}\r\n`
}

/** A cell that no spreadsheet takes for a formula: external ids come from outside. */
export function toCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** How often each outcome and each error came up. */
export class Summary {
  readonly outcomes = { added: 0, unchanged: 0, failed: 0 }
  readonly #errors = new Map<string, number>()

  count({ outcome, error }: RowResult): void {
    this.outcomes[outcome]++
    if (error !== undefined) this.#errors.set(error, (this.#errors.get(error) ?? 0) + 1)
  }

  toString(): string {
    const { added, unchanged, failed } = this.outcomes
    const rows = `${added + unchanged + failed} rows: ${added} added, ${unchanged} unchanged, ${failed} failed`
    const errors = [...this.#errors].toSorted((a, b) => b[1] - a[1]).map(([code, count]) => `  ${code} ${count}`)
    return [rows, ...errors].join('\n')
  }
}
