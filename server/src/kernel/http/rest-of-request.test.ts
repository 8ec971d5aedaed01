import { once } from 'node:events'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { headOf, listening, nextRequest as next, type Wire } from '#test/wire.ts'
import { createWorld, type World } from '#test/world.ts'
import { restArrived } from './rest-of-request.ts'

let w: World
let wire: Wire
beforeAll(async () => {
  w = await createWorld()
  wire = await listening(w.app as never)
})
afterAll(async () => {
  await wire.close()
  await w.close()
})

const file = Buffer.alloc(26_000_000, 65)
const asMember = () => [`authorization: ${w.tokenFor(w.member('manager'))}`]
const asStranger = () => []

test('of a request that is refused with far too much still to come, the connection is closed, and the answer says so', async () => {
  const { socket, send, answer } = await wire.connect()

  send(headOf('/api/v1/files?name=a.txt', 'content-length: 1000000000'))
  send(file.subarray(0, 25_000_001))

  expect(await answer()).toEqual({ status: 401, closes: true })
  await once(socket, 'close')
})

test('whoever stops sending is not waited for', async () => {
  const silent = new IncomingMessage(new Socket())

  expect(await restArrived(silent, { maxBytes: 10, longestMs: 20 })).toBe(false)
})

test('whoever breaks off is not waited for', async () => {
  const broken = new IncomingMessage(new Socket())
  const arrived = restArrived(broken, { maxBytes: 10, longestMs: 60_000 })
  broken.destroy()

  expect(await arrived).toBe(false)
})

test.each([
  ['a member’s file that is too large', '/files?name=a.txt', file, 413, asMember],
  ['a stranger’s file that is too large', '/verify', file, 413, asStranger],
  ['a file from somebody who is not signed in', '/files?name=a.txt', file.subarray(0, 20_000_000), 401, asStranger],
  ['JSON that is too large', '/departments', file.subarray(0, 5_000_000), 413, asMember],
] as const)('after %s the same connection carries the next request', async (_, path, body, status, who) => {
  const { socket, send, answer } = await wire.connect()

  send(headOf(`/api/v1${path}`, `content-length: ${body.length}`, 'content-type: application/json', ...who()))
  send(body)
  const refused = await answer()
  send(next)

  expect(refused).toEqual({ status, closes: false })
  expect((await answer()).status).toBe(404)
  socket.destroy()
})

test('a file of unknown length is refused in the same way', async () => {
  const { socket, send, answer } = await wire.connect()

  send(headOf('/api/v1/verify', 'transfer-encoding: chunked'))
  send(`${file.length.toString(16)}\r\n`)
  send(file)
  send('\r\n0\r\n\r\n')

  expect(await answer()).toEqual({ status: 413, closes: false })
  send(next)
  expect((await answer()).status).toBe(404)
  socket.destroy()
})
