import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { EmailAddress } from '#kernel/email-address.ts'
import { networkOf } from '#kernel/http/client-address.ts'
import { firstStep } from './completed.ts'
import { door, type House, type Visit } from './door.ts'
import { forward } from './forward.ts'
import { requestPasswordReset } from './request-password-reset.ts'

/** As long as the slowest case takes, so that the time of the answer does not tell whether somebody is known. */
const answerTakesMs = 250

/** The same empty answer, after the same time, for an address that is known and for one that is not. */
const inSecret = async (house: House, visit: Visit, email: string, work: () => Promise<unknown>) => {
  await house.guesses.begin([
    { budget: 'mail', who: email },
    { budget: 'mailsFromNetwork', who: networkOf(visit.address) },
  ])
  await Promise.all([work(), pause(answerTakesMs)])
  return { json: {}, cookies: [] }
}

const requestSignInLink = door({
  method: 'POST',
  path: '/sign-in/magic-link',
  admits: 'anybody',
  input: z.strictObject({ email: EmailAddress }),
  open: (house, visit, { email }) =>
    inSecret(house, visit, email, () =>
      forward(house, visit, { method: 'POST', path: '/sign-in/magic-link', body: { email } }),
    ),
})

/** By POST and with the token in the body: mail scanners that follow every link use none up, and no log has it. */
const openSignInLink = door({
  method: 'POST',
  path: '/magic-link/verify',
  admits: 'anybody',
  input: z.strictObject({ token: z.string().min(1).max(200) }),
  open: async (house, visit, { token }) => {
    const path = `/magic-link/verify?${new URLSearchParams({ token })}`
    return firstStep(house, visit, await forward(house, visit, { method: 'GET', path }))
  },
})

const requestReset = door({
  method: 'POST',
  path: '/request-password-reset',
  admits: 'anybody',
  input: z.strictObject({ email: EmailAddress }),
  open: (house, visit, { email }) => inSecret(house, visit, email, () => requestPasswordReset(house.runtime, email)),
})

export const mailDoors = [requestSignInLink, openSignInLink, requestReset]
