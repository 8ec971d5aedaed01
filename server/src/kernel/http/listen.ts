import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { CannotStart } from '#kernel/cannot-start.ts'

type Address = Readonly<{ host: string; port: number }>

/** How long a request may take after Muster was asked to stop. */
const patienceMs = 10_000

/** Opens the port. Gives what closes it: no new requests, the ones under way are finished. */
export const listen = (app: Hono, { host, port }: Address): Promise<() => Promise<void>> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(() => close(server))) as Server
    server.requestTimeout = 120_000
    server.headersTimeout = 20_000
    server.once('error', (error: NodeJS.ErrnoException) => reject(sentenceFor(error, { host, port })))
  })

const sentenceFor = (error: NodeJS.ErrnoException, { host, port }: Address): Error => {
  if (error.code === 'EADDRINUSE') {
    return new CannotStart(
      `Port ${port} on ${host} is taken by another program. Stop it, or choose another with PORT.`,
      error,
    )
  }
  if (error.code === 'EACCES')
    return new CannotStart(`This user may not listen on port ${port}. Choose one above 1023 with PORT.`, error)
  if (error.code === 'EADDRNOTAVAIL')
    return new CannotStart(`This machine has no address ${host}. Choose another with HOST.`, error)
  return error
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), patienceMs).unref()
    server.close(() => {
      clearTimeout(impatient)
      resolve()
    })
    server.closeIdleConnections()
  })
