import { afterAll, beforeAll, expect, test } from 'vitest'
import { inviteAgain, showPortalLink, viewOnboarding, viewPortalInvitation } from '#modules/onboarding/contract.ts'
import { invited, onboarded } from '#test/onboarding-world.ts'
import { createWorld, type World } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

test('only the manager who invited a contractor sees the link, once, and the journal says so', async () => {
  const { onboardingId, manager, token } = await invited(w)
  const other = await w.ask(showPortalLink, w.member('owner'), { onboardingId })
  const { can } = await w.done(viewOnboarding, manager, { onboardingId })

  const shown = await w.done(showPortalLink, manager, { onboardingId })
  const again = await w.ask(showPortalLink, manager, { onboardingId })

  expect(other.body).toMatchObject({ type: '/problems/invitation-of-another' })
  expect(can.showLink).toBe(true)
  expect(shown.address).toBe(`http://localhost:3000/portal-invitation#${token}`)
  expect(again.body).toMatchObject({ type: '/problems/link-shown' })
  expect((await w.done(viewOnboarding, manager, { onboardingId })).can.showLink).toBe(false)
  expect((await w.journal()).at(-1)).toMatchObject({
    name: 'onboarding.invitation-link-shown',
    personId: manager.personId,
  })
})

test('whoever invites again may see the new link, and the one before stops working', async () => {
  const { onboardingId, token, onboarding } = await invited(w)
  const owner = w.member('owner')
  await w.done(inviteAgain, owner, { onboardingId, version: onboarding.version })

  const { address } = await w.done(showPortalLink, owner, { onboardingId })

  expect((await w.ask(viewPortalInvitation, undefined, { token })).status).toBe(404)
  expect((await w.ask(viewPortalInvitation, undefined, { token: address.split('#')[1] })).status).toBe(200)
})

test('once the contractor has accepted there is no link to see', async () => {
  const { onboardingId, manager } = await onboarded(w)

  const { body } = await w.ask(showPortalLink, manager, { onboardingId })

  expect(body).toMatchObject({ type: '/problems/no-open-invitation' })
})
