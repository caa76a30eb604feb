import { examples } from '@clientele/contract/examples'
import { openApiDocument } from '@clientele/contract/openapi'
import type { Content, OpenApi, Operation, Parameter, Response } from './openapi-diff.ts'
import type { JsonSchema } from './schema-diff.ts'

export interface DescribedOperation extends Operation {
  operationId: string
  tags: string[]
  summary?: string
  description?: string
  'x-right'?: string
}

export interface DescribedOpenApi extends OpenApi {
  tags: { name: string; description?: string }[]
  paths: Record<string, Record<string, DescribedOperation>>
  components: { schemas: Record<string, JsonSchema>; [kind: string]: Record<string, unknown> }
}

/** The contract's OpenAPI document with its examples and the words of its JSDoc: `docs/openapi.json`. */
export function describedOpenApi(docs: ReadonlyMap<string, string>): DescribedOpenApi {
  const document = JSON.parse(JSON.stringify(openApiDocument())) as DescribedOpenApi
  for (const tag of document.tags) describe(tag, docs.get(tag.name))
  for (const operation of Object.values(document.paths).flatMap((methods) => Object.values(methods))) {
    describeOperation(operation, docs)
    exemplify(operation)
  }
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    const own = docs.has(name) ? name : `${name}Schema`
    describe(schema, docs.get(own))
    for (const [field, property] of Object.entries(schema.properties ?? {}))
      describe(property, docs.get(`${own}.${field}`))
  }
  return document
}

function describeOperation(operation: DescribedOperation, docs: ReadonlyMap<string, string>): void {
  const text = docs.get(operation.operationId)
  if (text !== undefined) {
    operation.summary = /^.*?[.:](?= |$)/.exec(text)?.[0].slice(0, -1) ?? text
    operation.description = text
  }
  for (const parameter of operation.parameters ?? []) {
    if (isInQuery(parameter)) describe(parameter, docs.get(`${operation.operationId}.${parameter.name}`))
  }
}

function exemplify({ operationId, requestBody, responses }: DescribedOperation): void {
  const [resource = '', row = ''] = operationId.split('.')
  const example = (examples as Record<string, Record<string, { input?: unknown; output?: unknown }>>)[resource]?.[row]
  const success = Object.entries(responses).find(([status]) => status < '300')?.[1] as Response | undefined
  show(requestBody?.content, example?.input)
  show(success?.content, example?.output)
}

function show(content: Content | undefined, example: unknown): void {
  for (const body of Object.values(content ?? {})) if (example !== undefined) body.example = example
}

function isInQuery(parameter: Parameter | { $ref: string }): parameter is Parameter {
  return 'in' in parameter && parameter.in === 'query'
}

function describe(target: { description?: string }, text: string | undefined): void {
  if (text !== undefined) target.description ??= text
}
