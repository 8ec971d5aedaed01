import type { Journey } from './journey.ts'

/** What remains of it: the contractor sees the money, the report the spend, the books the entries, the log every step. */
export const accountFor = async (journey: Journey): Promise<void> => {
  await seeMoney(journey)
  await seeSpend(journey)
  await seeBooks(journey)
  await seeLog(journey)
}

const seeMoney = async ({ contractor, company }: Journey): Promise<void> => {
  const { page } = contractor
  await contractor.go(`/${company.slug}/portal`)
  await contractor.look('the portal after the payment')
  await contractor.go(`/${company.slug}/portal/invoices`)
  await contractor.look('my invoices')
  await page
    .getByRole('link', { name: /PR-2026-001/ })
    .first()
    .click()
  await page.waitForURL(/invoices\/[0-9a-f-]{36}/)
  await page
    .getByText('Settled', { exact: true })
    .or(page.getByText('Paid', { exact: true }))
    .first()
    .waitFor()
  await contractor.look('an invoice paid')
  await contractor.go(`/${company.slug}/portal/payments`)
  await page.getByText('$1,062.50').first().waitFor()
  await contractor.look('my payments')
}

const seeSpend = async ({ finance, company }: Journey): Promise<void> => {
  const { page } = finance
  await finance.go(`/${company.slug}/reports`)
  await page.getByText('$1,062.50').first().waitFor()
  await finance.look('spend')
  await finance.go(`/${company.slug}/invoices/all`)
  await finance.look('all invoices')
  await page
    .getByRole('link', { name: /PR-2026-001/ })
    .first()
    .click()
  await page.waitForURL(/invoices\/[0-9a-f-]{36}/)
  await finance.look('an invoice with its history')
}

const seeBooks = async ({ finance, company }: Journey): Promise<void> => {
  await finance.go(`/${company.slug}/payments/ledger`)
  await finance.look('the books')
}

const seeLog = async ({ owner, company }: Journey): Promise<void> => {
  const { page } = owner
  await owner.go(`/${company.slug}`)
  await owner.look('home')
  await owner.go(`/${company.slug}/audit`)
  await page
    .getByText(/closed pay run|settled/)
    .first()
    .waitFor()
  await owner.look('the log')
  await owner.go(`/${company.slug}/audit/verification`)
  await page.getByText('The log is intact').waitFor()
  await owner.look('the verification of the log')
  await owner.go(`/${company.slug}/settings/mails`)
  await owner.look('outgoing mail')
}
