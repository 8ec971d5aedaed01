import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { runSchedule } from '#kernel/background/schedule.ts'
import { createMailer } from '#kernel/mailer.ts'
import { Sealed } from '#kernel/secrets.ts'
import { inviteMember } from '#modules/access/contract.ts'
import { type LinkPurpose, linkAddress } from '#modules/access/index.ts'
import { searchLog } from '#modules/audit/contract.ts'
import { type AccessWorld, createAccessWorld } from '#test/access-world.ts'
import { invited } from '#test/onboarding-world.ts'
import { linksInWords } from '../../commands/links.ts'
import { listMails, readMail } from './contract.ts'
import { mailToHandOver } from './open-mail.ts'
import { sendMails } from './send-mails.ts'
import { placeOf } from './write-mail.ts'

let w: AccessWorld
let owner: Actor
beforeAll(async () => {
  w = await createAccessWorld()
  owner = w.member('owner')
})
beforeEach(() => w.move())
afterAll(() => w.close())

let count = 0
type Named = Readonly<{ purpose: LinkPurpose; linkId: string; address: string }>

/** One mail of each kind that lets somebody in, and the link that belongs into it. */
const oneOfEach = async (): Promise<readonly Named[]> => {
  count += 1
  const email = `maya${count}@northwind.example`
  await w.realMember('Maya Lindqvist', email, 'owner')
  await w.knock('/sign-in/magic-link', { email })
  await w.knock('/request-password-reset', { email })
  const lee = { name: 'Lee Okafor', email: `lee${count}@northwind.example` }
  await w.done(inviteMember, owner, { ...lee, roles: ['manager'], departmentIds: null })
  await invited({ ...w, app: w.app as never })
  await w.deliver()
  const rows = await w.sql(
    'select link_purpose, link_id from outgoing_mails where link_id is not null order by id desc limit 4',
  )
  return rows.map(({ link_purpose: purpose, link_id: linkId }) => ({
    purpose,
    linkId,
    address: linkAddress(w.runtime.outside, { purpose, organizationId: w.northwind, linkId }),
  }))
}
const tokenIn = (address: string) => address.split('#')[1] ?? ''
const everyRow = async () => {
  const tables = await w.sql(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema in ('public', 'auth') and table_type = 'BASE TABLE'`,
  )
  const rows = []
  for (const { name } of tables) rows.push(...(await w.sql(`select to_jsonb(t)::text as row from ${name} t`)))
  return rows.map(({ row }) => row).join('\n')
}
const mails = async () => (await w.done(listMails, owner, { limit: 200 })).items

test('a link that lets somebody in is in no mail that an owner or an admin can read', async () => {
  const links = await oneOfEach()

  const read = []
  for (const { id } of await mails()) read.push(await w.done(readMail, w.member('admin'), { mailId: id }))

  expect(links.map(({ purpose }) => purpose).sort()).toEqual([
    'member-invitation',
    'password-reset',
    'portal-invitation',
    'sign-in',
  ])
  const said = JSON.stringify(read)
  for (const { address } of links) {
    expect(said).toContain(address.split('#')[0])
    expect(said).not.toContain(tokenIn(address))
  }
  expect(said).not.toMatch(/#[\w-]{86}/)
})

test('no table, no journal and no log has a link', async () => {
  const links = await oneOfEach()

  const kept = (await everyRow()) + JSON.stringify(await w.done(searchLog, owner, { limit: 200 }))

  for (const { address } of links) expect(kept).not.toContain(tokenIn(address))
})

test('the addressee gets a link that works, made while the mail is handed over', async () => {
  const received: Buffer[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        received.push(Buffer.concat(chunks))
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  const mailer = createMailer(`smtp://127.0.0.1:${port}?from=programme%40northwind.example`)
  const links = await oneOfEach()

  await runSchedule({ ...w.runtime, outside: { ...w.runtime.outside, mailer } }, sendMails)
  mailer.close()
  await new Promise<void>((resolve) => server.close(resolve))

  const texts = (await Promise.all(received.map((raw) => PostalMime.parse(raw)))).map(({ text }) => text)
  for (const { address } of links) expect(texts.some((text) => text?.includes(address))).toBe(true)
})

test('without a mail server the operator reads the links at the console, and the journal says so', async () => {
  const links = await oneOfEach()

  const said = await linksInWords(w.runtime, {})

  for (const { address } of links) expect(said).toContain(address)
  const last = (await w.journal()).at(-1)
  expect(last).toMatchObject({ name: 'access.links-read-at-console', via: 'job' })
  expect(last?.data.linkIds).toEqual(expect.arrayContaining(links.map(({ linkId }) => linkId)))
})

test('a link that no longer works is not printed', async () => {
  await oneOfEach()
  w.advance(15 * 86_400_000)

  expect(await linksInWords(w.runtime, {})).toBe('No mail of northwind waits with a link that still works.\n')
  w.advance(-15 * 86_400_000)
})

test('what an earlier version wrote with its link in it is not shown, and is still delivered', async () => {
  await oneOfEach()
  const [mail] = await mails()
  const before = { text: 'Sign in: https://x#secret', html: '<p>https://x#secret</p>', attachmentFileIds: [] }
  const sealed = w.runtime.outside.secrets.seal(placeOf(w.northwind, mail!.id), JSON.stringify(before))
  await w.sql('update outgoing_mails set content_sealed = $2, link_id = null, link_purpose = null where id = $1', [
    mail!.id,
    Sealed.textOf(sealed),
  ])

  const { body } = await w.ask(readMail, owner, { mailId: mail!.id })

  expect(body).toMatchObject({ type: '/problems/mail-of-earlier-version' })
  const ground = { ...w.runtime.outside, tx: { organizationId: w.northwind } }
  expect(mailToHandOver(ground, { id: mail!.id, content: sealed })).toEqual(before)
})
