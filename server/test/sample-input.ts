import fc from 'fast-check'
import { z } from 'zod'

type JsonSchema = Readonly<{
  type?: string
  format?: string
  pattern?: string
  enum?: readonly unknown[]
  const?: unknown
  minLength?: number
  minimum?: number
  exclusiveMinimum?: number
  minItems?: number
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: readonly string[]
  anyOf?: readonly JsonSchema[]
  oneOf?: readonly JsonSchema[]
  allOf?: readonly JsonSchema[]
  default?: unknown
}>

/** A request that fits an endpoint's shape, so that what refuses it is the gate and not the form. */
export const sampleInput = (schema: z.ZodType): Record<string, unknown> => {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  return sample(shape) as Record<string, unknown>
}

const sample = (schema: JsonSchema): unknown => {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (choice) return sample(choice)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(sample))
  if (schema.type === 'object') return sampleObject(schema)
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}))
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1)
  if (schema.type === 'boolean') return true
  if (schema.type === 'null') return null
  return sampleText(schema)
}

const sampleObject = ({ properties = {}, required = [] }: JsonSchema) =>
  Object.fromEntries(required.map((name) => [name, namedSample(name, properties[name] ?? {})]))

/** Shapes that a pattern cannot tell, by the name of the property. */
const byName: Readonly<Record<string, unknown>> = {
  amount: '10.00',
  currency: 'USD',
  timeZone: 'America/New_York',
  country: 'DE',
  routingNumber: '021000021',
  accountNumber: '0012345678',
  ein: '12-3456789',
}

const namedSample = (name: string, schema: JsonSchema): unknown =>
  name in byName && schema.type === 'string' ? byName[name] : sample(schema)

const byFormat: Readonly<Record<string, string>> = {
  uuid: '0199a000-0000-7000-8000-0000000000aa',
  date: '2026-11-20',
  'date-time': '2026-11-20T12:00:00.000Z',
  email: 'somebody@example.com',
  uri: 'https://example.com/',
}

const sampleText = ({ format, pattern, minLength = 1 }: JsonSchema): string => {
  if (format && byFormat[format]) return byFormat[format]
  if (!pattern) return 'x'.repeat(Math.max(1, minLength))
  return fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 1, seed: 7 })[0] ?? ''
}
