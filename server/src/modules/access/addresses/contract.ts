import { z } from 'zod'
import { EmailAddress } from '#kernel/email-address.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { id } from '#kernel/ids.ts'

export const AddressChangeId = id('AddressChangeId')
export type AddressChangeId = z.output<typeof AddressChangeId>

/** Another address that waits to be confirmed by whoever reads it and is signed in. */
export const WaitingAddress = z.object({
  email: z.string(),
  askedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type WaitingAddress = z.output<typeof WaitingAddress>

export const MyAddress = z.object({ email: z.string(), waiting: WaitingAddress.nullable() })
export type MyAddress = z.output<typeof MyAddress>

const Token = z.string().min(1).max(200)

export const myAddress = endpoint({
  name: 'access.my-address',
  method: 'GET',
  path: '/me/address',
  summary: 'The address I sign in with, and another one that waits to be confirmed',
  input: z.strictObject({}),
  output: MyAddress,
})

export const changeMyAddress = endpoint({
  name: 'access.my-address-change',
  method: 'POST',
  path: '/me/address',
  summary: 'Ask to sign in with another address; until it is confirmed the old one stays in force',
  input: z.strictObject({ email: EmailAddress }),
  output: MyAddress,
  stepUp: true,
})

export const keepMyAddress = endpoint({
  name: 'access.my-address-keep',
  method: 'POST',
  path: '/me/address/keep',
  summary: 'Take a change of my address back before it is confirmed, whoever asked for it',
  input: z.strictObject({}),
  output: MyAddress,
})

export const viewAddressChange = endpoint({
  name: 'access.view-address-change',
  method: 'GET',
  path: '/address-change',
  summary: 'What the link that was sent to a new address is about',
  public: true,
  input: z.strictObject({ token: Token }),
  output: z.object({ organization: z.object({ slug: z.string(), name: z.string() }), email: z.string() }),
})

export const confirmMyAddress = endpoint({
  name: 'access.my-address-confirm',
  method: 'POST',
  path: '/me/address/confirm',
  summary: 'Confirm my new address, with the link that was sent to it',
  input: z.strictObject({ token: Token }),
  output: MyAddress,
  stepUp: true,
})
