import type { ClientConfig } from 'pg'
import { addDays, addMonths, dayIn, firstDayOfMonth, lastDayOfMonth, type PlainDate } from '#kernel/dates.ts'
import { OrganizationId, uuidV7 } from '#kernel/ids.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { changePolicy } from '#modules/approvals/contract.ts'
import { bankingDayOnOrAfter, federalReserve } from '#modules/payments/banking-calendar.ts'
import { type Company, foundCompany } from './company.ts'
import { type AtWork, engage, openProjects } from './contractors.ts'
import { inviteSome } from './invitations.ts'
import { invoiceMonth, payMonth } from './months.ts'
import { addNda, agree } from './papers.ts'
import { createStage, type Stage } from './stage.ts'
import type { Staff } from './volume/company.ts'
import { fillWithVolume } from './volume/fill-with-volume.ts'

type Size = Readonly<{
  contractors: number
  /** How many of them are played step by step, and for how many months. */
  crew: number
  months: number
  /** What the others bring. */
  volume: Readonly<{ invoices: number; owner: ClientConfig }>
}>

const volumeSeed = 20_261_122
const noon = (day: PlainDate): Date => new Date(`${day}T19:00:00Z`)

/**
 * Two years of Northwind. A crew is told through the same commands that people use, and everybody else by the same rules,
 * written by the thousand.
 */
export const makeNorthwind = async (runtime: Runtime, size: Size, say: (line: string) => void): Promise<void> => {
  const today = dayIn('America/Los_Angeles', runtime.outside.now())
  const begins = firstDayOfMonth(addMonths(today, -size.months))
  const founded = firstDayOfMonth(addMonths(today, -25))
  const organizationId = OrganizationId.parse(uuidV7(noon(founded), runtime.outside.randomBytes(10)))
  const stage = createStage(runtime, organizationId, noon(founded))

  say('Setting up Northwind …')
  const company = await foundCompany(stage)
  const maya = stage.as(company.people.maya, ['owner'])
  await stage.perform(changePolicy, maya, { secondAbove: [{ amount: '9000.00', currency: 'USD' }], version: 0 })
  await playCrew(stage, company, { ...size, begins }, say)
  stage.goTo(new Date(runtime.outside.now().getTime() - 3 * 86_400_000))
  await inviteSome(stage, company, size.crew / 2)
  const wish = {
    ...size.volume,
    contractors: Math.max(1, size.contractors - size.crew),
    seed: volumeSeed,
    domain: 'northwind.example',
  }
  await fillWithVolume(runtime, { ...wish, organizationId, staff: staffOf(company) }, say)
}

type Crew = Pick<Size, 'crew' | 'months'> & Readonly<{ begins: PlainDate }>

/** Those who have a face: they sign, work, write invoices month by month, and are paid or held up. */
const playCrew = async (stage: Stage, company: Company, size: Crew, say: (line: string) => void): Promise<void> => {
  const { begins } = size
  const projects = await openProjects(stage, company)
  const templateId = await addNda(stage, company)
  stage.goTo(noon(begins))
  const crew: AtWork[] = []
  for (let place = 0; place < size.crew; place += 1) {
    const projectId = projects[place % projects.length]
    if (projectId) crew.push(await engage(stage, company, { place, projectId }))
  }
  await stage.deliver()
  for (const [place, someone] of crew.entries())
    if (place < crew.length - 4) await agree(stage, company, { templateId, someone, progress: 'completed' })
  for (let month = 0; month < size.months; month += 1) {
    const last = lastDayOfMonth(addMonths(begins, month))
    say(`${last.slice(0, 7)}: invoices, decisions, payments …`)
    const isLast = month === size.months - 1
    stage.goTo(noon(last))
    await invoiceMonth(stage, company, { crew, month: noon(last), isLast })
    if (month > 0)
      await payMonth(stage, company, {
        payOn: bankingDayOnOrAfter(addDays(last, 1), federalReserve),
        isLast,
        comesBack: month === size.months - 2,
      })
  }
  for (const [place, progress] of (['signed', 'opened', 'sent'] as const).entries()) {
    const someone = crew[crew.length - 4 + place]
    if (someone) await agree(stage, company, { templateId, someone, progress })
  }
}

const staffOf = ({ people }: Company): Staff => ({
  owner: people.maya,
  manager: people.dana,
  finance: people.lee,
  releaser: people.ruth,
  legal: people.ines,
})
