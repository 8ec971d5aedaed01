import { afterAll, beforeAll, expect, test } from 'vitest'
import { runSchedule } from '#kernel/background/schedule.ts'
import { aTemplate, openedBy, sentAgreement, signedByContractor } from '#test/agreements-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { draftAgreement, listAgreements, listMyAgreements, viewAgreement } from './contract.ts'
import { expireAgreements } from './expire-agreements.ts'
import { agreementBlockers, sendAgreement } from './index.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const day = 86_400_000

test('an agreement says whose signature it waits for, since when and until when', async () => {
  const sent = await sentAgreement(w)
  const { contractorId, engagementId } = sent
  const blockers = () => w.work(w.member('owner'), ({ tx }) => agreementBlockers(tx, { contractorId, engagementId }))

  const waiting = await blockers()
  w.advance(60_000)
  const signed = await signedByContractor(w, sent)
  const countered = await blockers()

  expect(waiting).toMatchObject([
    { code: 'agreements.waits-for-contractor', owner: 'contractor', since: sent.agreement.sentAt, by: '2026-12-16' },
  ])
  expect(countered).toMatchObject([
    { code: 'agreements.waits-for-counter-signature', owner: 'legal', since: w.now(), by: '2026-12-16' },
  ])
  expect(signed.can).toEqual({ sign: false, decline: false })
})

test('another engagement waits for nothing, one that is about none in particular holds up all', async () => {
  const { contractorId } = await sentAgreement(w)
  const about = { contractorId, engagementId: '0199a000-0000-7000-8000-0000000000bb' as never }
  const blockers = () => w.work(w.member('owner'), ({ tx }) => agreementBlockers(tx, about))
  expect(await blockers()).toEqual([])
  const template = await aTemplate(w, { body: 'For {{contractor.name}}.' })

  await w.work(w.member('legal'), (work) =>
    sendAgreement(work, { templateId: template.id, contractorId, engagementId: null, fields: {} }),
  )

  expect(await blockers()).toHaveLength(1)
})

test('what is not signed by its last day runs out on the day after, where the organization is', async () => {
  const { agreementId, legal, actor } = await sentAgreement(w)
  await openedBy(w, { agreementId, actor })
  const status = async () => (await w.done(viewAgreement, legal, { agreementId })).status

  w.advance(30 * day)
  await runSchedule(w.runtime, expireAgreements)
  const onTheDay = await status()
  w.advance(day)
  await runSchedule(w.runtime, expireAgreements)
  await runSchedule(w.runtime, expireAgreements)

  expect(onTheDay).toBe('viewed')
  expect(await status()).toBe('expired')
  const facts = (await w.journal()).filter(
    ({ name, data }) => name === 'agreements.expired' && data.agreementId === agreementId,
  )
  expect(facts).toHaveLength(1)
  w.advance(-31 * day)
})

test('the list finds by state, contractor, engagement and words, and goes on where it ended', async () => {
  const { contractorId, engagementId, template, legal } = await sentAgreement(w, { content: { name: '100% secret' } })
  const about = { templateId: template.id, contractorId, engagementId }
  const draft = await w.done(draftAgreement, legal, about)

  const drafts = await w.done(listAgreements, legal, { contractorId, status: 'draft' })
  const found = await w.done(listAgreements, legal, { search: '100% s', engagementId })
  const first = await w.done(listAgreements, legal, { contractorId, limit: 1 })
  const second = await w.done(listAgreements, legal, { contractorId, limit: 1, after: first.next })

  expect(drafts.items.map(({ id }) => id)).toEqual([draft.id])
  expect(found.items).toHaveLength(2)
  expect((await w.done(listAgreements, legal, { search: '100_ s' })).items).toEqual([])
  expect([...first.items, ...second.items].map(({ status }) => status)).toEqual(['draft', 'sent'])
  expect(second.next).toBeNull()
})

test('a contractor lists what they were sent, and nothing of anybody else', async () => {
  const mine = await sentAgreement(w)
  await sentAgreement(w)

  const { items } = await w.done(listMyAgreements, mine.actor, {})

  expect(items.map(({ id }) => id)).toEqual([mine.agreementId])
})
