import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, launch, screens, visit } from './browser.ts'
import { type Install, startInstall } from './install.ts'

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

const maya = { email: 'maya@northwind.example', password: 'a long enough sentence' }

const signIn = async (page: Page) => {
  await page.goto(`${install.url}/sign-in`)
  await page.getByLabel('E-mail address').fill(maya.email)
  await page.getByLabel('Password', { exact: true }).fill(maya.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/northwind/)
}

test('the printed link leads from nothing to a signed-in owner, once', async () => {
  const { page, context, complaints } = await visit(browser, screens[0])

  await page.goto(install.setUpLink)
  await page.getByLabel('Name of the organization').fill('Northwind')
  await page.getByLabel('Your name').fill('Maya Lindqvist')
  await page.getByLabel('E-mail address').fill(maya.email)
  await page.getByLabel('Password', { exact: true }).fill(maya.password)
  const faults = await faultsOf(page)
  await page.getByRole('button', { name: 'Create the organization' }).click()
  await page.waitForURL(/\/(northwind|sign-in)/)

  expect(faults).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

// The journey of a contractor walks on the other two.
describe.each(screens.slice(1, 3))('on a $name screen', (screen) => {
  test('the owner signs in and finds every page of the first steps in order', async () => {
    const { page, context, complaints } = await visit(browser, screen)
    const faults: string[] = []
    await page.goto(`${install.url}/sign-in`)
    await page.getByLabel('E-mail address').waitFor()
    faults.push(...(await faultsOf(page)))

    await signIn(page)
    for (const path of ['', '/contractors', '/contractors/new', '/settings/organization', '/payments', '/invoices']) {
      await page.goto(`${install.url}/northwind${path}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForLoadState('networkidle')
      faults.push(...(await faultsOf(page)))
    }

    expect(faults).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })
})

test('nobody gets in with a wrong password, and is not told which part was wrong', async () => {
  const { page, context } = await visit(browser, screens[2])

  await page.goto(`${install.url}/sign-in`)
  await page.getByLabel('E-mail address').fill(maya.email)
  await page.getByLabel('Password', { exact: true }).fill('not the right sentence')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()

  await page.getByRole('alert').first().waitFor()
  expect(page.url()).toContain('/sign-in')
  await context.close()
})
