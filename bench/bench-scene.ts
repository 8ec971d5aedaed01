import type pg from 'pg'
import { type Actor, type Role, roles } from '#kernel/actor.ts'
import { workOf } from '#kernel/command.ts'
import type { Config } from '#kernel/config.ts'
import { transaction } from '#kernel/db.ts'
import { OrganizationId, PersonId } from '#kernel/ids.ts'
import { connect } from '#kernel/postgres/connect.ts'
import type { Postgres } from '#kernel/postgres/open-postgres.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { organizationHeader, startSession } from '#modules/access/index.ts'
import { openRuntime } from '#server/start.ts'

/** Somebody who is signed in: as the rules see them, and as a browser would say it. */
export type Person = Readonly<{ actor: Actor; headers: Readonly<Record<string, string>> }>

export type Scene = Readonly<{
  runtime: Runtime
  /** Looks at the tables as their owner, to find something to ask about. */
  sql: (text: string, ...values: readonly unknown[]) => Promise<pg.QueryResultRow[]>
  organizationId: OrganizationId
  staff: Person
  approver: Person
  contractor: Person
  assignmentId: string
  close: () => Promise<void>
}>

export const openScene = async (config: Config, postgres: Postgres): Promise<Scene> => {
  const owner = await connect(postgres.owner)
  const { runtime } = openRuntime(config, postgres.app)
  const sql: Scene['sql'] = async (text, ...values) => (await owner.query(text, [...values])).rows
  const [organization] = await sql('select organization_id as id, slug from organization_slugs limit 1')
  const place = { organizationId: OrganizationId.parse(organization?.id), slug: String(organization?.slug) }
  const signIn = (person: Signing) => signedIn(runtime, place, person)
  const { assignmentId, ...contractor } = await somebodyAtWork(sql)
  return {
    runtime,
    sql,
    organizationId: place.organizationId,
    staff: await signIn(await memberWith(sql, 'owner')),
    approver: await signIn(await memberWith(sql, 'approver')),
    contractor: await signIn(contractor),
    assignmentId,
    close: async () => {
      await runtime.outside.documents.close()
      await runtime.db.close()
      await owner.end()
    },
  }
}

type Signing = Readonly<{ personId: string; roles: readonly Role[]; contractorId?: string }>

const memberWith = async (sql: Scene['sql'], role: Role): Promise<Signing> => {
  const [found] = await sql(
    `select person_id, roles from members where status = 'active' and department_ids is null and $1 = any (roles) limit 1`,
    role,
  )
  if (!found) throw new Error(`Nobody among the data is ${role}.`)
  return { personId: found.person_id, roles: roles.filter((one) => found.roles.includes(one)) }
}

/** A contractor who may sign in and has work to invoice, without a limit that would be reached. */
const somebodyAtWork = async (sql: Scene['sql']): Promise<Signing & Readonly<{ assignmentId: string }>> => {
  const [found] = await sql(
    `select w.person_id, w.contractor_id, a.id from contractor_access w
     join assignments a on a.organization_id = w.organization_id and a.contractor_id = w.contractor_id
     where a.status = 'active' order by a.cap_minor nulls first limit 1`,
  )
  if (!found) throw new Error('No contractor among the data may sign in and has work to invoice.')
  return {
    personId: found.person_id,
    contractorId: found.contractor_id,
    assignmentId: found.id,
    roles: ['contractor'],
  }
}

type Place = Readonly<{ organizationId: OrganizationId; slug: string }>

const signedIn = async (runtime: Runtime, { organizationId, slug }: Place, person: Signing): Promise<Person> => {
  const now = runtime.outside.now()
  const personId = PersonId.parse(person.personId)
  const actor: Actor = {
    ...{ organizationId, personId, roles: person.roles, departmentIds: person.contractorId ? [] : 'all' },
    ...(person.contractorId ? { contractorId: person.contractorId } : {}),
    ...{ via: 'session', confirmedAt: now },
  }
  const cookie = await transaction(runtime.db, actor, (tx) =>
    startSession(workOf(runtime, tx, { actor, now }), personId),
  )
  return { actor, headers: { cookie, [organizationHeader]: slug } }
}
