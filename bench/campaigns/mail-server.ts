import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

export type MailServer = Readonly<{
  /** How often each message id was taken. */
  taken: ReadonlyMap<string, number>
  close: () => Promise<void>
}>

/** A mail server that takes everything and remembers under which id. */
export const startMailServer = async (port: number): Promise<MailServer> => {
  const taken = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => {
      let text = ''
      stream.on('data', (piece: Buffer) => (text += piece))
      stream.on('end', () => {
        const id = /^Message-ID: (\S+)/im.exec(text)?.[1] ?? 'none'
        taken.set(id, (taken.get(id) ?? 0) + 1)
        done()
      })
    },
  })
  // A client that is killed in the middle of a mail is what this is for.
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return { taken, close: () => new Promise((resolve) => server.close(() => resolve())) }
}
