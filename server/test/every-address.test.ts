import { expect, test } from 'vitest'
import { z } from 'zod'
import { doors } from '#modules/access/sign-in/gate.ts'
import { handlers } from '../src/app.ts'

type Found = Readonly<{ where: string; schema: z.ZodType }>

/** Everything that is typed as an e-mail address, however deep in what is said. */
const addressesIn = (schema: z.ZodType, where: string): readonly Found[] => {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, field]) =>
      /e?mail(address)?$/i.test(name)
        ? [{ where: `${where} ${name}`, schema: field as z.ZodType }]
        : addressesIn(field as z.ZodType, `${where} ${name}`),
    )
  }
  if (schema instanceof z.ZodArray) return addressesIn(schema.element as z.ZodType, where)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => addressesIn(one as z.ZodType, where))
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return addressesIn(schema.unwrap() as z.ZodType, where)
  return []
}

const found = [
  ...handlers.flatMap(({ endpoint }) => addressesIn(endpoint.input, endpoint.name)),
  ...doors.flatMap(({ path, input }) => addressesIn(input, path)),
]

test('the e-mail addresses that somebody may type are found', () => {
  expect(found.map(({ where }) => where)).toEqual(
    expect.arrayContaining(['access.invite-member email', 'access.set-up owner email', '/sign-in/email email']),
  )
})

test.each(found.map(({ where, schema }) => [where, schema] as const))(
  'a blank around an address and capitals in it are forgiven: %s',
  (_, schema) => {
    expect(schema.parse(' Dana@Northwind.Example\t')).toBe('dana@northwind.example')
    expect(schema.safeParse('dana at northwind').success).toBe(false)
  },
)
