import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runSchedule } from '#kernel/background/schedule.ts'
import { createMailer, type Mailer } from '#kernel/mailer.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { draftInvoice, returnInvoice, submitInvoice } from '#modules/invoices/contract.ts'
import { contractorAtWork } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { listMails, readMail, sendMailAgain } from './contract.ts'
import { sendMails } from './send-mails.ts'

let w: World
let server: SMTPServer
let mailer: Mailer
let refuses = false
const received: Buffer[] = []

beforeAll(async () => {
  w = await createWorld()
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, done) => done(refuses ? new Error('Mailbox full') : undefined),
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
  mailer = createMailer(`smtp://127.0.0.1:${port}?from=programme%40northwind.example`)
})
afterAll(async () => {
  mailer.close()
  await new Promise<void>((resolve) => server.close(resolve))
  await w.close()
})

const withServer = (): Runtime => ({ ...w.runtime, outside: { ...w.runtime.outside, mailer } })

const returned = async () => {
  const { actor, assignmentId } = await contractorAtWork(w)
  const lines = [{ description: 'Work', quantity: '2', unitPrice: '85.00' }]
  const number = `M-${assignmentId.slice(-6)}`
  const { id: invoiceId } = await w.done(draftInvoice, actor, { assignmentId, number, issuedOn: '2026-11-16', lines })
  await w.done(submitInvoice, actor, { invoiceId, version: 1 })
  await w.done(returnInvoice, w.member('manager'), { invoiceId, version: 2, reason: 'The week is missing' })
  await w.deliver()
  return { number, invoiceId }
}

const mailsOf = async (kind: string) =>
  (await w.done(listMails, w.member('admin'), {})).items.filter((mail) => mail.kind === kind)

test('nobody but owner and admin looks at the mails that go out', async () => {
  expect((await w.ask(listMails, w.member('finance'), {})).status).toBe(403)
})

test('without a mail server mails are kept, and owner and admin can read them', async () => {
  const { number } = await returned()
  const [mail] = await mailsOf('invoice-returned')

  await runSchedule(w.runtime, sendMails)
  const read = await w.done(readMail, w.member('owner'), { mailId: mail!.id })

  expect(read.subject).toBe(`Invoice ${number} needs a change`)
  expect(read.text).toContain('What to change: The week is missing')
  expect(read.text).toContain('/northwind/portal/invoices/')
})

test('an offer says in words by which day it wants an answer', async () => {
  await contractorAtWork(w)
  await w.deliver()
  const [mail] = await mailsOf('assignment-offered')

  const { text } = await w.done(readMail, w.member('owner'), { mailId: mail!.id })

  expect(text).toMatch(/Answer by:?\s+30 November 2026/)
})

test('what a mail says is not readable in the database', async () => {
  expect(JSON.stringify(await w.sql('select * from outgoing_mails'))).not.toContain('The week is missing')
})

test('with a mail server they are delivered once, in the brand, and what they said is not kept', async () => {
  const { number, invoiceId } = await returned()

  await runSchedule(withServer(), sendMails)
  await runSchedule(withServer(), sendMails)

  const parsed = await Promise.all(received.map((raw) => PostalMime.parse(raw)))
  const mine = parsed.filter(({ subject }) => subject === `Invoice ${number} needs a change`)
  expect(mine).toHaveLength(1)
  expect(mine[0]).toMatchObject({ from: { name: 'Northwind', address: 'programme@northwind.example' } })
  expect(mine[0]?.html).toContain('Change the invoice')
  expect(
    await w.sql('select status, content_sealed from outgoing_mails where subject_id = $1', [invoiceId]),
  ).toContainEqual({
    status: 'sent',
    content_sealed: null,
  })
})

test('a mail server that refuses costs nothing but time: the mail waits, then is left to a person, who tries again', async () => {
  refuses = true
  const { invoiceId } = await returned()
  for (let attempt = 0; attempt < 12; attempt += 1) {
    await runSchedule(withServer(), sendMails)
    w.advance(5 * 3_600_000)
  }
  const [failed] = (await w.done(listMails, w.member('admin'), { status: 'failed' })).items

  refuses = false
  const again = await w.done(sendMailAgain, w.member('admin'), { mailId: failed!.id })
  await runSchedule(withServer(), sendMails)

  expect(failed).toMatchObject({ attempts: 12, lastError: expect.stringContaining('Mailbox full') })
  expect(again.status).toBe('waiting')
  expect(await w.sql('select status from outgoing_mails where subject_id = $1', [invoiceId])).toContainEqual({
    status: 'sent',
  })
})
