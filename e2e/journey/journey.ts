import type { Browser } from 'playwright-core'
import type { Screen } from '../browser.ts'
import { arrive, type Person } from '../person.ts'

/** One company in the install, and everybody who takes part in one payment of it. */
export type Journey = Readonly<{
  url: string
  company: Readonly<{ name: string; slug: string }>
  owner: Person
  manager: Person
  finance: Person
  releaser: Person
  contractor: Person
}>

type Beginning = Readonly<{ url: string; company: string; screen: Screen }>

/** The cast, each at a screen of their own. */
export const begin = async (browser: Browser, { url, company, screen }: Beginning): Promise<Journey> => {
  const slug = company.toLowerCase()
  const person = (name: string) => {
    const email = `${name.split(' ')[0]?.toLowerCase()}@${slug}.example`
    return arrive(browser, url, { name, email, screen })
  }
  return {
    url,
    company: { name: company, slug },
    owner: await person('Maya Lindqvist'),
    manager: await person('Dana Whitfield'),
    finance: await person('Lee Okafor'),
    releaser: await person('Ruth Adeyemi'),
    contractor: await person('Priya Raman'),
  }
}

export const everybody = ({ owner, manager, finance, releaser, contractor }: Journey): readonly Person[] => [
  owner,
  manager,
  finance,
  releaser,
  contractor,
]
