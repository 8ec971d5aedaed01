import { ReadableStream } from 'node:stream/web'
import { expect, test } from 'vitest'
import { createReceiver } from './receive-in-memory.ts'

const bodyOf = (...chunks: readonly string[]) =>
  new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk))
      controller.close()
    },
  })
const endless = () => new ReadableStream({ pull: () => new Promise(() => undefined) })
const limits = { atOnce: 2, longestMs: 30 }

test('a file that is larger than allowed is refused before the rest of it is read', async () => {
  await expect(createReceiver(limits)(bodyOf('abc', 'def'), 5)).rejects.toMatchObject({ slug: 'file-too-large' })
})

test('a file that never ends is given up', async () => {
  await expect(createReceiver(limits)(endless(), 5)).rejects.toMatchObject({ slug: 'sent-too-slowly' })
})

test('one file too many at once is told to come back, and may once another is done', async () => {
  const receive = createReceiver(limits)
  const slow = [receive(endless(), 5), receive(endless(), 5)].map((file) => file.catch(() => 'given up'))

  await expect(receive(bodyOf('abc'), 5)).rejects.toMatchObject({ slug: 'too-many-requests' })
  await Promise.all(slow)
  expect(Buffer.from(await receive(bodyOf('abc'), 5)).toString()).toBe('abc')
})

test('the file comes out as it was sent', async () => {
  expect(Buffer.from(await createReceiver()(bodyOf('ab', '', 'c'), 3)).toString()).toBe('abc')
})
