import {
  approveInvoice,
  draftInvoice,
  rejectInvoice,
  returnInvoice,
  submitInvoice,
} from '#modules/invoices/contract.ts'
import { approvePayRun, lockPayRun, preparePayRun, releasePayRun, settlePayRun } from '#modules/payments/contract.ts'
import { cast } from './cast.ts'
import type { Company } from './company.ts'
import type { AtWork } from './contractors.ts'
import type { Stage } from './stage.ts'

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)
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
    const issuedOn = dayOf(stage.now()) as never
    const draft = await stage.perform(draftInvoice, actor, { assignmentId, number: `${label}-1`, issuedOn, lines })
    if (isLast && stage.chance.happens(0.1)) continue
    const { version } = await stage.perform(submitInvoice, actor, { invoiceId: draft.id, version: draft.version })
    if (isLast && stage.chance.happens(0.45)) continue
    const decided = { invoiceId: draft.id, version }
    if (stage.chance.happens(0.03))
      await stage.perform(rejectInvoice, dana, { ...decided, reason: 'This was invoiced last month already.' })
    else if (isLast && stage.chance.happens(0.1))
      await stage.perform(returnInvoice, dana, { ...decided, reason: 'Name the episode in each line.' })
    else await stage.perform(approveInvoice, dana, decided)
  }
  await stage.deliver()
}

/** What has fallen due is prepared by Lee, approved and released by Ruth, and settles; the last run is left on its way. */
export const payMonth = async (
  stage: Stage,
  { people, legalEntityId }: Company,
  { payOn, isLast }: Readonly<{ payOn: string; isLast: boolean }>,
) => {
  const lee = stage.as(people.lee, ['finance'])
  const ruth = stage.as(people.ruth, ['releaser'])
  const run = await stage.perform(preparePayRun, lee, {
    legalEntityId,
    currency: 'USD',
    payOn: payOn as never,
    method: 'nacha',
  })
  if (run.payments === 0) return
  const locked = await stage.perform(lockPayRun, lee, { payRunId: run.id, version: run.version })
  if (isLast) return
  const approved = await stage.perform(approvePayRun, ruth, { payRunId: run.id, version: locked.version })
  const released = await stage.perform(releasePayRun, ruth, { payRunId: run.id, version: approved.version })
  await stage.deliver()
  stage.goTo(new Date(`${payOn}T22:00:00Z`))
  await stage.perform(settlePayRun, lee, { payRunId: run.id, version: released.version, settledOn: payOn as never })
  await stage.deliver()
}
