import { createHash } from 'node:crypto'
import type { Actor } from '#kernel/actor.ts'
import type { Work } from '#kernel/command.ts'
import { sumOf } from '#kernel/money.ts'
import { recordDecision } from '#modules/approvals/index.ts'
import { legalEntityOf, originatingAccountOf } from '#modules/organizations/index.ts'
import { PayRunId } from '#modules/payments/contract.ts'
import { insertBankFile, takeFileNumbers } from '#modules/payments/pay-runs/bank-file-store.ts'
import { writeBankFile } from '#modules/payments/pay-runs/bank-order.ts'
import { bankFilePlace } from '#modules/payments/pay-runs/make-bank-file.ts'
import { approve, lock, type PayRun, release, step } from '#modules/payments/pay-runs/pay-run.ts'
import {
  contentHashOfRun,
  insertPayRun,
  payRunOf,
  recountRun,
  savePayRun,
  takeRunNumber,
} from '#modules/payments/pay-runs/store.ts'
import { dayOf } from '../day-of.ts'
import { bulkInsert } from './bulk-insert.ts'
import type { VolumeCompany } from './company.ts'
import type { PayDay } from './pay-days.ts'
import { type Gathered, type Payment, paymentsOf, reasonOf } from './pay-run-lines.ts'
import { freeReturned, insertPayments } from './payment-rows.ts'
import type { Ids } from './seeded-ids.ts'
import { leftOut } from './volume-tables.ts'

export type Scene = Readonly<{
  company: VolumeCompany
  newId: Ids
  whoIs: (place: number) => Payment['contractor']
  /** Whose payments came back; filled as the story goes on. */
  cameBack: Set<number>
}>

export type Played = Readonly<{ run: PayRun; fileName: string; sha256: string; payments: readonly Payment[] }>

/**
 * One pay day by the product's own rules: the run is prepared by finance, locked, approved and released by somebody else,
 * with a file for the bank; only the payments themselves are written many at once.
 */
export const playPayDay = async (
  vault: Omit<Work, 'actor' | 'now'>,
  scene: Scene,
  { payDay, gathered }: Readonly<{ payDay: PayDay; gathered: Gathered }>,
): Promise<Played | undefined> => {
  const { tx } = vault
  const { company, newId } = scene
  if (gathered.lines.size === 0) return undefined
  const payRunId = newId(PayRunId, payDay.preparedAt)
  const number = await takeRunNumber(tx)
  const payments = paymentsOf(gathered, scene.whoIs, { newId, at: payDay.preparedAt, runNumber: number })
  await insertPayRun(tx, {
    id: payRunId,
    number,
    legalEntityId: company.legalEntity.id,
    currency: 'USD',
    method: 'nacha',
    payOn: payDay.day,
    preparedBy: company.staff.finance,
    now: new Date(payDay.preparedAt),
  })
  const file = await writeFile(vault, scene, { payDay, payRunId, number, payments })
  await insertPayments(tx, scene, { payDay, payRunId, payments, traceNumbers: file.traceNumbers })
  await bulkInsert(
    tx,
    leftOut,
    gathered.leftOut.map((one) => ({
      pay_run_id: payRunId,
      payable_id: one.payableId,
      at_step: 'prepared',
      reason: reasonOf(one, scene.cameBack),
      left_out_at: new Date(payDay.preparedAt),
    })),
  )
  const run = await sendRun(vault, scene, { payDay, run: await recountRun(tx, payRunId) })
  await freeReturned(tx, payDay, payments)
  return { run, fileName: file.name, sha256: file.sha256, payments }
}

type Order = Readonly<{ payDay: PayDay; payRunId: PayRunId; number: number; payments: readonly Payment[] }>

const writeFile = async (
  vault: Omit<Work, 'actor' | 'now'>,
  { company }: Scene,
  { payDay, payRunId, number, payments }: Order,
) => {
  const { tx, secrets } = vault
  const legalEntityId = company.legalEntity.id
  const now = new Date(payDay.sentAt)
  const instructions = payments.map(({ instruction }) => instruction)
  const written = writeBankFile({
    payRunNumber: number,
    payOn: payDay.day,
    entity: await legalEntityOf(tx, legalEntityId),
    account: await originatingAccountOf(vault, legalEntityId),
    instructions,
    createdAt: now,
    timeZone: 'UTC',
    numbers: await takeFileNumbers(tx, { legalEntityId, day: dayOf(payDay.sentAt), entries: instructions.length }),
  })
  if (!written.ok) throw new Error(`The bank file of ${payDay.day} was refused: ${written.refusals[0]?.detail}`)
  const { name, mediaType, text, traceNumbers } = written
  const sha256 = createHash('sha256').update(text).digest('hex')
  const content = secrets.seal(bankFilePlace(vault, payRunId), text)
  const total = sumOf(
    instructions.map(({ amount }) => amount),
    'USD',
  )
  const file = { name, mediaType, content, sha256, payments: instructions.length, total }
  await insertBankFile(tx, file, { payRunId, now })
  return { name, sha256, traceNumbers }
}

/** From open to with the bank, step by step; a run that all payments of have arrived or come back is done. */
const sendRun = async (
  vault: Omit<Work, 'actor' | 'now'>,
  { company }: Scene,
  { payDay, run }: Readonly<{ payDay: PayDay; run: PayRun }>,
): Promise<PayRun> => {
  const { tx } = vault
  const { finance, releaser } = company.staff
  const minuteMs = 60_000
  const contentHash = await contentHashOfRun(tx, run.id)
  const locked = lock(run, { personId: finance, now: new Date(payDay.preparedAt + 10 * minuteMs), contentHash })
  await savePayRun(tx, locked)
  const approvedAt = new Date(payDay.sentAt - 5 * minuteMs)
  const approved = approve(locked, { personId: releaser, now: approvedAt })
  const actor = { ...asReleaser(company), confirmedAt: approvedAt }
  const about = {
    kind: 'pay-run',
    subjectId: run.id,
    contentHash,
    amount: null,
    siblingsSince: null,
    involvedPersonIds: [finance],
  } as const
  await recordDecision({ ...vault, actor, now: approvedAt }, { ...about, decision: 'approved', note: null })
  await savePayRun(tx, approved)
  const released = release(approved, { personId: releaser, now: new Date(payDay.sentAt) })
  await savePayRun(tx, released)
  const acknowledgedAt = new Date(payDay.sentAt + 40 * minuteMs)
  const known = { ...step(released, 'acknowledged', acknowledgedAt), acknowledgedAt }
  await savePayRun(tx, known)
  if (payDay.isLast) return payRunOf(tx, run.id)
  const { returned } = await payRunOf(tx, run.id)
  const settled = step(known, 'settled', new Date(payDay.settledAt))
  await savePayRun(tx, settled)
  if (returned > 0) await savePayRun(tx, step(settled, 'partially_returned', new Date(payDay.returnedAt)))
  return payRunOf(tx, run.id)
}

const asReleaser = ({ organizationId, staff }: VolumeCompany): Actor => ({
  organizationId,
  personId: staff.releaser,
  roles: ['releaser'],
  departmentIds: 'all',
  via: 'session',
})
