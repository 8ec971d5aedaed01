import pg from 'pg'

const patienceMs = 15_000

/** One direct connection, for work that is none of a request's. The caller ends it. */
export const connect = async (config: pg.ClientConfig): Promise<pg.Client> => {
  const client = new pg.Client({ connectionTimeoutMillis: patienceMs, ...config })
  // Without a listener, a connection that the server closes would end the whole process.
  client.on('error', () => undefined)
  await client.connect()
  return client
}
