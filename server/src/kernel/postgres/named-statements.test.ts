import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, connect as dial, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '#test/postgres.ts'
import { refuseForgetfulPooler } from './named-statements.ts'

let database: FreshDatabase
let folder: string
let pooler: Server | undefined
beforeEach(async () => {
  database = await freshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'muster-pooler-'))
})
afterEach(async () => {
  pooler?.close()
  await database.drop()
  rmSync(folder, { recursive: true })
})

const idle = Buffer.from([0x5a, 0, 0, 0, 5, 0x49])

/**
 * A pooler in transaction mode, as small as it gets: each client has two connections to the server and gets the other one
 * after every transaction. (The message that ends one is `Z` with status `I`: PostgreSQL, "Message Formats".)
 */
const poolByTransaction = async (serverSocket: string): Promise<void> => {
  pooler = createServer((client) => {
    const servers: Socket[] = [dial(serverSocket), dial(serverSocket)]
    let now = 0
    let isStarted = false
    let isHeard = false
    client.on('data', (piece) => {
      if (isStarted) return void servers[now]?.write(piece)
      isStarted = true
      for (const server of servers) server.write(piece)
    })
    for (const [at, server] of servers.entries()) {
      server.on('data', (piece) => {
        const isReady = piece.includes(idle)
        // Both greet; the client hears one of them.
        if (at !== now && !isHeard) return
        if (at === now) client.write(piece)
        if (isReady && isHeard) now = 1 - now
        if (isReady) isHeard = true
      })
      server.on('error', () => client.destroy())
    }
    client.on('error', () => undefined)
    client.on('close', () => {
      for (const server of servers) server.destroy()
    })
  }).listen(join(folder, '.s.PGSQL.5432'))
  await once(pooler, 'listening')
}

test('a pooler that forgets named statements is refused in one sentence at the start', async () => {
  await poolByTransaction(join(String(database.app.host), '.s.PGSQL.5432'))

  await expect(refuseForgetfulPooler({ ...database.app, host: folder })).rejects.toThrow(
    /^The pooler at DATABASE_URL forgets named statements.*PgBouncer 1\.21 or newer/,
  )
})

test('a server that remembers them is taken', async () => {
  await expect(refuseForgetfulPooler(database.app)).resolves.toBeUndefined()
})
