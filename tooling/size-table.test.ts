import { expect, test } from 'vitest'
import { staleSizes, withSizeTable, type SizeRow } from './size-table.ts'

const sdk: SizeRow = { name: 'SDK', bytes: 7_040, kB: 12 }
const screen: SizeRow = { name: 'first screen', bytes: 52_100, kB: 60 }
const empty = 'Before\n\n<!-- sizes -->\n\n<!-- /sizes -->\n\nAfter\n'
const written = withSizeTable(empty, [sdk, screen])

test('writes the table between its markers, and leaves the rest alone', () => {
  expect(written).toBe(`Before

<!-- sizes -->

| what         |   kB | at most |
| ------------ | ---: | ------: |
| SDK          |  7.0 |      12 |
| first screen | 52.1 |      60 |

<!-- /sizes -->

After
`)
  expect(withSizeTable(written, [sdk, screen])).toBe(written)
  expect(withSizeTable(withSizeTable(written, [sdk]), [sdk, screen])).toBe(written)
})

test('is up to date where sizes differ by a few bytes', () => {
  expect(staleSizes(written, [{ ...sdk, bytes: 7_190 }, screen])).toEqual([])
})

test('says what is stale', () => {
  expect(staleSizes(written, [{ ...sdk, bytes: 7_300 }, screen])).toEqual(['SDK has 7.3 kB, not 7.0'])
  expect(staleSizes(written, [sdk, { ...screen, kB: 55 }])).toEqual(['first screen may have 55 kB, not 60'])
  expect(staleSizes(written, [sdk])).toEqual(['first screen is no more'])
  expect(staleSizes(written, [sdk, screen, { name: 'mount', bytes: 1, kB: 130 }])).toEqual(['mount is missing'])
  expect(staleSizes(empty, [sdk])).toEqual(['SDK is missing'])
})

test('fails where the markers are missing', () => {
  expect(() => withSizeTable('# Clientele\n', [sdk])).toThrow('markers')
})
