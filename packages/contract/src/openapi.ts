import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiOverrideContext,
  type ZodOpenApiPathsObject,
} from 'zod-openapi'
import { namedSchemas } from './named-schemas.ts'
import { tidyComponents } from './openapi-components.ts'
import { headers, requestHeaders, responseHeaders } from './openapi-headers.ts'
import { errorResponses, problemSchemas, sharedResponses } from './openapi-problems.ts'
import { schemasOf } from './resource-schemas.ts'
import { resources } from './resources.ts'
import type { Row } from './route.ts'

/** The OpenAPI document, as far as it says by type. */
export type OpenApiDocument = ReturnType<typeof createDocument>

/**
 * The whole API as OpenAPI 3.1, made from the table of resources. Cross-field rules (a secondary address off the primary
 * domain) cannot be said in JSON Schema and are missing from it.
 *
 * @example
 * const document = openApiDocument()
 * await writeFile('openapi.json', JSON.stringify(document))
 */
export function openApiDocument(): OpenApiDocument {
  const document: ZodOpenApiObject = {
    openapi: '3.1.1',
    info: {
      title: 'Clientele',
      version: '1',
      description: 'Manage the clients you resell to.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/v1' }],
    security: [{ apiKey: [] }, { widgetSession: [] }],
    tags: Object.keys(resources).map((name) => ({ name })),
    paths: paths(),
    components: {
      schemas: { ...namedSchemas(), ...problemSchemas() },
      headers,
      responses: sharedResponses(),
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'A secret key, `ck_…`, for backends and scripts alone.',
        },
        widgetSession: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'The token of `sessions.create`, for the pages it names.',
        },
      },
    },
  }
  return tidyComponents(createDocument(document, { override: open }))
}

/** Answers are open: an old caller must survive new fields and new values. */
function open({ jsonSchema, io }: ZodOpenApiOverrideContext): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern // the format says it, and in one line
  if (io === 'input') return
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
  if (jsonSchema.enum !== undefined) {
    jsonSchema['x-extensible-enum'] = jsonSchema.enum
    delete jsonSchema.enum
  }
}

function paths(): ZodOpenApiPathsObject {
  const found: ZodOpenApiPathsObject = {}
  for (const [resource, rows] of Object.entries(resources)) {
    for (const [name, row] of Object.entries<Row>(rows)) {
      const method = row.method.toLowerCase() as Lowercase<Row['method']>
      found[row.path] = { ...found[row.path], [method]: operation(resource, name, row) }
    }
  }
  return found
}

function operation(resource: string, name: string, row: Row): ZodOpenApiOperationObject {
  const { params, query, input, output } = schemasOf(resource, name)
  const status = row.status ?? 200
  return {
    operationId: `${resource}.${name}`,
    tags: [resource],
    ...(row.right === undefined ? { security: [] } : { 'x-right': row.right }),
    requestParams: { ...(params && { path: params }), ...(query && { query }) },
    parameters: requestHeaders(row),
    ...(input && { requestBody: { required: true, content: { 'application/json': { schema: input } } } }),
    responses: {
      [status]: {
        description: status === 201 ? 'Made' : 'Done',
        headers: responseHeaders(row, output),
        ...(status !== 204 && { content: { 'application/json': { schema: output } } }),
      },
      ...errorResponses(row, input !== undefined),
    },
  }
}
