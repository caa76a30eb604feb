import { expect, test } from 'vitest'
import { readmeWithSnippets } from './readme.ts'

const text = 'Before\n<!-- snippet: a.ts -->\n```ts\nold\n```\nAfter\n'

test('shows the file that a snippet names, and leaves the rest alone', () => {
  const filled = readmeWithSnippets(text, () => 'const price = "$&"\n')
  expect(filled).toBe('Before\n<!-- snippet: a.ts -->\n```ts\nconst price = "$&"\n```\nAfter\n')
  expect(readmeWithSnippets(filled, () => 'const price = "$&"\n')).toBe(filled)
})

test('fails where the file is missing', () => {
  expect(() => readmeWithSnippets(text, () => undefined)).toThrow('a.ts')
})

test('finds the block also after the empty line that the formatter puts there', () => {
  const formatted = text.replace('-->\n', '-->\n\n')
  expect(readmeWithSnippets(formatted, () => 'new\n')).toBe(formatted.replace('old', 'new'))
})
