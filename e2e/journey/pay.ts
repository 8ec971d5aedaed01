import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import type { Journey } from './journey.ts'

/** From approved to settled: prepared and locked by one, approved and released by another, and arrived. */
export const pay = async (journey: Journey): Promise<void> => {
  await prepare(journey)
  await release(journey)
  await settle(journey)
}

const prepare = async ({ finance, company }: Journey): Promise<void> => {
  const { page } = finance
  await finance.go(`/${company.slug}/payments`)
  await finance.look('what is due')
  await finance.press('Prepare a pay run')
  await finance.look('a new pay run')
  await finance.press('Prepare it')
  await page.waitForURL(/runs\/[0-9a-f-]{36}/)
  await finance.look('a pay run prepared')
  await finance.press('Lock')
  await page.getByRole('button', { name: 'Lock', exact: true }).waitFor({ state: 'detached' })
}

const release = async ({ releaser, company }: Journey): Promise<void> => {
  const { page } = releaser
  await releaser.go(`/${company.slug}/payments/runs`)
  await releaser.look('pay runs')
  await page.getByRole('link', { name: /1/ }).first().click()
  await page.waitForURL(/runs\/[0-9a-f-]{36}/)
  await releaser.press('Approve')
  await page.getByRole('button', { name: 'Release', exact: true }).waitFor()
  await releaser.press('Release')
  await releaser.look('a release to confirm')
  await releaser.press('Release 1 payment')
  await page.getByRole('button', { name: 'Bank file' }).waitFor()
  const coming = page.waitForEvent('download')
  await releaser.press('Bank file')
  const file = await readFile(await (await coming).path(), 'latin1')
  expect(file).toMatch(/^101/)
  await releaser.look('a pay run released')
}

const settle = async ({ finance, company }: Journey): Promise<void> => {
  const { page } = finance
  await finance.go(`/${company.slug}/payments/runs`)
  await page.getByRole('link', { name: /1/ }).first().click()
  await finance.press('The bank accepted it')
  await page.getByRole('button', { name: 'The bank accepted it' }).waitFor({ state: 'detached' })
  await finance.press('Settle all')
  await finance.look('a pay run to settle')
  await finance.press('Settle all')
  await page.locator('.StateBadge', { hasText: 'Settled' }).first().waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await finance.look('a pay run settled')
}
