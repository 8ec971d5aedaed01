import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, screens } from './browser.ts'
import { type Install, startInstall } from './install.ts'
import { accountFor } from './journey/account-for.ts'
import { bringInContractor } from './journey/bring-in-contractor.ts'
import { doWork } from './journey/do-work.ts'
import { foundCompany, setUp } from './journey/found-company.ts'
import { begin, everybody, type Journey } from './journey/journey.ts'
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
const contractorGetsPaid = async (journey: Journey): Promise<readonly string[]> => {
  await foundCompany(journey)
  await bringInContractor(journey)
  await doWork(journey)
  await pay(journey)
  await accountFor(journey)
  const people = everybody(journey)
  const passed = people.flatMap(({ looked }) => looked)
  process.stdout.write(`${journey.company.name}: ${passed.length} looks at pages, each in light and dark.\n`)
  for (const person of people) await person.leave()
  return people.flatMap(({ faults }) => faults)
}

test('two companies in one install each invite a contractor, direct and pay them, at a desk and on a phone', async () => {
  const { url, setUpLink, furtherSetUpLink } = install
  const atDesk = await begin(browser, { url, company: 'Northwind', screen: screens[0] })
  const onPhone = await begin(browser, { url, company: 'Harbor', screen: screens[3] })
  await setUp(atDesk, setUpLink)
  await setUp(onPhone, await furtherSetUpLink())

  const faults = await Promise.all([contractorGetsPaid(atDesk), contractorGetsPaid(onPhone)])

  expect(faults.flat()).toEqual([])
}, 900_000)
