import { resources } from '@clientele/contract'
import { expect, test } from 'vitest'
import { sourceDocs } from './source-docs.ts'

const docs = sourceDocs()

test.each(Object.entries(resources))('%s and each of its rows say what they do', (resource, rows) => {
  const names = [resource, ...Object.keys(rows).map((row) => `${resource}.${row}`)]
  expect(names.filter((name) => !docs.has(name))).toEqual([])
})

test('finds the words of schemas, of their fields, and of parameters that are spread or named elsewhere', () => {
  expect(docs.get('Client')).toContain('A client')
  expect(docs.get('Client.etag')).toBe('For `If-Match`.')
  expect(docs.get('clients.list.q')).toContain('Beginnings of words')
  expect(docs.get('clients.list.limit')).toBe(docs.get('pageQuery.limit'))
  expect(docs.get('CreateClient')).toContain('form')
})
