import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, type Screen, screens } from './browser.ts'
import { type Install, startInstall } from './install.ts'
import { accountFor } from './journey/account-for.ts'
import { bringInContractor } from './journey/bring-in-contractor.ts'
import { doWork } from './journey/do-work.ts'
import { foundCompany } from './journey/found-company.ts'
import { begin, everybody } from './journey/journey.ts'
import { pay } from './journey/pay.ts'

let install: Install
let browser: Browser

beforeAll(async () => {
  install = await startInstall()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await install?.stop()
})

/** The whole way, and what was wrong with any page on it; every page is held to light and to dark. */
const contractorGetsPaid = async (company: string, screen: Screen, setUpLink: string): Promise<readonly string[]> => {
  const journey = await begin(browser, { url: install.url, company, screen })
  await foundCompany(journey, setUpLink)
  await bringInContractor(journey)
  await doWork(journey)
  await pay(journey)
  await accountFor(journey)
  const people = everybody(journey)
  const passed = people.flatMap(({ looked }) => looked)
  process.stdout.write(`${company} passed ${passed.length} pages at ${screen.width} px, light and dark.\n`)
  for (const person of people) await person.leave()
  return people.flatMap(({ faults }) => faults)
}

test('two companies in one install each invite a contractor, direct and pay them, at a desk and on a phone', async () => {
  const { setUpLink, furtherSetUpLink } = install
  const second = await furtherSetUpLink()

  const faults = await Promise.all([
    contractorGetsPaid('Northwind', screens[0], setUpLink),
    contractorGetsPaid('Harbor', screens[3], second),
  ])

  expect(faults.flat()).toEqual([])
}, 900_000)
