import pg from 'pg'

/** After millions of rows: what PostgreSQL knows of its tables is made current, so that the first questions are planned well. */
export const freshen = async (owner: pg.ClientConfig): Promise<void> => {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('vacuum (analyze)')
  } finally {
    await client.end()
  }
}
