import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tokens } from './tokens.ts'

const sources = join(import.meta.dirname, '..')
const css = globSync('**/*.css', { cwd: sources })
  .map((file) => readFileSync(join(sources, file), 'utf8'))
  .join('\n')
  .replaceAll(/\/\*.*?\*\//gs, '')

test('the stylesheet reads every token of the list, and no other', () => {
  const read = new Set(css.match(/--clientele-[\w-]+/g))
  expect([...read].toSorted()).toEqual(tokens.map((token) => token.name).toSorted())
})

test('each token is what the list says where the host says nothing', () => {
  const others = tokens.filter(({ name, initial }) => !plain(css).includes(plain(`var(${name}, ${initial})`)))
  expect(others).toEqual([])
})

test('each token is read by the variable that the list names', () => {
  const read = tokens.filter(({ readBy }) => readBy !== null)
  const others = read.filter(({ name, readBy }) => !plain(css).includes(`${readBy}: var(${name},`))
  expect(others).toEqual([])
})

test('one file reads them, so that one place says what can be changed', () => {
  const theme = readFileSync(join(sources, 'provider/tokens.css'), 'utf8')
  expect(tokens.filter(({ name }) => !theme.includes(name))).toEqual([])
})

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll("'", '"').replaceAll('( ', '(').replaceAll(' )', ')')
}
