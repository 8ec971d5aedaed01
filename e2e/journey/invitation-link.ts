import type { Person } from '../person.ts'

type Sought = Readonly<{ slug: string; name: string }>

/** Where an installation has no mail server, whoever invited a member is shown the link once, to hand it over. */
export const linkOfMember = async (owner: Person, { slug, name }: Sought): Promise<string> => {
  await owner.go(`/${slug}/settings/members`)
  await owner.press(`What to do with ${name}`)
  await owner.page.getByRole('menuitem', { name: 'Show the link' }).click()
  return linkShownTo(owner)
}

/** The same for a contractor who was invited to onboarding. */
export const linkOfContractor = async (owner: Person, { slug, name }: Sought): Promise<string> => {
  await owner.go(`/${slug}/onboardings`)
  await owner.page.getByRole('link', { name }).first().click()
  await owner.press('Show the link')
  return linkShownTo(owner)
}

const linkShownTo = async (owner: Person): Promise<string> => {
  const dialog = owner.page.getByRole('dialog', { name: /^The invitation of / })
  await dialog.getByRole('button', { name: 'Show the link' }).click()
  const link = await dialog.getByLabel('The link', { exact: true }).inputValue()
  await owner.look('the link of an invitation')
  await dialog.getByRole('button', { name: 'Done' }).click()
  return link
}
