import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createMailer, type Mail } from './mailer.ts'

const mail: Mail = {
  messageId: '<1@northwind.example>',
  fromName: 'Northwind',
  toName: 'Priya Raman',
  toAddress: 'priya@raman.example',
  subject: 'Invoice 7 is approved',
  text: 'It will be paid.',
  html: '<p>It will be paid.</p>',
  attachments: [],
}

const sockets: Socket[] = []
let close: () => void = () => undefined
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
  close()
})

/** A mail server that answers each line by its first word, or breaks off where it has no answer. */
const serverThat = async (answers: Readonly<Record<string, string>>) => {
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined)
    socket.write('220 here\r\n')
    socket.on('data', (said: Buffer) => {
      const answer = answers[/^\w+/.exec(String(said))?.[0] ?? '']
      if (answer === undefined) socket.destroy()
      else socket.write(answer)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  close = () => server.close()
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('There is no port.')
  return `127.0.0.1:${address.port}`
}

const send = async (server: string, user = ''): Promise<string> => {
  const mailer = createMailer(`smtp://${user}${server}?from=hello@northwind.example`)
  const outcome = await mailer.send(mail).then(
    () => 'sent',
    (refusal: Error) => refusal.message,
  )
  mailer.close()
  return outcome
}

const polite = { EHLO: '250 here\r\n', MAIL: '250 yes\r\n', RCPT: '250 yes\r\n' }

test('a mail server that is not there is named', async () => {
  const server = await serverThat({})
  close()

  expect(await send(server)).toBe(`The mail server ${server} cannot be reached.`)
})

test('one that breaks off in the middle of a mail has not taken it', async () => {
  const server = await serverThat(polite)

  expect(await send(server)).toBe(`The mail server ${server} broke off before it had taken the mail.`)
})

test('one that refuses says why in its own words', async () => {
  const server = await serverThat({ ...polite, RCPT: '550 Nobody of this name\r\n', RSET: '250 yes\r\n' })

  expect(await send(server)).toBe(`The mail server ${server} refuses this mail. It said: 550 Nobody of this name`)
})

test('one that does not know our password is told apart', async () => {
  const server = await serverThat({ EHLO: '250-here\r\n250 AUTH PLAIN\r\n', AUTH: '535 No\r\n' })

  expect(await send(server, 'northwind:wrong@')).toBe(
    `The mail server ${server} refuses the user or the password of SMTP_URL. It said: 535 No`,
  )
})
