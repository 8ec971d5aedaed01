import { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { approveInvoice, draftInvoice, rejectInvoice, submitInvoice } from '#modules/invoices/contract.ts'
import {
  approvePayRun,
  cancelPayRun,
  downloadBankFile,
  listPayments,
  lockPayRun,
  preparePayRun,
  releasePayRun,
  returnPayment,
  settlePayment,
  settlePayRun,
} from '#modules/payments/contract.ts'
import type { Chance } from '#server/commands/demo/random.ts'
import type { Answer, Ask, Caller } from './caller.ts'
import type { AtWork, Company, Login } from './company.ts'

export type BankFile = Readonly<{ name: string; content: string }>

export type Stage = Readonly<{
  company: Company
  caller: Caller
  chance: Chance
  /** Waits until everything that follows from what was done is done. */
  deliver: () => Promise<void>
}>

const Made = z.object({ id: z.string(), version: z.number(), status: z.string() })
type Made = z.output<typeof Made>

/** Everybody at work is paid for one invoice, and every step is asked for by several at once, each insisting. */
export const playRound = async (stage: Stage, round: number): Promise<readonly BankFile[]> => {
  const drafts = await draftAll(stage, round)
  const submitted = await race(
    stage,
    drafts.map(({ by, made }, at) =>
      rivals(`submit-${round}-${at}`, [[by, submitInvoice, { invoiceId: made.id, version: made.version }, 2, 2]]),
    ),
  )
  await race(
    stage,
    submitted.flatMap(first).map((made, at) => decisionsOn(stage, made, `${round}-${at}`, (at + round) % 9 === 0)),
  )
  await stage.deliver()
  const runs = await prepare(stage, round)
  const files: BankFile[] = []
  for (const run of runs) files.push(...(await payOut(stage, run, round)))
  return files
}

/** Who asks what, how often under one key, and how often under keys of their own. */
type Rival = readonly [by: Login, endpoint: Endpoint, input: Ask['input'], sameKey: number, otherKeys: number]

const rivals = (name: string, wanted: readonly Rival[]): readonly Ask[] =>
  wanted.flatMap(([by, endpoint, input, sameKey, otherKeys], at) => {
    const ask = { by, endpoint, input }
    const key = `${name}-${endpoint.name}-${at}`
    return [
      ...Array.from({ length: sameKey }, () => ({ ...ask, key })),
      ...Array.from({ length: otherKeys }, (_, other) => ({ ...ask, key: `${key}-${other}` })),
    ]
  })

/** All orders of all groups at once and in any order; the answers come back by group. */
const race = async (
  { caller, chance }: Stage,
  groups: readonly (readonly Ask[])[],
): Promise<readonly (readonly Answer[])[]> => {
  const answers = groups.map((): Answer[] => [])
  const all = groups.flatMap((group, at) => group.map((ask) => ({ ask, at, place: chance.between(0, 1_000_000) })))
  all.sort((one, other) => one.place - other.place)
  await Promise.all(all.map(async ({ ask, at }) => answers[at]?.push(await caller.insist(ask))))
  return answers
}

/** What the winner of a race was answered; nothing when nobody won. */
const first = (answers: readonly Answer[]): readonly Made[] => {
  const won = answers.find(({ status }) => status === 200)
  return won ? [Made.parse(JSON.parse(won.text))] : []
}

/** Two keys for one number: only one of the two may become an invoice. */
const draftAll = async (stage: Stage, round: number) => {
  const { company, chance } = stage
  const groups = company.atWork.map(({ login, assignmentId }, at) => {
    const unitPrice = `${chance.between(20, 400)}.${chance.between(10, 99)}`
    const lines = [
      { description: 'Design and production', quantity: `${chance.between(1, 12)}.25`, unitPrice },
      { description: 'Revisions', quantity: '1', unitPrice: '19.99' },
    ]
    const content = { assignmentId, number: `${round}-${at}`, issuedOn: company.today, lines }
    return rivals(`draft-${round}-${at}`, [[login, draftInvoice, content, 2, 1]])
  })
  const answers = await race(stage, groups)
  return company.atWork.flatMap(({ login: by }: AtWork, at) => first(answers[at] ?? []).map((made) => ({ by, made })))
}

const decisionsOn = ({ company }: Stage, { id: invoiceId, version }: Made, name: string, isContested: boolean) => {
  const { dana, maya } = company.members
  const asked = { invoiceId, version }
  return rivals(`decide-${name}`, [
    [dana, approveInvoice, asked, 3, 2],
    [maya, approveInvoice, asked, 2, 1],
    ...(isContested ? [[maya, rejectInvoice, { ...asked, reason: 'This was invoiced before.' }, 1, 1] as const] : []),
  ])
}

const prepare = async (stage: Stage, round: number): Promise<readonly Made[]> => {
  const { legalEntityId, payOn, members } = stage.company
  const asked = { legalEntityId, currency: 'USD', payOn, method: 'nacha' }
  const [answers = []] = await race(stage, [
    rivals(`prepare-${round}`, [
      [members.lee, preparePayRun, asked, 3, 3],
      [members.maya, preparePayRun, asked, 2, 2],
    ]),
  ])
  const runs = answers.filter(({ status }) => status === 200).map(({ text }) => Made.parse(JSON.parse(text)))
  return [...new Map(runs.map((run) => [run.id, run])).values()]
}

/** From a prepared run to the end of its payments. In some rounds somebody cancels while another approves or releases. */
const payOut = async (stage: Stage, run: Made, round: number): Promise<readonly BankFile[]> => {
  const { lee, maya, ruth } = stage.company.members
  const name = `${round}-${run.id}`
  const at = ({ id: payRunId, version }: Made) => ({ payRunId, version })
  const step = async (wanted: readonly Rival[]) =>
    // Where the withdrawal won, the run is over.
    (await race(stage, [rivals(name, wanted)])).flatMap(first).filter(({ status }) => status !== 'cancelled')
  const withdraw = (made: Made): readonly Rival[] => [
    [lee, cancelPayRun, { ...at(made), reason: 'Tomorrow instead.' }, 1, 1],
  ]

  const [locked] = await step([
    [lee, lockPayRun, at(run), 3, 2],
    [maya, lockPayRun, at(run), 2, 1],
  ])
  if (!locked) return []
  const [approved] = await step([
    [ruth, approvePayRun, at(locked), 3, 3],
    ...(round % 5 === 2 ? withdraw(locked) : []),
  ])
  if (!approved) return []
  const [released] = await step([
    [ruth, releasePayRun, at(approved), 4, 4],
    ...(round % 5 === 4 ? withdraw(approved) : []),
  ])
  if (!released) return []
  const { text } = await stage.caller.insist({
    by: ruth,
    endpoint: downloadBankFile,
    input: { payRunId: run.id },
    key: `file-${name}`,
  })
  const file = z.object({ name: z.string(), content: z.string() }).safeParse(JSON.parse(text))
  await reconcile(stage, released, round)
  return file.success ? [file.data] : []
}

const Payments = z.object({ items: z.array(Made), next: z.string().nullable() })

/** The bank says how each payment ended, several times over; in some cases one voice says settled and another returned. */
const reconcile = async (stage: Stage, run: Made, round: number): Promise<void> => {
  const { company, caller } = stage
  const { lee, maya } = company.members
  const { text } = await caller.insist({ by: lee, endpoint: listPayments, input: { payRunId: run.id, limit: 200 } })
  const settledOn = company.today
  const groups = Payments.parse(JSON.parse(text)).items.map(({ id: paymentId, version }, at) => {
    const asked = { paymentId, version }
    const comesBack = (at + round) % 25 === 0
    return rivals(`end-${round}-${at}`, [
      [lee, settlePayment, { ...asked, settledOn }, 2, 1],
      [maya, settlePayment, { ...asked, settledOn }, 1, 1],
      ...(comesBack ? [[lee, returnPayment, { ...asked, returnedOn: settledOn, code: 'R03' }, 2, 1] as const] : []),
    ])
  })
  const whole = rivals(`end-${round}-${run.id}`, [
    [lee, settlePayRun, { payRunId: run.id, version: run.version, settledOn }, 2, 2],
  ])
  await race(stage, [...groups, whole])
}
