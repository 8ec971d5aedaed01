import type { Browser, Locator, Page } from 'playwright-core'
import { faultsOf, type Screen, visit } from './browser.ts'

type Who = Readonly<{ name: string; email: string; screen: Screen }>

/** Somebody at a screen of their own, who notes what is wrong with every page they pass. */
export type Person = Readonly<{
  name: string
  email: string
  password: string
  page: Page
  /** What axe found in light and in dark, and what the pages complained about. */
  faults: string[]
  /** The pages they looked at, by name. */
  looked: string[]
  /** Holds the page, as it is now, to WCAG 2.2 AA in light and in dark. */
  look: (name: string) => Promise<void>
  go: (path: string) => Promise<void>
  press: (name: string | RegExp) => Promise<void>
  fill: (label: string, value: string) => Promise<void>
  choose: (label: string, option: string | RegExp) => Promise<void>
  leave: () => Promise<void>
}>

export const arrive = async (browser: Browser, home: string, { name, email, screen }: Who): Promise<Person> => {
  const { page, context, complaints } = await visit(browser, screen)
  page.setDefaultTimeout(20_000)
  const faults = complaints
  const looked: string[] = []
  const settled = async () => {
    await page.waitForLoadState('networkidle')
    await page.waitForFunction(() => document.querySelector('[aria-busy=true], .mantine-Skeleton-root') === null)
  }

  const password = `a sentence that only ${name} knows`
  // Whoever decides about money is asked who they are once more when their sign-in is a while ago.
  const asked = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await page.addLocatorHandler(asked, async () => {
    await asked.getByLabel('Your password').fill(password)
    await asked.getByRole('button', { name: 'Confirm' }).click()
  })

  const look = async (what: string) => {
    if (looked.includes(what)) return
    await settled()
    looked.push(what)
    const other = screen.colorScheme === 'light' ? 'dark' : 'light'
    const hold = async (colorScheme: 'light' | 'dark', to: 'everything' | 'colours') => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.waitForSelector(`html[data-mantine-color-scheme=${colorScheme}]`)
      await page.evaluate(restingColours)
      faults.push(...(await faultsOf(page, to)).map((fault) => `${what}, ${colorScheme}: ${fault}`))
      await shoot(page, `${screen.width}-${colorScheme}-${what}`)
    }
    await hold(other, 'colours')
    await hold(screen.colorScheme, 'everything')
  }

  const choose = async (label: string, option: string | RegExp) => {
    await page
      .getByRole('combobox', { name: label, exact: true })
      .or(page.getByLabel(label, { exact: true }))
      .first()
      .click()
    await page.getByRole('option', { name: option }).first().click()
  }

  return {
    name,
    email,
    password,
    page,
    faults,
    looked,
    look,
    go: async (path) => {
      await page.goto(`${home}${path}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await settled()
    },
    press: async (what) => {
      await lastShown(page.getByRole('button', { name: what, exact: typeof what === 'string' })).click()
    },
    fill: (label, value) => lastShown(page.getByLabel(label, { exact: true })).fill(value),
    choose,
    leave: () => context.close(),
  }
}

/** A button on its way from the light to the dark has colours of neither. Runs in the page. */
const restingColours = async (): Promise<void> => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  const underWay = document.getAnimations().filter((each) => each instanceof CSSTransition)
  await Promise.allSettled(underWay.map(({ finished }) => finished))
}

/** A dialog comes after the page it stands on: where both have such a button, the dialog's is meant. */
const lastShown = (found: Locator): Locator => found.filter({ visible: true }).last()

/** Pictures of what was passed, for whoever wants to look: `MUSTER_PICTURES=folder`. */
const shoot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.MUSTER_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name.replaceAll(/[^\w-]+/g, '-')}.png`, fullPage: true })
}
