import type { ClientConfig } from 'pg'
import { addDays, addMonths, dayIn, firstDayOfMonth, lastDayOfMonth, type PlainDate } from '#kernel/dates.ts'
import { OrganizationId, uuidV7 } from '#kernel/ids.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { bankingDayOnOrAfter, federalReserve } from '#modules/payments/banking-calendar.ts'
import { type Company, foundCompany } from './company.ts'
import { type AtWork, engage, fileContractors, openProjects } from './contractors.ts'
import { invoiceMonth, payMonth } from './months.ts'
import { createStage } from './stage.ts'
import type { Staff } from './volume/company.ts'
import { fillWithVolume } from './volume/fill-with-volume.ts'

type Size = Readonly<{ contractors: number; crew: number; months: number }> &
  Readonly<{ volume?: Readonly<{ invoices: number; owner: ClientConfig }> | undefined }>

const volumeSeed = 20_261_122
const noon = (day: PlainDate): Date => new Date(`${day}T19:00:00Z`)

/** Two years of Northwind, told through the same commands that people use. */
export const makeNorthwind = async (runtime: Runtime, size: Size, say: (line: string) => void): Promise<void> => {
  const today = dayIn('America/Los_Angeles', runtime.outside.now())
  const begins = firstDayOfMonth(addMonths(today, -size.months))
  const organizationId = OrganizationId.parse(uuidV7(noon(begins), runtime.outside.randomBytes(10)))
  const stage = createStage(runtime, organizationId, noon(begins))

  say('Setting up Northwind …')
  const company = await foundCompany(stage)
  const projects = await openProjects(stage, company)
  const crew: AtWork[] = []
  for (let place = 0; place < size.crew; place += 1) {
    const projectId = projects[place % projects.length]
    if (projectId) crew.push(await engage(stage, company, { place, projectId }))
  }
  await stage.deliver()
  for (let month = 0; month < size.months; month += 1) {
    const last = lastDayOfMonth(addMonths(begins, month))
    say(`${last.slice(0, 7)}: invoices, decisions, payments …`)
    const isLast = month === size.months - 1
    stage.goTo(noon(last))
    await invoiceMonth(stage, company, { crew, month: noon(last), isLast })
    if (month > 0)
      await payMonth(stage, company, { payOn: bankingDayOnOrAfter(addDays(last, 1), federalReserve), isLast })
  }
  stage.goTo(runtime.outside.now())
  const others = Math.max(0, size.contractors - size.crew)
  if (!size.volume) {
    say(`Putting ${size.contractors} people on file …`)
    await fileContractors(stage, company, others)
    await stage.deliver()
    return
  }
  const wish = { ...size.volume, contractors: others, seed: volumeSeed, domain: 'northwind.example' }
  await fillWithVolume(runtime, { ...wish, organizationId, staff: staffOf(company) }, say)
}

const staffOf = ({ people }: Company): Staff => ({
  owner: people.maya,
  manager: people.dana,
  finance: people.lee,
  releaser: people.ruth,
  legal: people.ines,
})
