import type { Content, Response } from './openapi-diff.ts'
import type { DescribedOpenApi, DescribedOperation } from './openapi-json.ts'
import { resolve, type JsonSchema } from './schema-diff.ts'

/** `docs/api.md`: the OpenAPI document for people to read. */
export function apiMarkdown(document: DescribedOpenApi): string {
  return `${[
    '# The API',
    'Written by `npx -y pnpm@12 run docs` from the contract. All paths are below `/v1`; the same as a file for machines: [openapi.json](openapi.json).',
    'Send `Authorization: Bearer …` with an API key or a session token, and bodies as `Content-Type: application/json`. What is called by the link in a mail takes the token of the link, which is what follows its #, as `Clientele-Link`.',
    'Times are ISO 8601 in UTC. A field marked ? may be absent. Lists of values end with … where newer servers may add some. A query parameter that takes a list is repeated: `status=active&status=suspended`.',
    ...document.tags.flatMap((tag) => [
      `## ${tag.name}`,
      tag.description ?? '',
      ...operationsOf(document, tag.name).map(([method, path, operation]) =>
        operationMarkdown(document, method, path, operation),
      ),
    ]),
    '## Schemas',
    ...Object.entries(document.components.schemas).map(([name, schema]) => schemaMarkdown(name, schema)),
  ]
    .filter(Boolean)
    .join('\n\n')}\n`
}

function operationsOf(document: DescribedOpenApi, tag: string): [string, string, DescribedOperation][] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.tags.includes(tag))
      .map(([method, operation]): [string, string, DescribedOperation] => [method.toUpperCase(), path, operation]),
  )
}

function operationMarkdown(
  document: DescribedOpenApi,
  method: string,
  path: string,
  operation: DescribedOperation,
): string {
  const parameters = (operation.parameters ?? []).map((parameter) => resolve(parameter, document))
  const responses = Object.entries(operation.responses).map(
    ([status, response]) => [status, resolve(response, document)] as const,
  )
  const right = operation['x-right']
  return [
    `### ${operation.operationId}`,
    `\`${method} ${path}\``,
    operation.description,
    right === undefined ? 'Anybody may call it.' : `Wants the right \`${right}\`.`,
    table(
      ['parameter', 'in', 'type', ''],
      parameters.map(({ name, in: place, required, schema, description }) => [
        `\`${name}\`${required ? '' : '?'}`,
        place,
        typeOf(schema),
        [description, defaultOf(schema)].filter(Boolean).join(' '),
      ]),
    ),
    operation.requestBody && `Body: ${bodyOf(operation.requestBody.content)}`,
    exampleOf(operation.requestBody?.content),
    ...responses
      .filter(([status]) => status < '400')
      .map(([status, { content }]) => `Answer ${status}: ${bodyOf(content)}`),
    `Errors: ${responses.flatMap(([status, response]) => codes(status, response)).join(' · ')}`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

function codes(status: string, response: Response): string[] {
  const found = response['x-codes']?.map((code) => `\`${code}\``) ?? []
  return found.length > 0 ? [`${status} ${found.join(', ')}`] : []
}

function schemaMarkdown(name: string, schema: JsonSchema): string {
  const fields = Object.entries(schema.properties ?? {}).map(([field, property]) => [
    `\`${field}\`${schema.required?.includes(field) ? '' : '?'}`,
    typeOf(property),
    [property.description, defaultOf(property)].filter(Boolean).join(' '),
  ])
  const shape = fields.length > 0 ? table(['field', 'type', ''], fields) : typeOf({ ...schema, description: '' })
  return [`### ${name}`, schema.description, shape].filter(Boolean).join('\n\n')
}

function bodyOf(content: Content | undefined): string {
  return content === undefined ? 'nothing' : typeOf(Object.values(content)[0]?.schema)
}

function exampleOf(content: Content | undefined): string {
  const example = Object.values(content ?? {})[0]?.example
  return example === undefined ? '' : `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``
}

/** A type in a few words: `string or null`, `list of [Client](#client)`. */
function typeOf(schema: JsonSchema | undefined): string {
  if (!schema) return ''
  if (schema.$ref !== undefined) return link(schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1))
  const options = schema.anyOf ?? schema.oneOf
  if (options) return options.map(typeOf).join(' or ')
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(', ')
  if (schema['x-extensible-enum'])
    return `${schema['x-extensible-enum'].map((value) => `\`${String(value)}\``).join(', ')}, …`
  if (schema.items) return `list of ${typeOf(schema.items)}`
  if (schema.properties) return objectOf(schema.properties, schema.required ?? [])
  if (typeof schema.additionalProperties === 'object')
    return `map of ${typeOf(schema.additionalProperties) || 'anything'}`
  return [[schema.type ?? 'anything'].flat().join(' or '), limitsOf(schema)].filter(Boolean).join(', ')
}

function objectOf(properties: Record<string, JsonSchema>, required: string[]): string {
  const fields = Object.entries(properties).map(
    ([name, property]) => `\`${name}\`${required.includes(name) ? '' : '?'}: ${typeOf(property)}`,
  )
  return `{ ${fields.join('; ')} }`
}

function limitsOf(schema: JsonSchema): string {
  const range = (low: number | undefined, high: number | undefined) => {
    if (high === undefined) return low === undefined ? '' : `${low} or more`
    return low === undefined ? `up to ${high}` : `${low}–${high}`
  }
  const characters = range(schema.minLength, schema.maxLength)
  return [schema.format, range(schema.minimum, schema.maximum), characters && `${characters} characters`]
    .filter(Boolean)
    .join(', ')
}

function defaultOf(schema: JsonSchema | undefined): string {
  return schema?.default === undefined ? '' : `Default: ${JSON.stringify(schema.default)}.`
}

function link(name: string): string {
  return `[${name}](#${name.toLowerCase()})`
}

function table(head: string[], rows: string[][]): string {
  if (rows.length === 0) return ''
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
