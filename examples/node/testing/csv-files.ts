import { parse } from 'csv-parse/sync'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { columns } from '../import-csv/row-to-input.ts'

type Cells = Partial<Record<(typeof columns)[number], string>>

/** A folder for the files of one test. */
export interface CsvFolder extends AsyncDisposable {
  path: (name: string) => string
  /** Writes an export with these rows and gives its path. */
  write: (rows: readonly Cells[]) => Promise<string>
}

export async function csvFolder(): Promise<CsvFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-import-'))
  const path = (name: string) => join(folder, name)
  return {
    path,
    async write(rows) {
      const lines = [columns.join(','), ...rows.map((row) => columns.map((column) => quoted(row[column])).join(','))]
      await writeFile(path('clients.csv'), lines.join('\r\n'))
      return path('clients.csv')
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}

/** A report, row by row. */
export async function readReport(file: string): Promise<Record<string, string>[]> {
  return parse<Record<string, string>>(await readFile(file), { columns: true })
}

function quoted(cell = ''): string {
  return `"${cell.replaceAll('"', '""')}"`
}
