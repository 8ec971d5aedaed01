import type { Journey } from './journey.ts'

/** As the browser counts it, whose time zone the company was set up with. */
const today = () => new Date().toISOString().slice(0, 10)

/** From a project to an approved invoice: offered, accepted, done, billed, decided by another. */
export const doWork = async (journey: Journey): Promise<void> => {
  await offer(journey)
  await acceptOffer(journey)
  await bill(journey)
  await approve(journey)
}

const offer = async ({ manager, contractor, company }: Journey): Promise<void> => {
  const { page } = manager
  await manager.go(`/${company.slug}/projects`)
  await manager.look('no projects yet')
  await manager.press('Add a project')
  await manager.fill('Name', 'Spring campaign')
  await manager.choose('Department', 'Creative')
  await manager.choose('Legal entity', `${company.name} LLC`)
  await manager.look('a new project')
  await manager.press('Add the project')
  await page.waitForURL(/projects\/[0-9a-f-]{36}/)
  await manager.look('a project')
  await manager.go(`/${company.slug}/assignments/new`)
  await page.getByRole('combobox', { name: 'Contractor' }).fill(contractor.name)
  await page.getByRole('option', { name: new RegExp(contractor.name) }).click()
  await manager.choose('Project', /Spring campaign/)
  await manager.fill('Title', 'Opening titles')
  await manager.fill('Brief', 'Ten seconds of opening titles, in two drafts.')
  await manager.fill('Rate of an hour', '85.00')
  await manager.fill('First day', today())
  await page.keyboard.press('Tab')
  await manager.look('a new assignment')
  await manager.press('Save the draft')
  await page.waitForURL(/assignments\/[0-9a-f-]{36}/)
  await manager.press('Offer it')
  await manager.look('an offer to confirm')
  await manager.press('Offer it')
  await page.getByText(`${contractor.name} has the offer.`).waitFor()
  await manager.look('an assignment')
}

const acceptOffer = async ({ contractor, company }: Journey): Promise<void> => {
  const { page } = contractor
  await contractor.go(`/${company.slug}/portal`)
  await contractor.look('the portal with an offer')
  await contractor.go(`/${company.slug}/portal/work`)
  await contractor.look('my work')
  await page.getByRole('link', { name: 'Opening titles' }).first().click()
  await page.waitForURL(/work\/[0-9a-f-]{36}/)
  await contractor.look('an offer')
  await contractor.press('Accept')
  await page.getByText('It binds both you').waitFor()
  await contractor.press('Accept')
  await page.getByText('It is yours.').waitFor()
}

const bill = async ({ contractor, company }: Journey): Promise<void> => {
  const { page } = contractor
  await contractor.go(`/${company.slug}/portal/invoices`)
  await contractor.look('no invoices yet')
  await contractor.go(`/${company.slug}/portal/invoices/new`)
  await page.getByLabel('Your number', { exact: true }).waitFor()
  await contractor.fill('Your number', 'PR-2026-001')
  await contractor.fill('What for', 'Opening titles, first draft')
  await contractor.fill('Quantity', '12.5')
  await contractor.look('a new invoice')
  await contractor.press('Save and check')
  await page.waitForURL(/invoices\/[0-9a-f-]{36}/)
  await contractor.look('an invoice to submit')
  await contractor.press(/^Submit/)
  await page.getByText(`PR-2026-001 is with ${company.name}.`).waitFor()
  await contractor.look('an invoice submitted')
}

const approve = async ({ manager, company }: Journey): Promise<void> => {
  const { page } = manager
  await manager.go(`/${company.slug}/invoices`)
  await page.getByText('PR-2026-001').first().waitFor()
  await manager.look('the invoice inbox')
  const isPhone = (page.viewportSize()?.width ?? 0) < 700
  if (isPhone) {
    await page
      .getByRole('link', { name: /PR-2026-001|Priya Raman/ })
      .first()
      .click()
    await page.waitForURL(/invoices\/[0-9a-f-]{36}/)
    await manager.look('an invoice to decide')
  }
  await manager.press(/^Approve/)
  await page.getByText(/is approved\./).waitFor()
}
