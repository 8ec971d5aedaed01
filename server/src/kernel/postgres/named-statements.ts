import pg, { type ClientConfig } from 'pg'
import { CannotStart } from '#kernel/cannot-start.ts'
import { connect } from './connect.ts'

const probe = { name: 'muster.probe', text: 'select 1' }
const rounds = 3

/** A statement that is not there, or one of somebody else under this name. */
const lost = ['26000', '42P05']

/**
 * Muster names its statements and expects the connection to know them later. A pooler in transaction mode that does not
 * keep them lets a few requests work and breaks the rest, so it is tried out before anybody depends on it: while another
 * transaction holds the connection that knew the statement, the pooler has to give a different one.
 */
export const refuseForgetfulPooler = async (app: ClientConfig): Promise<void> => {
  const client = await connect(app)
  const other = await connect(app)
  try {
    for (let round = 0; round < rounds; round += 1) {
      await client.query(probe)
      await other.query('begin')
      await client.query(probe)
      await other.query('rollback')
    }
  } catch (failure) {
    if (!(failure instanceof pg.DatabaseError) || !lost.includes(failure.code ?? '')) throw failure
    throw new CannotStart(
      'The pooler at DATABASE_URL forgets named statements, which Muster needs. Use PgBouncer 1.21 or newer with ' +
        'max_prepared_statements above 0, pool by session, or give the address of the server itself.',
      failure,
    )
  } finally {
    await client.end()
    await other.end()
  }
}
