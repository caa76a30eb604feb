import { expect, test } from 'vitest'
import { breakingChanges, type OpenApi } from './openapi-diff.ts'
import type { JsonSchema } from './schema-diff.ts'

const text: JsonSchema = { type: 'string' }

function api(parts: { query?: JsonSchema; queryRequired?: boolean; input?: JsonSchema; output?: JsonSchema }): OpenApi {
  const { query = text, queryRequired = false, input = { type: 'object' }, output = { type: 'object' } } = parts
  return {
    paths: {
      '/clients': {
        post: {
          parameters: [{ in: 'query', name: 'q', schema: query, required: queryRequired }],
          requestBody: { required: true, content: { 'application/json': { schema: input } } },
          responses: { '200': { content: { 'application/json': { schema: output } } }, '404': {} },
        },
      },
    },
  }
}

const object = (properties: Record<string, JsonSchema>, required: string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  required,
})

const cases: [string, OpenApi, OpenApi, string][] = [
  ['a removed path', api({}), { paths: {} }, 'POST /clients is gone'],
  ['a removed operation', api({}), { paths: { '/clients': {} } }, 'POST /clients is gone'],
  [
    'a removed response field',
    api({ output: object({ a: text }) }),
    api({ output: object({}) }),
    'response 200.a is gone',
  ],
  [
    'a response field that may be missing',
    api({ output: object({ a: text }, ['a']) }),
    api({ output: object({ a: text }) }),
    'response 200.a may now be missing',
  ],
  [
    'a response field that may be null',
    api({ output: object({ a: text }) }),
    api({ output: object({ a: { type: ['string', 'null'] } }) }),
    'response 200.a may now be of type null',
  ],
  ['a new required request field', api({}), api({ input: object({ a: text }, ['a']) }), 'body.a is now required'],
  ['a removed request field', api({ input: object({ a: text }) }), api({ input: object({}) }), 'body.a is gone'],
  [
    'a narrowed request enum',
    api({ input: object({ a: { enum: ['x', 'y'] } }) }),
    api({ input: object({ a: { enum: ['x'] } }) }),
    'body.a does not take "y" any more',
  ],
  [
    'a stricter request limit',
    api({ input: object({ a: { type: 'string', maxLength: 9 } }) }),
    api({ input: object({ a: { type: 'string', maxLength: 5 } }) }),
    'body.a: maxLength is stricter (9 → 5)',
  ],
  [
    'a changed type',
    api({ query: text }),
    api({ query: { type: 'integer' } }),
    'query parameter q: the type changed from string to integer',
  ],
  ['a parameter that is now required', api({}), api({ queryRequired: true }), 'query parameter q is now required'],
  [
    'a removed variant of the input',
    api({ input: { oneOf: [object({ a: text }), { type: 'array' }] } }),
    api({ input: object({ a: text }) }),
    'body: the type changed from array to object',
  ],
]

test.each(cases)('names %s', (_case, before, after, change) => {
  expect(breakingChanges(before, after).map((line) => line.replace('POST /clients: ', ''))).toEqual([change])
})

test('names a removed response status', () => {
  const after = api({})
  delete after.paths['/clients']?.['post']?.responses['404']
  expect(breakingChanges(api({}), after)).toEqual(['POST /clients: response 404 is gone'])
})

test('follows references, and ends where a schema holds itself', () => {
  const document = (schema: JsonSchema): OpenApi => ({
    ...api({ output: { $ref: '#/components/schemas/Tree' } }),
    components: {
      schemas: {
        Tree: object({ below: { type: 'array', items: { $ref: '#/components/schemas/Tree' } }, leaf: schema }),
      },
    },
  })
  expect(breakingChanges(document(text), document({ type: 'integer' }))).toEqual([
    'POST /clients: response 200.leaf: the type changed from string to integer',
  ])
})

test.each([
  ['new paths', { paths: {} }, api({})],
  ['new optional request fields', api({}), api({ input: object({ a: text }) })],
  ['new response fields', api({}), api({ output: object({ a: text }, ['a']) })],
  [
    'new values in a request',
    api({ input: object({ a: { enum: ['x'] } }) }),
    api({ input: object({ a: { enum: ['x', 'y'] } }) }),
  ],
  [
    'a new variant of the input',
    api({ input: object({ a: text }) }),
    api({ input: { oneOf: [object({ a: text }), object({ b: text })] } }),
  ],
  [
    'new values in an answer, whose enums are open',
    api({ output: object({ a: { type: 'string', enum: ['x'] } }) }),
    api({ output: object({ a: { type: 'string', enum: ['y'] } }) }),
  ],
] satisfies [string, OpenApi, OpenApi][])('lets %s pass', (_case, before, after) => {
  expect(breakingChanges(before, after)).toEqual([])
})
