import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, PersonId } from '#kernel/ids.ts'
import { wholeListOf } from '#kernel/page.ts'
import { line } from '#kernel/text.ts'

export const KeyId = id('KeyId')
export type KeyId = z.output<typeof KeyId>

export const KeyView = z.object({
  id: KeyId,
  name: z.string(),
  lastFour: z.string(),
  scopes: z.array(z.string()),
  ownerId: PersonId,
  ownerName: z.string().describe('Whose name it acts in; it can do no more than they can'),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
})
export type KeyView = z.output<typeof KeyView>

export const listKeys = endpoint({
  name: 'access.list-keys',
  method: 'GET',
  path: '/api-keys',
  summary: 'The keys by which other programs reach this organization',
  input: z.strictObject({}),
  output: wholeListOf(KeyView).extend({
    grantable: z.array(z.string()).describe('The rights you can give a key'),
    can: z.object({ change: z.boolean() }),
  }),
})

export const createKey = endpoint({
  name: 'access.create-key',
  method: 'POST',
  path: '/api-keys',
  summary: 'Make a key; it is shown this once',
  stepUp: true,
  sealsAnswer: true,
  input: z.strictObject({
    name: line(80).min(1, 'Give it a name.'),
    scopes: z.array(z.string().max(80)).min(1, 'Choose what the key may do.').max(200),
    expiresInDays: z.int().min(1).max(366),
  }),
  output: z.object({ key: KeyView, token: z.string() }),
})

export const revokeKey = endpoint({
  name: 'access.revoke-key',
  method: 'DELETE',
  path: '/api-keys/:keyId',
  summary: 'End a key, at once and everywhere',
  input: z.strictObject({ keyId: KeyId }),
  output: KeyView,
})
