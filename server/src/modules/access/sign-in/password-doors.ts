import { z } from 'zod'
import { EmailAddress } from '#kernel/email-address.ts'
import { networkOf } from '#kernel/http/client-address.ts'
import { NewPassword } from '#modules/access/contract.ts'
import { refuseWeakPassword } from '#modules/access/people/password.ts'
import { firstStep } from './completed.ts'
import { door, type House, type Visit } from './door.ts'
import { forward } from './forward.ts'
import type { Guesser } from './guess-counter.ts'
import { deviceCookieName, deviceIdIn } from './known-device.ts'
import { CurrentPassword, personAt, provenBySelf, tellOfChange } from './self.ts'
import { cookieIn } from './session-cookie.ts'

const signIn = door({
  method: 'POST',
  path: '/sign-in/email',
  admits: 'anybody',
  input: z.strictObject({ email: EmailAddress, password: CurrentPassword }),
  open: async (house, visit, { email, password }) => {
    const reply = await house.guesses.guess(guessersFor(house, visit, email), () =>
      forward(house, visit, { method: 'POST', path: '/sign-in/email', body: { email, password } }),
    )
    return firstStep(house, visit, reply)
  },
})

/** Somebody's own browser is counted by itself; everybody else by account, by network, and by both. */
const guessersFor = ({ runtime, secret }: House, { headers, address }: Visit, email: string): readonly Guesser[] => {
  const device = deviceIdIn(cookieIn(headers, deviceCookieName(runtime.outside.baseUrl)), secret, email)
  if (device !== undefined) return [{ budget: 'device', who: `${device} ${email}` }]
  const network = networkOf(address)
  return [
    { budget: 'account', who: email },
    { budget: 'accountFromNetwork', who: `${network} ${email}` },
    { budget: 'network', who: network },
  ]
}

const signOut = door({
  method: 'POST',
  path: '/sign-out',
  admits: 'anybody',
  input: z.strictObject({}),
  open: async (house, visit) => {
    const { cookies } = await forward(house, visit, { method: 'POST', path: '/sign-out' })
    if (visit.signedIn) house.cache.forget(visit.signedIn.session.personId)
    return { json: {}, cookies }
  },
})

/** Whoever knows the old one chooses a new one; every other device is signed out. */
const changePassword = door({
  method: 'POST',
  path: '/change-password',
  admits: 'signed-in',
  input: z.strictObject({ currentPassword: CurrentPassword, newPassword: NewPassword }),
  open: async (house, visit, { currentPassword, newPassword }) => {
    const { name, email } = await personAt(house, visit)
    refuseWeakPassword(newPassword, [name, email], '#/newPassword')
    const body = { currentPassword, newPassword, revokeOtherSessions: true }
    const { cookies } = await provenBySelf(house, visit, () =>
      forward(house, visit, { method: 'POST', path: '/change-password', body }),
    )
    await tellOfChange(house, visit, 'password-changed')
    return { json: {}, cookies }
  },
})

export const passwordDoors = [signIn, signOut, changePassword]
