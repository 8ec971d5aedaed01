import { randomBytes } from 'node:crypto'
import pg, { type ClientConfig, type PoolConfig } from 'pg'
import { inject } from 'vitest'
import { appRole, ownerRole } from '#kernel/postgres/cluster.ts'
import { connect } from '#kernel/postgres/connect.ts'

export type FreshDatabase = Readonly<{ app: PoolConfig; owner: ClientConfig; drop: () => Promise<void> }>

/**
 * A migrated, empty database for one test file, copied from the template of this run.
 * As in production, the owner is no superuser: where row security is forced it binds the owner too, and with it every
 * `security definer` function, unless a policy `to current_user` lets the owner through.
 */
export const freshDatabase = (): Promise<FreshDatabase> => makeDatabase(inject('postgres').template)

/** The same without the migrations, for tests of the migrations themselves. */
export const emptyDatabase = (): Promise<FreshDatabase> => makeDatabase('template1')

const makeDatabase = async (template: string): Promise<FreshDatabase> => {
  const { superuser } = inject('postgres')
  const database = `test_${randomBytes(8).toString('hex')}`
  const copied = `template ${pg.escapeIdentifier(template)} owner ${ownerRole} strategy file_copy`
  await runAsSuperuser(`create database ${database} ${copied}`)
  return {
    app: { ...superuser, database, user: appRole },
    owner: { ...superuser, database, user: ownerRole },
    drop: () => runAsSuperuser(`drop database ${database} with (force)`),
  }
}

const runAsSuperuser = async (statement: string): Promise<void> => {
  const client = await connect(inject('postgres').superuser)
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
