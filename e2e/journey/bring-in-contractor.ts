import { linkOfContractor } from './invitation-link.ts'
import type { Journey } from './journey.ts'

/** From a name on file to a contractor who may work and be paid: invited, signed, taxed, banked, reviewed. */
export const bringInContractor = async (journey: Journey): Promise<void> => {
  await invite(journey)
  await accept(journey)
  await tellDetails(journey)
  await signAgreement(journey)
  await signTaxForm(journey)
  await nameAccount(journey)
  await review(journey)
  await counterSign(journey)
  await confirmAccount(journey)
}

const invite = async ({ owner, contractor, company }: Journey): Promise<void> => {
  await owner.go(`/${company.slug}/contractors`)
  await owner.look('no contractors yet')
  await owner.go(`/${company.slug}/contractors/new`)
  await owner.fill('Name', contractor.name)
  await owner.fill('E-mail', contractor.email)
  await owner.fill('Headline', 'Motion designer')
  await owner.choose('Department', 'Creative')
  await owner.look('a new contractor')
  await owner.press('Add the contractor')
  await owner.page.waitForURL(/contractors\/[0-9a-f-]{36}$/)
  await owner.press('Invite to onboarding')
  await owner.fill('Message', 'We look forward to working with you.')
  await owner.look('an invitation to onboarding')
  await owner.press('Send the invitation')
  await owner.page.getByText('Invited').first().waitFor()
  await owner.look('an invited contractor')
}

const accept = async ({ owner, contractor, company }: Journey): Promise<void> => {
  const { page } = contractor
  await page.goto(await linkOfContractor(owner, { slug: company.slug, name: contractor.name }))
  await page.getByLabel('Choose a password', { exact: true }).waitFor()
  await contractor.look('an invitation to the portal')
  await contractor.fill('Choose a password', contractor.password)
  await contractor.press('Accept and begin')
  await page.waitForURL(/portal/)
  await page.getByLabel('Phone number', { exact: true }).waitFor()
  await contractor.look('the first step')
}

const tellDetails = async ({ contractor }: Journey): Promise<void> => {
  await contractor.fill('Phone number', '+1 503 555 0142')
  await contractor.fill('City you work from', 'Portland')
  await contractor.fill('Legal name', contractor.name)
  await contractor.fill('Street and number', '77 Alder Street')
  await contractor.fill('City', 'Portland')
  await contractor.fill('State', 'OR')
  await contractor.fill('ZIP code', '97205')
  await contractor.press('Save and go on')
}

const signAgreement = async ({ contractor, company }: Journey): Promise<void> => {
  const { page } = contractor
  const toSign = page.getByRole('heading', { name: 'Sign', exact: true })
  // It is written with the details of a moment ago, so it comes a moment later.
  for (let tries = 0; tries < 20 && !(await toSign.isVisible()); tries += 1) {
    await page.waitForTimeout(500)
    await contractor.go(`/${company.slug}/portal/onboarding`)
  }
  await toSign.waitFor()
  await contractor.look('an agreement to sign')
  await page.locator('input[name=consents]').check()
  await page.getByText('Type', { exact: true }).click()
  await contractor.press('Sign')
}

const signTaxForm = async ({ contractor }: Journey): Promise<void> => {
  const { page } = contractor
  await page.getByLabel('Line 1: name', { exact: true }).waitFor()
  await page.getByLabel('Individual, sole proprietor or single-member LLC').check()
  await contractor.fill('Social security number or ITIN', '219-09-9998')
  await page.getByLabel('I certify these statements under penalties of perjury').check()
  await page.getByText('Type', { exact: true }).click()
  await contractor.look('form W-9')
  await contractor.press('Sign Form W-9')
}

const nameAccount = async ({ contractor }: Journey): Promise<void> => {
  await contractor.page.getByLabel('Account holder', { exact: true }).waitFor()
  await contractor.fill('Routing number', '011000015')
  await contractor.fill('Account number', '123456789')
  await contractor.look('a bank account')
  await contractor.press('Save the bank account')
  await contractor.page.getByRole('heading', { name: 'Our move' }).waitFor()
  await contractor.look('the wizard at its end')
}

const review = async ({ manager, company, contractor }: Journey): Promise<void> => {
  const { page } = manager
  await manager.go(`/${company.slug}/onboardings`)
  await manager.look('the onboarding board')
  await page
    .getByRole('link', { name: new RegExp(contractor.name) })
    .first()
    .click()
  await page.waitForURL(/onboardings\/[0-9a-f-]{36}/)
  await manager.look('an onboarding to review')
  await manager.press('Approve')
  await page.getByRole('button', { name: 'Approve', exact: true }).waitFor({ state: 'detached' })
}

const counterSign = async ({ manager, company }: Journey): Promise<void> => {
  const { page } = manager
  await manager.go(`/${company.slug}/agreements`)
  await manager.look('agreements')
  await page.getByRole('link', { name: 'Non-disclosure agreement' }).first().click()
  await page.locator('input[name=consents]').check()
  await page.getByText('Type', { exact: true }).click()
  await manager.look('an agreement to counter-sign')
  await manager.press('Sign')
  await page.getByText('Completed', { exact: true }).first().waitFor()
  await manager.look('an agreement completed')
}

const confirmAccount = async ({ finance, contractor, company }: Journey): Promise<void> => {
  const { page } = finance
  await finance.go(`/${company.slug}/contractors`)
  await finance.look('contractors')
  await page
    .getByRole('link', { name: new RegExp(contractor.name) })
    .first()
    .click()
  await page.waitForURL(/contractors\/[0-9a-f-]{36}/)
  await finance.look('a contractor')
  await page.getByRole('tab', { name: /Payee|Bank/ }).click()
  await finance.press('Confirm the account')
  await finance.fill(
    'How did you check it?',
    'Called +1 503 555 0142, which was on file; she read the last four digits.',
  )
  await finance.look('an account to confirm')
  await finance.press('Confirm the account')
  await page.getByText('Active', { exact: true }).first().waitFor()
  await finance.look('a contractor with an account')
}
