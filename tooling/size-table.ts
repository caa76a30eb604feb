/** What a page downloads for one thing, and what it may. */
export interface SizeRow {
  name: string
  bytes: number
  /** At most. */
  kB: number
}

const block = /<!-- sizes -->\n[\s\S]*?<!-- \/sizes -->/

// compressors of different versions differ by a few bytes
const tolerance = 0.2

/** The text with the table between its markers, as the formatter would write it. */
export function withSizeTable(text: string, rows: readonly SizeRow[]): string {
  if (!block.test(text))
    throw new Error('The table of sizes needs its markers: `<!-- sizes -->` and `<!-- /sizes -->`.')
  return text.replace(block, () => `<!-- sizes -->\n\n${sizeTable(rows)}\n<!-- /sizes -->`)
}

/** Why the table of a text is stale, in words: other rows or budgets than there are, or sizes that are off. */
export function staleSizes(text: string, rows: readonly SizeRow[]): string[] {
  const written = new Map(
    (block.exec(text)?.[0] ?? '')
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .flatMap(([, name, size, most]) => (Number(size) >= 0 && name ? [[name, { size, most }]] : [])),
  )
  const wrong = rows.flatMap(({ name, bytes, kB }) => {
    const told = written.get(name)
    if (!told) return [`${name} is missing`]
    if (Number(told.most) !== kB) return [`${name} may have ${kB} kB, not ${told.most}`]
    const isOff = Math.abs(Number(told.size) - bytes / 1000) > tolerance
    return isOff ? [`${name} has ${kilobytes(bytes)} kB, not ${told.size}`] : []
  })
  const gone = [...written.keys()].filter((name) => !rows.some((row) => row.name === name))
  return [...wrong, ...gone.map((name) => `${name} is no more`)]
}

function sizeTable(rows: readonly SizeRow[]): string {
  const lines = [['what', 'kB', 'at most'], ...rows.map(({ name, bytes, kB }) => [name, kilobytes(bytes), String(kB)])]
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const padded = lines.map((line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
  )
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  const [head = [], ...body] = padded
  return [head, rule, ...body].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}
