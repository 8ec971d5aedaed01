import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { Hono } from 'hono'
import { listen } from '#kernel/http/listen.ts'

/** An app behind a port of its own, and connections to it that carry what a test writes, byte by byte. */
export const listening = async (app: Hono) => {
  const port = await freePort()
  const close = await listen(app, { host: '127.0.0.1', port })
  return { connect: () => aConnection(port), close }
}
export type Wire = Awaited<ReturnType<typeof listening>>

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  return port
}

/** Kept open: what is written goes out as it stands, what is answered is read one answer at a time. */
const aConnection = async (port: number) => {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  let heard = ''
  socket.on('data', (piece: Buffer) => {
    heard += piece.toString('latin1')
  })
  const whole = () => {
    const [head = '', body] = heard.split('\r\n\r\n', 2)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    return body !== undefined && body.length >= length ? { head, size: head.length + 4 + length } : undefined
  }
  const answer = async () => {
    while (!whole()) await once(socket, 'data')
    const { head, size } = whole()!
    heard = heard.slice(size)
    return { status: Number(head.split(' ')[1]), closes: /^connection: close$/im.test(head) }
  }
  return { socket, send: (bytes: string | Uint8Array) => socket.write(bytes), answer }
}

export const headOf = (path: string, ...more: readonly string[]): string =>
  [`POST ${path} HTTP/1.1`, 'host: localhost', ...more, '', ''].join('\r\n')

/** Asks for what is not there. */
export const nextRequest = 'GET /api/v1/nothing HTTP/1.1\r\nhost: localhost\r\n\r\n'
