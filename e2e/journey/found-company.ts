import type { Person } from '../person.ts'
import { linkOfMember } from './invitation-link.ts'
import type { Journey } from './journey.ts'

/** What a new organization needs before it can hire: who signs and pays, when, under which terms, and its people. */
export const foundCompany = async (journey: Journey): Promise<void> => {
  await addLegalEntity(journey)
  await addDepartment(journey)
  await payAsSoonAsApproved(journey)
  await writeTemplate(journey)
  await join(journey, journey.manager, 'Manager')
  await join(journey, journey.finance, 'Finance')
  await join(journey, journey.releaser, 'Releaser')
}

/** From the printed link, which works once, to the first owner's first page. */
export const setUp = async ({ owner, company }: Journey, setUpLink: string): Promise<void> => {
  const { page } = owner
  await page.goto(setUpLink)
  await page.getByLabel('Name of the organization').waitFor()
  await owner.fill('Name of the organization', company.name)
  await owner.fill('Your name', owner.name)
  await owner.fill('E-mail address', owner.email)
  await owner.fill('Password', owner.password)
  await owner.look('set-up')
  await owner.press('Create the organization')
  await page.waitForURL((address) => address.pathname === `/${company.slug}`)
  await owner.look('home of a new organization')
}

const addLegalEntity = async ({ owner, company }: Journey): Promise<void> => {
  await owner.go(`/${company.slug}/settings/legal-entities`)
  await owner.look('legal entities')
  await owner.press('Add a legal entity')
  await owner.fill('Registered name', `${company.name} LLC`)
  await owner.fill('Street and number', '1200 NW Naito Parkway')
  await owner.fill('City', 'Portland')
  await owner.fill('State', 'OR')
  await owner.fill('ZIP code', '97209')
  await owner.fill('EIN', '93-1234567')
  await owner.look('a new legal entity')
  await owner.press('Add the legal entity')
  await owner.press('Change the bank account')
  await owner.fill('Bank', 'Columbia Bank')
  await owner.fill('Routing number', '021000021')
  await owner.fill('Account number', '001234567890')
  await owner.press('Put it down')
  await owner.page.getByText('•••• 7890').waitFor()
  await owner.look('a legal entity')
}

const addDepartment = async ({ owner, company }: Journey): Promise<void> => {
  await owner.go(`/${company.slug}/settings/departments`)
  await owner.press('Add a department')
  await owner.fill('Name', 'Creative')
  await owner.press('Add the department')
  await owner.page.getByText('Creative', { exact: true }).waitFor()
  await owner.look('departments')
}

/** So that the journey sees the money arrive. */
const payAsSoonAsApproved = async ({ owner, company }: Journey): Promise<void> => {
  await owner.go(`/${company.slug}/settings/payment-schedules`)
  await owner.fill('Days', '0')
  await owner.fill('Cut-off', '0')
  await owner.look('payment schedules')
  await owner.press('Save')
  await owner.page.getByText(/pays by the new schedule/).waitFor()
}

const writeTemplate = async ({ owner, company }: Journey): Promise<void> => {
  await owner.go(`/${company.slug}/agreements/templates/new`)
  await owner.fill('Name', 'Mutual NDA')
  await owner.fill('Text', '# Confidentiality\n\nBoth sides keep to themselves what they learn of each other.')
  await owner.look('a new template')
  await owner.press('Keep the template')
  await owner.page.waitForURL(/templates\/[0-9a-f-]{36}/)
}

const join = async ({ owner, company }: Journey, member: Person, role: string): Promise<void> => {
  const { page } = member
  await owner.go(`/${company.slug}/settings/members`)
  await owner.press('Invite a member')
  await owner.fill('Name', member.name)
  await owner.fill('E-mail address', member.email)
  await owner.page.getByLabel(role, { exact: true }).check()
  await owner.look('inviting a member')
  await owner.press('Send the invitation')
  await owner.page.getByText(member.email).first().waitFor()
  await owner.look('members')
  await page.goto(await linkOfMember(owner, { slug: company.slug, name: member.name }))
  await page.getByLabel('Choose a password', { exact: true }).waitFor()
  await member.look('an invitation to work here')
  await member.fill('Choose a password', member.password)
  await member.press('Join')
  await page.waitForURL((address) => address.pathname === `/${company.slug}`)
}
