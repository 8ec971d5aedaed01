import { afterAll, beforeAll, expect, test } from 'vitest'
import { counterSign, signMyAgreement, viewAgreement, voidAgreement } from '#modules/agreements/contract.ts'
import { openedBy, sentAgreement, signatureOf } from '#test/agreements-world.ts'
import { memberOnFile } from '#test/approvals-world.ts'
import { createWorld, type World } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

test('of twenty signatures of the same person at once one counts', async () => {
  const sent = await sentAgreement(w)
  const given = signatureOf(await openedBy(w, sent), 'Priya Raman')

  const answers = await Promise.all(Array.from({ length: 20 }, () => w.ask(signMyAgreement, sent.actor, given)))

  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(19)
  expect(await w.sql('select role from agreement_signatures where agreement_id = $1', [sent.agreementId])).toEqual([
    { role: 'contractor' },
  ])
})

test('when contractor, organization and a second member act at the same moment, nothing is lost and nothing is doubled', async () => {
  const ines = await memberOnFile(w, 'Ines Duarte', 'legal')
  const maya = await memberOnFile(w, 'Maya Lindqvist', 'owner')
  const pairs: Awaited<ReturnType<typeof sentAgreement>>[] = []
  while (pairs.length < 25) pairs.push(await sentAgreement(w))
  const until = async (ask: () => Promise<Readonly<{ status: number; body: { type: string } }>>) => {
    for (let tries = 0; tries < 200; tries += 1) {
      const { status, body } = await ask()
      if (status === 200) return 'signed'
      if (['/problems/agreement-already-signed', '/problems/agreement-cannot-move'].includes(body.type)) return 'late'
    }
    return 'gave up'
  }

  await Promise.all(
    pairs.map(async (sent) => {
      const shown = await openedBy(w, sent)
      const { agreementId } = sent
      const counter = (actor: typeof ines, name: string) =>
        until(async () => {
          const { version } = await w.done(viewAgreement, actor, { agreementId })
          return w.ask(counterSign, actor, { ...signatureOf(shown, name), version })
        })
      const outcomes = await Promise.all([
        w.ask(signMyAgreement, sent.actor, signatureOf(shown, 'Priya Raman')).then(({ status }) => status),
        counter(ines, 'Ines Duarte'),
        counter(maya, 'Maya Lindqvist'),
      ])

      expect(outcomes.toSorted()).toEqual([200, 'late', 'signed'])
      const view = await w.done(viewAgreement, ines, { agreementId })
      expect(view.status).toBe('completed')
      expect(view.signatures.map(({ role }) => role)).toEqual(['contractor', 'organization'])
    }),
  )
})

test('of a signature and a voiding at the same moment one happens, and the other is told', async () => {
  for (let round = 0; round < 10; round += 1) {
    const sent = await sentAgreement(w, { content: { counterSignature: false } })
    const { agreementId } = sent
    const shown = await openedBy(w, sent)
    const calledOff = { agreementId, version: shown.version, reason: 'changed our minds' }

    const answers = await Promise.all([
      w.ask(signMyAgreement, sent.actor, signatureOf(shown, 'Priya Raman')),
      w.ask(voidAgreement, sent.legal, calledOff),
    ])

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  }
})
