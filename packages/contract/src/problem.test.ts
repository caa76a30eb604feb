import * as z from 'zod/mini'
import { expect, test } from 'vitest'
import { errors, type ErrorCode } from './errors.ts'
import { problemOf } from './problem.ts'
import { Problem } from './problem.schema.ts'

const codes = Object.keys(errors) as ErrorCode[]

test.each(codes)('%s makes a problem with the facts of its code, and nothing that was not given', (code) => {
  const { status, title, retryable = false } = errors[code]
  const problem = problemOf({ code, message: 'Because.', data: undefined }, 'req_1')
  expect(problem).toStrictEqual({
    type: `urn:clientele:error:${code}`,
    title,
    status,
    code,
    detail: 'Because.',
    requestId: 'req_1',
    retryable,
  })
  expect(z.parse(Problem, problem)).toEqual(problem)
})

test('carries data, and what is wrong with fields', () => {
  const error = { pointer: '/name', code: 'required', detail: 'A value is needed.' } as const
  expect(
    problemOf({ code: 'validation_failed', message: 'No.', data: { max: 3 }, errors: [error] }, 'req_1'),
  ).toMatchObject({ data: { max: 3 }, errors: [error] })
})

test('an empty list of wrong fields stays a list', () => {
  expect(problemOf({ code: 'validation_failed', message: 'No.', errors: [] }, 'req_1')).toHaveProperty('errors', [])
})
