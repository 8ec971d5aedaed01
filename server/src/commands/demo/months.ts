import type { Actor } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/dates.ts'
import {
  approveInvoice,
  draftInvoice,
  type InvoiceId,
  rejectInvoice,
  returnInvoice,
  submitInvoice,
} from '#modules/invoices/contract.ts'
import {
  approvePayRun,
  listPayments,
  lockPayRun,
  type PayRunId,
  preparePayRun,
  releasePayRun,
  returnPayment,
  settlePayRun,
} from '#modules/payments/contract.ts'
import { cast } from './cast.ts'
import type { Company } from './company.ts'
import type { AtWork } from './contractors.ts'
import { dayOf } from './day-of.ts'
import type { Stage } from './stage.ts'

const work: readonly [string, ...string[]] = [
  'Design and production',
  'Concept and drafts',
  'Revisions',
  'Shoot and edit',
  'Interviews and notes',
  'Layout',
]

/** The end of a month: everybody at work writes an invoice, Dana decides on most of them. */
export const invoiceMonth = async (
  stage: Stage,
  company: Company,
  { crew, month, isLast }: Readonly<{ crew: readonly AtWork[]; month: Date; isLast: boolean }>,
) => {
  const label = month.toISOString().slice(0, 7)
  const dana = stage.as(company.people.dana, cast.dana.roles)
  for (const { actor, assignmentId, rate } of crew) {
    if (stage.chance.happens(0.08)) continue
    const lines = Array.from({ length: stage.chance.between(1, 3) }, () => ({
      description: `${stage.chance.one(work)}, ${label}`,
      quantity: `${stage.chance.between(4, 60)}.${stage.chance.one(['00', '25', '50', '75'])}`,
      unitPrice: `${rate}.00`,
    }))
    const issuedOn = dayOf(stage.now())
    const draft = await stage.perform(draftInvoice, actor, { assignmentId, number: `${label}-1`, issuedOn, lines })
    if (isLast && stage.chance.happens(0.1)) continue
    const { version } = await stage.perform(submitInvoice, actor, { invoiceId: draft.id, version: draft.version })
    if (isLast && stage.chance.happens(0.45)) continue
    const decided = { invoiceId: draft.id, version }
    if (stage.chance.happens(0.03))
      await stage.perform(rejectInvoice, dana, { ...decided, reason: 'This was invoiced last month already.' })
    else if (isLast && stage.chance.happens(0.1))
      await stage.perform(returnInvoice, dana, { ...decided, reason: 'Name the episode in each line.' })
    else await approve(stage, company, { ...decided, isLast })
  }
  await stage.deliver()
}

type Approval = Readonly<{ invoiceId: InvoiceId; version: number; isLast: boolean }>

/** Dana, and Maya too where the amount asks for two; in the last month she has not come to it yet. */
const approve = async (stage: Stage, { people }: Company, { isLast, ...decided }: Approval): Promise<void> => {
  const { status, version } = await stage.perform(approveInvoice, stage.as(people.dana, cast.dana.roles), decided)
  if (status !== 'in_approval' || isLast) return
  await stage.perform(approveInvoice, stage.as(people.maya, ['owner']), { ...decided, version })
}

/** What has fallen due is prepared by Lee, approved and released by Ruth, and settles; the last run is left on its way. */
export const payMonth = async (
  stage: Stage,
  { people, legalEntityId }: Company,
  { payOn, isLast, comesBack }: Readonly<{ payOn: PlainDate; isLast: boolean; comesBack: boolean }>,
) => {
  const lee = stage.as(people.lee, ['finance'])
  const ruth = stage.as(people.ruth, ['releaser'])
  const run = await stage.perform(preparePayRun, lee, {
    legalEntityId,
    currency: 'USD',
    payOn,
    method: 'nacha',
  })
  if (run.payments === 0) return
  const locked = await stage.perform(lockPayRun, lee, { payRunId: run.id, version: run.version })
  if (isLast) return
  const approved = await stage.perform(approvePayRun, ruth, { payRunId: run.id, version: locked.version })
  const released = await stage.perform(releasePayRun, ruth, { payRunId: run.id, version: approved.version })
  await stage.deliver()
  stage.goTo(new Date(`${payOn}T22:00:00Z`))
  await stage.perform(settlePayRun, lee, { payRunId: run.id, version: released.version, settledOn: payOn })
  if (comesBack) await bringBack(stage, lee, run.id)
  await stage.deliver()
}

/** The bank sends the smallest payment of a run back. */
const bringBack = async (stage: Stage, lee: Actor, payRunId: PayRunId): Promise<void> => {
  const { items } = await stage.perform(listPayments, lee, { payRunId, limit: 200 })
  const [smallest] = items.toSorted((one, other) => Number(one.amount.minor - other.amount.minor))
  if (!smallest) return
  const { id: paymentId, version } = smallest
  await stage.perform(returnPayment, lee, {
    paymentId,
    version,
    returnedOn: dayOf(stage.now()),
    code: 'R03',
  })
}
