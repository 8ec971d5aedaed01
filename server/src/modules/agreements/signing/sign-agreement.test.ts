import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  counterSign,
  declineMyAgreement,
  listAgreements,
  openMyAgreement,
  signMyAgreement,
  viewAgreement,
  viewMyAgreement,
  voidAgreement,
} from '#modules/agreements/contract.ts'
import { addDepartment } from '#modules/organizations/contract.ts'
import {
  completedAgreement,
  openedBy,
  sentAgreement,
  signatureOf,
  signedByContractor,
} from '#test/agreements-world.ts'
import { memberOnFile } from '#test/approvals-world.ts'
import { takenMeanwhile } from '#test/between-transactions.ts'
import { drawnSignature } from '#test/drawings.ts'
import { readyContractor } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { signMyAgreement as signMyAgreementHandler } from './sign-agreement.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const day = 86_400_000

test('nobody signs what they have not opened', async () => {
  const sent = await sentAgreement(w)

  const { body } = await w.ask(signMyAgreement, sent.actor, {
    ...signatureOf(sent.agreement, 'Priya Raman'),
    consentVersion: '2026-11',
  })

  expect(body).toMatchObject({ type: '/problems/agreement-not-opened' })
})

test('a text that was swapped between showing and signing is refused', async () => {
  const sent = await sentAgreement(w)
  const given = signatureOf(await openedBy(w, sent), 'Priya Raman')

  const { status, body } = await w.ask(signMyAgreement, sent.actor, { ...given, contentHash: 'f'.repeat(64) })

  expect(status).toBe(409)
  expect(body).toMatchObject({ type: '/problems/agreement-other-text' })
})

test('a signature without consent, or under words that have changed, does not count', async () => {
  const sent = await sentAgreement(w)
  const given = signatureOf(await openedBy(w, sent), 'Priya Raman')

  const without = await w.ask(signMyAgreement, sent.actor, { ...given, consents: false })
  const outdated = await w.ask(signMyAgreement, sent.actor, { ...given, consentVersion: '2019-01' })

  expect(without.body).toMatchObject({ errors: [{ pointer: '#/consents' }] })
  expect(outdated.body).toMatchObject({ type: '/problems/agreement-consent-outdated' })
})

const png = drawnSignature
const drawing = (base64: string) => ({ kind: 'drawn', image: `data:image/png;base64,${base64}` })
const cut = Buffer.from(png, 'base64').subarray(0, 60).toString('base64')

test('while a drawing is tried out, nothing is locked and no connection to the database waits for it', async () => {
  const sent = await sentAgreement(w)
  const input = { ...signatureOf(await openedBy(w, sent), 'Priya Raman'), signature: drawing(png) }

  const taken = await takenMeanwhile(w, signMyAgreementHandler, { actor: sent.actor, input })

  expect(taken).toEqual([0])
  expect((await w.done(viewMyAgreement, sent.actor, { agreementId: sent.agreementId })).can.sign).toBe(false)
})

test('somebody who signs for nobody does not learn what is wrong with a signature', async () => {
  const sent = await sentAgreement(w)
  const given = { ...signatureOf(await openedBy(w, sent), 'Priya Raman'), signature: drawing(cut) }

  const { status, text } = await w.ask(signMyAgreement, { ...sent.actor, via: 'key' }, given)

  expect(status).toBe(403)
  expect(text).not.toContain('signature/image')
})

test('another contractor does not find it, not even to decline it', async () => {
  const { agreementId, agreement } = await sentAgreement(w)
  const other = (await readyContractor(w, 'Bo Lund')).actor

  expect((await w.ask(viewMyAgreement, other, { agreementId })).status).toBe(404)
  expect((await w.ask(openMyAgreement, other, { agreementId })).status).toBe(404)
  expect((await w.ask(declineMyAgreement, other, { agreementId, version: 2, reason: 'no reason' })).status).toBe(404)
  const given = { ...signatureOf(agreement, 'Bo Lund'), consentVersion: '2026-11' }
  expect((await w.ask(signMyAgreement, other, given)).status).toBe(404)
})

test('a key signs for nobody, and somebody who only reads signs for nobody else', async () => {
  const sent = await sentAgreement(w)
  const signed = await signedByContractor(w, sent)
  const given = { ...signatureOf(signed, 'Ines Duarte'), consentVersion: '2026-11' }

  expect((await w.ask(counterSign, { ...w.member('legal'), via: 'key' }, given)).status).toBe(403)
  expect((await w.ask(counterSign, w.member('auditor'), given)).status).toBe(403)
  expect((await w.ask(signMyAgreement, { ...sent.actor, via: 'key' }, given)).status).toBe(403)
})

test('the organization signs after the contractor, never before', async () => {
  const { agreement } = await sentAgreement(w)
  const ines = await memberOnFile(w, 'Ines Duarte', 'legal')
  const given = { ...signatureOf(agreement, 'Ines Duarte'), consentVersion: '2026-11' }

  expect((await w.ask(counterSign, ines, given)).body).toMatchObject({ type: '/problems/agreement-not-your-turn' })
})

test('the same person does not sign for both sides', async () => {
  const sent = await sentAgreement(w)
  const signed = await signedByContractor(w, sent)
  const both = { ...w.member('legal'), personId: sent.actor.personId }
  const given = { ...signatureOf(signed, 'Priya Raman'), consentVersion: '2026-11' }

  expect((await w.ask(counterSign, both, given)).body).toMatchObject({ type: '/problems/agreement-already-signed' })
})

