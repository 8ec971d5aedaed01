import { createHash } from 'node:crypto'
import type { Work } from '#kernel/command.ts'
import { dayIn } from '#kernel/dates.ts'
import { sumOf } from '#kernel/money.ts'
import { legalEntityOf, organizationOf, originatingAccountOf } from '#modules/organizations/index.ts'
import { openPayoutDetails } from '#modules/payees/index.ts'
import { type FileRefusal, fieldErrorsOf } from '#modules/payments/bank-file.ts'
import { bankFileRefused, payDayOver } from '#modules/payments/problems.ts'
import { type Instruction, insertBankFile, instructionsOf, takeFileNumbers } from './bank-file-store.ts'
import { type Written, writeBankFile } from './bank-order.ts'
import type { LeftOut } from './left-out-store.ts'
import type { PayRun } from './pay-run.ts'

export type Sent = Readonly<{ instruction: Instruction; traceNumber: string | null }>
type Made = Readonly<{ ok: true; name: string; sha256: string; sent: readonly Sent[] }>
type Refused = Readonly<{ ok: false; leaving: readonly LeftOut[] }>

/** Where a bank file lies: sealed, because it is the one place where whole account numbers stand side by side. */
export const bankFilePlace = ({ tx }: Pick<Work, 'tx'>, payRunId: string) => ({
  organizationId: tx.organizationId,
  table: 'bank_files',
  column: 'content_sealed',
  rowId: payRunId,
})

/** Writes the file of a run and keeps it for ever, or says which payments no bank would take. */
export const makeBankFile = async (work: Work, run: PayRun): Promise<Made | Refused> => {
  const instructions = await instructionsOf(work.tx, run.id)
  const written = await write(work, run, instructions)
  return written.ok ? keep(work, run, { instructions, written }) : refusedOf(written.refusals, instructions)
}

type Kept = Readonly<{ instructions: readonly Instruction[]; written: Extract<Written, Readonly<{ ok: true }>> }>

const keep = async (
  work: Work,
  { id: payRunId, currency }: PayRun,
  { instructions, written }: Kept,
): Promise<Made> => {
  const { name, mediaType, text, traceNumbers } = written
  const sha256 = createHash('sha256').update(text).digest('hex')
  const content = work.secrets.seal(bankFilePlace(work, payRunId), text)
  const amounts = instructions.map(({ amount }) => amount)
  const file = { name, mediaType, content, sha256, payments: instructions.length, total: sumOf(amounts, currency) }
  await insertBankFile(work.tx, file, { payRunId, now: work.now })
  const sent = instructions.map((instruction, at) => ({ instruction, traceNumber: traceNumbers[at] ?? null }))
  return { ok: true, name, sha256, sent }
}

/** A payment that no bank would take can stay behind. When it is the payer, or all of them, there is no file at all. */
const refusedOf = (refusals: readonly FileRefusal[], instructions: readonly Instruction[]): Refused => {
  const byPayment = Map.groupBy(refusals, ({ paymentIndex }) => paymentIndex)
  if (byPayment.has(undefined) || byPayment.size >= instructions.length)
    throw bankFileRefused({ errors: fieldErrorsOf(refusals).slice(0, 100) })
  const leaving = [...byPayment].flatMap(([paymentIndex, found]) => {
    const reason = found.map(({ detail }) => detail).join(' ')
    return (instructions[paymentIndex ?? -1]?.lines ?? []).map(({ payableId }) => ({ payableId, reason }))
  })
  return { ok: false, leaving }
}

const write = async (work: Work, run: PayRun, instructions: readonly Instruction[]): Promise<Written> => {
  const { tx, now } = work
  const { timeZone } = await organizationOf(tx)
  const day = dayIn(timeZone, now)
  if (run.payOn < day) throw payDayOver({ payOn: run.payOn })
  const opened = await openPayoutDetails(
    work,
    instructions.map(({ payoutMethodId }) => payoutMethodId),
  )
  const withDetails = (instruction: Instruction) => {
    const details = opened.get(instruction.payoutMethodId)
    if (!details) throw new Error('The account of a payment is gone.')
    return { ...instruction, details }
  }
  const { legalEntityId } = run
  return writeBankFile({
    payRunNumber: run.number,
    payOn: run.payOn,
    entity: await legalEntityOf(tx, legalEntityId),
    account: await originatingAccountOf(work, legalEntityId),
    instructions: instructions.map(withDetails),
    createdAt: now,
    timeZone,
    numbers: await takeFileNumbers(tx, { legalEntityId, day, entries: instructions.length }),
  })
}
