import { z } from 'zod'
import { type Endpoint, isCommand, moduleOf } from './endpoint.ts'

type JsonSchema = Record<string, unknown> & { properties?: Record<string, JsonSchema>; required?: string[] }

/** The API as an OpenAPI 3.1 document, printed from the endpoints themselves: what is not mounted is not in it. */
export const openApi = (endpoints: readonly Endpoint[], version: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Muster',
    version,
    summary: 'Freelance and contractor management',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/api/v1' }],
  tags: [...new Set(endpoints.map(moduleOf))].map((name) => ({ name, description: `Everything about ${name}.` })),
  security: [{ key: [] }, { session: [] }],
  paths: pathsOf(endpoints),
  components: {
    securitySchemes: {
      key: { type: 'http', scheme: 'bearer', description: 'An API key, made under settings › API keys.' },
      session: { type: 'apiKey', in: 'cookie', name: 'muster.session_token', description: 'A signed-in browser.' },
    },
    schemas: { Problem: problemSchema },
  },
})

const pathsOf = (endpoints: readonly Endpoint[]) => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) }
  }
  return paths
}

const operationOf = (endpoint: Endpoint) => {
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
  const schema = wireSchema(endpoint.input)
  const elsewhere = Object.entries(schema.properties ?? {}).filter(([name]) => !inPath.includes(name))
  const isRead = !isCommand(endpoint) || endpoint.upload !== undefined
  const parameters = [
    ...inPath.map((name) => parameter(name, 'path', schema.properties?.[name] ?? { type: 'string' }, true)),
    ...(isRead
      ? elsewhere.map(([name, s]) => parameter(name, 'query', s, schema.required?.includes(name) ?? false))
      : []),
    ...(isCommand(endpoint) && !endpoint.public ? [idempotencyKey] : []),
  ]
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    tags: [moduleOf(endpoint)],
    ...(endpoint.public ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...bodyOf(endpoint, schema, elsewhere),
    responses: responsesOf(endpoint),
  }
}

const parameter = (name: string, place: 'path' | 'query', schema: JsonSchema, required: boolean) => ({
  name,
  in: place,
  required,
  schema,
})

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Repeating a request under the same key gives the first answer and changes nothing again.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}

const bodyOf = (endpoint: Endpoint, schema: JsonSchema, properties: readonly (readonly [string, JsonSchema])[]) => {
  if (endpoint.upload) {
    return {
      requestBody: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    }
  }
  if (!isCommand(endpoint) || properties.length === 0) return {}
  const names = properties.map(([name]) => name)
  const required = schema.required?.filter((name) => names.includes(name)) ?? []
  const body = {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  }
  return { requestBody: { required: required.length > 0, content: { 'application/json': { schema: body } } } }
}

const responsesOf = (endpoint: Endpoint) => {
  const refused = {
    description: 'Refused, with the reason',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  const output = wireSchema(endpoint.output)
  const isFile = Object.keys(output).length === 0
  return {
    200: {
      description: 'Done',
      content: isFile
        ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
        : { 'application/json': { schema: output } },
    },
    '4XX': refused,
  }
}

/** The shape on the wire. What JSON Schema cannot say (a file) becomes an empty schema. */
const wireSchema = (schema: z.ZodType): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
  })
  return rest as JsonSchema
}

const problemSchema = {
  type: 'object',
  description: 'Why a request was refused (RFC 9457).',
  required: ['type', 'title', 'status'],
  properties: {
    type: {
      type: 'string',
      description: 'Which refusal: /problems/… in the documentation',
      examples: ['/problems/stale'],
    },
    title: { type: 'string', description: 'A sentence fit for the screen' },
    status: { type: 'integer' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string', examples: ['#/lines/0/quantity'] }, detail: { type: 'string' } },
      },
    },
  },
}
