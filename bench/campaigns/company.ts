import type { Config } from '#kernel/config.ts'
import { addDays, dayIn } from '#kernel/dates.ts'
import { OrganizationId, uuidV7 } from '#kernel/ids.ts'
import { bankingDayOnOrAfter, federalReserve } from '#modules/payments/banking-calendar.ts'
import { cast, demoPassword, priya } from '#server/commands/demo/cast.ts'
import { foundCompany } from '#server/commands/demo/company.ts'
import { engage, openProjects } from '#server/commands/demo/contractors.ts'
import { createStage } from '#server/commands/demo/stage.ts'
import { withRuntime } from '#server/commands/with-runtime.ts'

const slug = 'northwind'

/** Somebody who signs in. */
export type Login = Readonly<{ slug: string; email: string; password: string }>
export type AtWork = Readonly<{ login: Login; contractorId: string; assignmentId: string }>
export type Company = Readonly<{
  legalEntityId: string
  members: Readonly<Record<keyof typeof cast, Login>>
  atWork: readonly AtWork[]
  today: string
  /** A banking day by which everything approved today is due. */
  payOn: string
}>

const dayMs = 86_400_000
const zone = 'America/Los_Angeles'

/** Northwind with contractors at work who lack nothing to be paid, made by the commands that people use. */
export const foundNorthwind = (config: Config, contractors: number): Promise<Company> =>
  withRuntime(config, async (runtime) => {
    const now = runtime.outside.now()
    const yesterday = new Date(now.getTime() - dayMs)
    const organizationId = OrganizationId.parse(uuidV7(yesterday, runtime.outside.randomBytes(10)))
    const stage = createStage(runtime, organizationId, yesterday)
    const company = await foundCompany(stage)
    const [projectId] = await openProjects(stage, company)
    if (!projectId) throw new Error('Northwind has no project.')
    const atWork: AtWork[] = []
    for (const place of placesFor(contractors)) {
      const { contractorId, assignmentId } = await engage(stage, company, { place, projectId })
      const email = place === 0 ? priya.email : `person${100_000 + place}@example.com`
      atWork.push({ login: loginOf(email), contractorId, assignmentId })
    }
    await stage.deliver()
    const members = Object.fromEntries(Object.entries(cast).map(([name, { email }]) => [name, loginOf(email)]))
    const today = dayIn(zone, now)
    return {
      legalEntityId: company.legalEntityId,
      // `fromEntries` forgets which names there are.
      members: members as Company['members'],
      atWork,
      today,
      payOn: bankingDayOnOrAfter(addDays(today, 40), federalReserve),
    }
  })

const loginOf = (email: string): Login => ({ slug, email, password: demoPassword })

/** The demo leaves the account of every twelfth contractor unconfirmed, to show what is blocked. */
const placesFor = (count: number): readonly number[] =>
  Array.from({ length: count * 2 }, (_, place) => place)
    .filter((place) => place % 12 !== 11)
    .slice(0, count)
