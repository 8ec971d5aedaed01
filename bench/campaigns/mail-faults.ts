import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { z } from 'zod'
import { inviteMember } from '#modules/access/contract.ts'
import { draftInvoice, submitInvoice, viewMyInvoice } from '#modules/invoices/contract.ts'
import { listMails } from '#modules/messaging/contract.ts'
import { isPlain, type Scene, type Seen, within } from './fault.ts'
import { startMailServer } from './mail-server.ts'

type Broken = Readonly<{ name: string; talk?: (said: string) => string | undefined }>

/** Undefined breaks the connection, an empty answer is silence. */
const ways: readonly Broken[] = [
  { name: 'a mail server that refuses' },
  { name: 'a mail server that hangs', talk: () => '' },
  {
    name: 'a mail server that dies in the middle of a mail',
    talk: (said) => (said === '' ? '220 here\r\n' : /^(EHLO|MAIL|RCPT)/.test(said) ? '250 yes\r\n' : undefined),
  },
]

/** Mails under a mail server that is broken in several ways: they wait, everything else goes on, and none is lost. */
export const mailFaults = async (scene: Scene, smtpPort: number): Promise<readonly Seen[]> => {
  const seen: Seen[] = []
  for (const way of ways) seen.push(await whileBroken(scene, smtpPort, way))
  const mails = await startMailServer(smtpPort)
  const arrived = await within(150, async () => (await waiting(scene)).length === 0)
  await mails.close()
  const faults = arrived ? [] : [`Still waiting: ${JSON.stringify(await waiting(scene))}`]
  return [...seen, { fault: 'the mail server works again', said: `${mails.taken.size} mails arrived.`, faults }]
}

const whileBroken = async (scene: Scene, port: number, { name, talk }: Broken): Promise<Seen> => {
  const { caller, company } = scene
  const broken = talk && (await listenBadly(port, talk))
  const email = `${name.replaceAll(' ', '-')}@example.com`
  const input = { name: 'Sam', email, roles: ['auditor'], departmentIds: null }
  await caller.insist({ by: company.members.maya, endpoint: inviteMember, input, key: email })
  const goesOn = await documentFollows(scene, name)
  let said = ''
  await within(60, async () => {
    said = (await waiting(scene)).find(({ toAddress }) => toAddress === email)?.lastError ?? ''
    return said !== ''
  })
  broken?.close()
  const faults = [...(isPlain(said) ? [] : [`Not plain: ${said}`]), ...(goesOn ? [] : ['Other work had to wait.'])]
  return { fault: name, said, faults }
}

const listenBadly = async (
  port: number,
  talk: (said: string) => string | undefined,
): Promise<Readonly<{ close: () => void }>> => {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    const say = (said: string) => {
      const answer = talk(said)
      if (answer === undefined) socket.destroy()
      else if (answer !== '') socket.write(answer)
    }
    say('')
    socket.on('data', (piece: Buffer) => say(String(piece)))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

const Mails = z.object({ items: z.array(z.object({ toAddress: z.string(), lastError: z.string().nullable() })) })

const waiting = async ({ caller, company }: Scene) => {
  const input = { status: 'waiting', limit: 200 }
  return Mails.parse(JSON.parse((await caller.insist({ by: company.members.omar, endpoint: listMails, input })).text))
    .items
}

const Invoice = z.object({ id: z.string(), version: z.number(), pdfFileId: z.string().nullable() })

/** An invoice is submitted, and its document comes without waiting for any mail: well before a hanging server is given up. */
const documentFollows = async ({ caller, company }: Scene, name: string): Promise<boolean> => {
  const [somebody] = company.atWork
  if (!somebody) throw new Error('Nobody is at work.')
  const { login: by, assignmentId } = somebody
  const lines = [{ description: 'Layout', quantity: '2', unitPrice: '80.00' }]
  const input = { assignmentId, number: name, issuedOn: company.today, lines }
  const draft = await caller.insist({ by, endpoint: draftInvoice, input, key: `${name}-draft`.replaceAll(' ', '-') })
  const { id: invoiceId, version } = Invoice.parse(JSON.parse(draft.text))
  const key = `${name}-submit`.replaceAll(' ', '-')
  await caller.insist({ by, endpoint: submitInvoice, input: { invoiceId, version }, key })
  return within(12, async () => {
    const { text } = await caller.insist({ by, endpoint: viewMyInvoice, input: { invoiceId } })
    return Invoice.parse(JSON.parse(text)).pdfFileId !== null
  })
}
