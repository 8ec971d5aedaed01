import type { ReadableStream } from 'node:stream/web'
import { problem, tooManyRequests } from '#kernel/problem.ts'
import { fileTooLarge } from '#kernel/storage.ts'

export const sentTooSlowly = problem('sent-too-slowly', 408, 'This file took too long to arrive. Send it again.')

export type Receiver = (body: ReadableStream, maxBytes: number) => Promise<Uint8Array>

type Limits = Readonly<{
  /** How many files of strangers are held at once: together they must never fill the memory. */
  atOnce: number
  longestMs: number
}>

const usual: Limits = { atOnce: 4, longestMs: 30_000 }

/**
 * Takes in a stranger's file without keeping it: nothing is written to disk, few are read at once, and none slowly, so
 * that nobody holds a place by sending a byte a minute.
 */
export const createReceiver = ({ atOnce, longestMs }: Limits = usual): Receiver => {
  let underWay = 0

  return async (body, maxBytes) => {
    if (underWay >= atOnce) throw tooManyRequests({ retryAfterSeconds: 5 })
    underWay += 1
    const reader = body.getReader()
    let isLate = false
    const stop = () => reader.cancel().catch(() => undefined)
    const timer = setTimeout(() => {
      isLate = true
      void stop()
    }, longestMs)
    try {
      const chunks: Uint8Array[] = []
      let size = 0
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        size += next.value.byteLength
        if (size > maxBytes) throw fileTooLarge({ maxBytes })
        chunks.push(next.value)
      }
      // A cancelled body ends like a whole one.
      if (isLate) throw sentTooSlowly()
      return Buffer.concat(chunks)
    } finally {
      clearTimeout(timer)
      void stop()
      underWay -= 1
    }
  }
}