test('after its last day, after it was voided and after it was declined nobody signs', async () => {
  const late = await sentAgreement(w)
  const given = signatureOf(await openedBy(w, late), 'Priya Raman')
  w.advance(31 * day)
  expect((await w.ask(signMyAgreement, late.actor, given)).body).toMatchObject({
    type: '/problems/agreement-expired',
  })
  w.advance(-31 * day)

  const voided = await sentAgreement(w)
  const shown = await openedBy(w, voided)
  const { agreementId } = voided
  await w.done(voidAgreement, voided.legal, { agreementId, version: shown.version, reason: 'wrong rate' })
  const again = { ...signatureOf(shown, 'Priya Raman'), version: shown.version + 1 }
  expect((await w.ask(signMyAgreement, voided.actor, again)).body).toMatchObject({
    type: '/problems/agreement-cannot-move',
    from: 'voided',
  })

  const declined = await sentAgreement(w)
  const seen = await openedBy(w, declined)
  const no = { agreementId: declined.agreementId, version: seen.version, reason: 'clause 4' }
  expect(await w.done(declineMyAgreement, declined.actor, no)).toMatchObject({
    status: 'declined',
    reason: 'clause 4',
  })
  const yes = { ...signatureOf(seen, 'Priya Raman'), version: seen.version + 1 }
  expect((await w.ask(signMyAgreement, declined.actor, yes)).status).toBe(409)
})

test('opening it is recorded each time, the first time is what counts', async () => {
  const sent = await sentAgreement(w)

  const first = await openedBy(w, sent)
  w.advance(60_000)
  const second = await openedBy(w, sent)

  expect(first.status).toBe('viewed')
  expect(second).toMatchObject({ viewedAt: first.viewedAt, version: first.version })
  const looks = (await w.journal()).filter(
    ({ name, data }) => name === 'agreements.viewed' && data.agreementId === sent.agreementId,
  )
  expect(looks).toHaveLength(2)
})

test('a signature keeps who, how they signed in, from where, when, under which words and for which text', async () => {
  const sent = await sentAgreement(w)
  const shown = await openedBy(w, sent)
  const peer = { incoming: { socket: { remoteAddress: '203.0.113.17' } } }
  const { agreementId, ...given } = signatureOf(shown, 'Priya Raman')
  const response = await w.app.request(
    `/api/v1/portal/agreements/${agreementId}/signature`,
    {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Mozilla/5.0 (iPhone)',
        authorization: w.tokenFor(sent.actor),
      },
      body: JSON.stringify({ ...given, signature: drawing(png) }),
    },
    peer,
  )

  expect(response.status).toBe(200)
  const [row] = await w.sql('select * from agreement_signatures where agreement_id = $1', [agreementId])
  expect(row).toMatchObject({
    role: 'contractor',
    person_id: sent.actor.personId,
    name: 'Priya Raman',
    content_sha256: sent.agreement.contentHash,
    consent_version: '2026-11',
    signed_at: w.now(),
    evidence: {
      accountName: 'Priya Raman',
      authentication: 'Signed in to their account',
      signedInAt: sent.actor.confirmedAt?.toISOString(),
      address: '203.0.113.17',
      userAgent: 'Mozilla/5.0 (iPhone)',
    },
  })
})

test('a signature is never changed and never taken away', async () => {
  const sent = await sentAgreement(w)
  await signedByContractor(w, sent)

  await expect(w.sql(`update agreement_signatures set name = 'Mallory'`)).rejects.toThrow('keeps what happened')
  await expect(w.sql('delete from agreement_signatures')).rejects.toThrow('keeps what happened')
})

test('who signs for the organization signs in the name of the legal entity', async () => {
  const { agreement } = await completedAgreement(w)

  expect(agreement).toMatchObject({
    status: 'completed',
    signatures: [
      { role: 'contractor', name: 'Priya Raman', capacity: '' },
      { role: 'organization', name: 'Ines Duarte', capacity: expect.stringMatching(/^For Northwind LLC/) },
    ],
    can: { sign: false, void: false },
  })
})

test('a member of another department neither finds nor signs it', async () => {
  const sent = await sentAgreement(w)
  const design = await w.done(addDepartment, w.member('owner'), { name: 'Design' })
  await w.sql('update contractors set department_id = $2 where id = $1', [sent.contractorId, design.id])
  const signed = await signedByContractor(w, sent)
  const dana = await memberOnFile(w, 'Dana Whitfield', 'manager')
  const given = { ...signatureOf(signed, 'Dana Whitfield'), consentVersion: '2026-11' }
  const elsewhere = { ...dana, departmentIds: ['0199a000-0000-7000-8000-0000000000aa'] }

  expect((await w.ask(viewAgreement, elsewhere, { agreementId: sent.agreementId })).status).toBe(404)
  expect((await w.ask(counterSign, elsewhere, given)).status).toBe(404)
  expect((await w.done(listAgreements, elsewhere, {})).items.map(({ id }) => id)).not.toContain(sent.agreementId)
  expect((await w.done(counterSign, { ...dana, departmentIds: [design.id] }, given)).status).toBe('completed')
})
