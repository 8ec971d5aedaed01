import type { IncomingMessage } from 'node:http'

type Limits = Readonly<{ maxBytes: number; longestMs: number }>

/** As much again as the largest upload, and no longer than somebody waits to hear that a file is too large. */
const usual: Limits = { maxBytes: 25_000_000, longestMs: 5_000 }

/**
 * Takes in and throws away what is still to come of a request that is refused before it has arrived: what lies unread on
 * a connection keeps the answer from whoever is still sending, and the next request from being read. False when too much
 * is left; then the connection has to be closed after the answer, which says so (RFC 9112, 9.3).
 */
export const restArrived = async (
  incoming: IncomingMessage | undefined,
  { maxBytes, longestMs }: Limits = usual,
): Promise<boolean> => {
  // Asked by name, because a request that a test or another part of Muster makes has no connection.
  if (incoming?.complete !== false) return true
  let timer: NodeJS.Timeout | undefined
  const isWhole = await new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), longestMs)
    let left = maxBytes
    // Whoever read until now holds the stream back when nobody takes what they have read, and nobody will.
    incoming.removeAllListeners('data')
    incoming.on('data', (chunk: Uint8Array) => {
      left -= chunk.byteLength
      if (left < 0) resolve(false)
    })
    incoming.once('end', () => resolve(true))
    incoming.once('error', () => resolve(false))
    incoming.once('close', () => resolve(incoming.complete))
    incoming.resume()
  })
  clearTimeout(timer)
  if (!isWhole) incoming.pause()
  return isWhole
}
