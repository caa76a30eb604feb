import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { collect } from '../testing/collect.ts'
import { readRows, type Row } from './read-rows.ts'
import { columns } from './row-to-input.ts'

const header = columns.join(',')
const rest = ','.repeat(columns.length - 3)

function read(text: string | Buffer): Promise<Row[]> {
  return collect(readRows(Readable.from([Buffer.from(text)])))
}

function codesOf(rows: readonly Row[]): (number | string | undefined)[][] {
  return rows.map(({ line, externalId, content }) => [line, externalId, 'code' in content ? content.code : 'read'])
}

test('counts lines as an editor does: over quoted line breaks, empty lines and both kinds of line ending', async () => {
  const rows = await read(
    `\uFEFF${header}\r\nquick,a,"two\r\nlines"${rest}\r\n\r\n  \r\nquick,b,"and\nthree\n"${rest}\nquick,c,C${rest}`,
  )
  expect(codesOf(rows)).toEqual([
    [2, 'a', 'read'],
    [6, 'b', 'read'],
    [9, 'c', 'read'],
  ])
})

test('a row with too few or too many cells is reported, and those after it are read', async () => {
  const rows = await read(`${header}\nquick,a,A\nquick,b,B${rest},more\nquick,c,C${rest}\n`)
  expect(codesOf(rows)).toEqual([
    [2, 'a', 'row_incomplete'],
    [3, 'b', 'row_too_long'],
    [4, 'c', 'read'],
  ])
})

test('keeps quotes that stand in the middle of a cell', async () => {
  const [row] = await read(`${header}\nquick,a,5" disks${rest}\n`)
  expect(row?.content).toMatchObject({ cells: { first_name: '5" disks' } })
})

test('a quote that is never closed ends the reading, and says from which line on', async () => {
  const rows = await read(`${header}\nquick,a,A${rest}\nquick,b,"B${rest}\nquick,c,C${rest}\n`)
  expect(codesOf(rows)).toEqual([
    [2, 'a', 'read'],
    [3, undefined, 'rest_unreadable'],
  ])
})

test('a row whose bytes are no UTF-8 is not passed on with its letters broken', async () => {
  const row = (id: string, name: Buffer) => [Buffer.from(`quick,${id},`), name, Buffer.from(`${rest}\n`)]
  const latin1 = Buffer.from('Zoë', 'latin1')
  const rows = await read(
    Buffer.concat([Buffer.from(`${header}\n`), ...row('a', latin1), ...row('b', Buffer.from('Zoë'))]),
  )
  expect(codesOf(rows)).toEqual([
    [2, 'a', 'row_not_utf8'],
    [3, 'b', 'read'],
  ])
})

test('takes the columns in any order, by their names', async () => {
  const [row] = await read(`${columns.toReversed().join(',')}\n${','.repeat(columns.length - 1)}quick\n`)
  expect(row?.content).toMatchObject({ cells: { form: 'quick', external_id: undefined } })
})

test.each([
  ['nothing', '', 'it lacks form, external_id'],
  ['no header', `quick,a,A${rest}\n`, 'it lacks form'],
  ['a column too many', `${header},vat_id\n`, 'it has vat_id, which would be lost'],
  ['a column twice', `${header},form\n`, 'it has form'],
])('stops before the first row where the file has %s', async (_, text, why) => {
  await expect(read(text)).rejects.toThrow(why)
})
