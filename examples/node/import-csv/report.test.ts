import { expect, test } from 'vitest'
import { toCell } from './report.ts'

test.each([
  ['=HYPERLINK("http://example.com")', `"'=HYPERLINK(""http://example.com"")"`],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', `"'\r=1"`],
])('a cell that a spreadsheet would run is only text: %j', (text, cell) => {
  expect(toCell(text)).toBe(cell)
})

test.each([
  ['crm-1', 'crm-1'],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['', ''],
])('writes other cells as RFC 4180 has them: %j', (text, cell) => {
  expect(toCell(text)).toBe(cell)
})
