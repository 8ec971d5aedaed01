import type { Person } from '../person.ts'

type Sought = Readonly<{ slug: string; to: string; subject: RegExp }>

/** Reads a mail where an installation without SMTP keeps it, and gives the address it leads to. */
export const linkIn = async (owner: Person, { slug, to, subject }: Sought): Promise<string> => {
  const { page } = owner
  const row = page.getByRole('listitem').filter({ hasText: to }).getByRole('link', { name: subject })
  for (let tries = 0; tries < 20; tries += 1) {
    await owner.go(`/${slug}/settings/mails`)
    if ((await row.count()) > 0) break
    await page.waitForTimeout(250)
  }
  await row.first().click()
  await page.getByText('Text', { exact: true }).click()
  const text = (await page.locator('.MailPage-text').textContent()) ?? ''
  const link = /https?:\/\/\S+/.exec(text)?.[0]
  if (!link) throw new Error(`The mail to ${to} leads nowhere: ${text}`)
  return link
}
