import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccessWorld, createAccessWorld } from '#test/access-world.ts'
import { headOf, listening, nextRequest, type Wire } from '#test/wire.ts'

let w: AccessWorld
let wire: Wire
beforeAll(async () => {
  w = await createAccessWorld()
  wire = await listening(w.app)
})
afterAll(async () => {
  await wire.close()
  await w.close()
})

const chunked = (path: string) =>
  headOf(path, ...['sec-fetch-site: same-origin', 'content-type: application/json', 'transfer-encoding: chunked'])
const megabyte = Buffer.alloc(1_000_000, 32)
const end = '0\r\n\r\n'

type Connection = Awaited<ReturnType<Wire['connect']>>

const sendChunk = async ({ socket, send }: Connection, bytes: Uint8Array | string) => {
  send(`${bytes.length.toString(16)}\r\n`)
  send(bytes)
  await new Promise((resolve) => socket.write('\r\n', resolve))
}

const collect = (): void => {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}
const keptMegabytes = (): number => {
  collect()
  return process.memoryUsage().arrayBuffers / 1_000_000
}

const doors = [
  ['the sign-in', '/api/auth/sign-in/email'],
  ['an invitation', '/api/v1/invitation'],
] as const

test.each(doors)(
  'of a body without an end, %s keeps no more than it may have',
  async (_, path) => {
    const before = keptMegabytes()
    const connection = await wire.connect()
    connection.send(chunked(path))
    for (let sent = 0; sent < 20; sent += 1) await sendChunk(connection, megabyte)

    // The collector gives back what was thrown away in its own time.
    await expect.poll(() => keptMegabytes() - before, { timeout: 4_000 }).toBeLessThan(6)
    connection.send(end)
    expect(await connection.answer()).toEqual({ status: 413, closes: false })
    connection.socket.destroy()
  },
  20_000,
)

test.each(doors)(
  'whoever never stops sending to %s is cut off',
  async (_, path) => {
    const connection = await wire.connect()
    // What is still on its way when the connection closes is an error to the sender.
    connection.socket.on('error', () => undefined)
    connection.send(chunked(path))

    let sent = 0
    for (; sent < 100 && !connection.socket.closed; sent += 1) await sendChunk(connection, megabyte)

    expect(sent).toBeLessThan(50)
  },
  20_000,
)

test('a body of one byte too many is refused without a stated length too, and the connection goes on', async () => {
  const connection = await wire.connect()
  connection.send(chunked('/api/auth/sign-in/email'))
  await sendChunk(connection, megabyte)
  await sendChunk(connection, ' ')
  connection.send(end)

  expect(await connection.answer()).toEqual({ status: 413, closes: false })
  connection.send(nextRequest)
  expect((await connection.answer()).status).toBe(404)
  connection.socket.destroy()
})

test('a body in pieces within the bound is read as if it had come at once, letters cut in two included', async () => {
  const connection = await wire.connect()
  const body = Buffer.from(JSON.stringify({ email: 'dana@northwind.example', password: 'Schlüssel' }))
  const cut = body.indexOf(0xc3) + 1
  connection.send(chunked('/api/auth/sign-in/email'))
  await sendChunk(connection, body.subarray(0, cut))
  await sendChunk(connection, body.subarray(cut))
  connection.send(end)

  expect((await connection.answer()).status).toBe(401)
  connection.socket.destroy()
})
