import { differences, resolve, type Components, type JsonSchema } from './schema-diff.ts'

export interface Parameter {
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: JsonSchema
}

export type Content = Record<string, { schema?: JsonSchema; example?: unknown }>

export interface Response {
  content?: Content
  'x-codes'?: string[]
}

export interface Operation {
  parameters?: (Parameter | { $ref: string })[]
  requestBody?: { required?: boolean; content: Content }
  responses: Record<string, Response | { $ref: string }>
}

/** As much of OpenAPI 3.1 as our documents use. */
export interface OpenApi extends Components {
  paths: Record<string, Record<string, Operation | undefined>>
}

/** What in `after` breaks a caller who was written against `before`; empty where nothing does. */
export function breakingChanges(before: OpenApi, after: OpenApi): string[] {
  return Object.entries(before.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, was]) => {
      const name = `${method.toUpperCase()} ${path}`
      const is = after.paths[path]?.[method]
      if (was === undefined) return []
      return is === undefined
        ? [`${name} is gone`]
        : operationChanges(was, is, before, after).map((change) => `${name}: ${change}`)
    }),
  )
}

function operationChanges(was: Operation, is: Operation, before: OpenApi, after: OpenApi): string[] {
  return [
    ...parameterChanges(parametersOf(was, before), parametersOf(is, after), before, after),
    ...bodyChanges(was.requestBody, is.requestBody, before, after),
    ...Object.entries(was.responses).flatMap(([status, response]) => {
      const now = is.responses[status]
      if (now === undefined) return [`response ${status} is gone`]
      const schemas = [resolve(response, before), resolve(now, after)].map((r) => schemaOf(r.content))
      return differences('response', schemas[0], schemas[1], before, after, `response ${status}`)
    }),
  ]
}

function parameterChanges(was: Parameter[], is: Parameter[], before: OpenApi, after: OpenApi): string[] {
  const same = (a: Parameter) => (b: Parameter) => a.name === b.name && a.in === b.in
  const added = is.filter((parameter) => parameter.required && !was.find(same(parameter))?.required)
  return [
    ...added.map((parameter) => `${parameter.in} parameter ${parameter.name} is now required`),
    ...was.flatMap((parameter) => {
      const now = is.find(same(parameter))
      const name = `${parameter.in} parameter ${parameter.name}`
      if (now === undefined) return [`${name} is gone`]
      return differences('request', parameter.schema, now.schema, before, after, name)
    }),
  ]
}

function bodyChanges(
  was: Operation['requestBody'],
  is: Operation['requestBody'],
  before: OpenApi,
  after: OpenApi,
): string[] {
  if (was === undefined) return is?.required ? ['a request body is now required'] : []
  if (is === undefined) return ['the request body is gone']
  const required = is.required && !was.required ? ['the request body is now required'] : []
  return [...required, ...differences('request', schemaOf(was.content), schemaOf(is.content), before, after, 'body')]
}

function parametersOf(operation: Operation, document: OpenApi): Parameter[] {
  return (operation.parameters ?? []).map((parameter) => resolve(parameter, document))
}

function schemaOf(content: Content | undefined): JsonSchema | undefined {
  return content === undefined ? undefined : Object.values(content)[0]?.schema
}
