import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import { stale } from '#kernel/problem.ts'
import { type Contractor, mayRead } from '#modules/directory/contractor.ts'
import { type ContractorId, EngagementId } from '#modules/directory/ids.ts'
import { engagementNotFound, engagementOpen, unknownPlacement } from '#modules/directory/problems.ts'
import { contractorOf } from '#modules/directory/store.ts'
import type { DirectoryTables } from '#modules/directory/tables.ts'
import { EngagementView } from './contract.ts'
import type { Engagement } from './engagement.ts'
import type { NewEngagement } from './open-engagement.ts'

const db = (tx: Tx) => tx.withTables<DirectoryTables>()

const statement = (name: string, which: string): Statement => ({
  name: `directory.${name}`,
  text: `select json_build_object(
      'id', e.id, 'contractorId', e.contractor_id, 'legalEntityId', e.legal_entity_id, 'legalEntityName', l.name,
      'departmentId', e.department_id, 'departmentName', d.name, 'status', e.status,
      'startsOn', e.starts_on, 'endsOn', e.ends_on, 'version', e.version
    ) as engagement
    from engagements e
    join legal_entities l on l.organization_id = e.organization_id and l.id = e.legal_entity_id
    left join departments d on d.organization_id = e.organization_id and d.id = e.department_id
    where e.organization_id = $1 and ${which}`,
})
const read = statement('engagement', 'e.id = $2')
const lock = statement('lock-engagement', 'e.id = $2 for update of e')
export const mostEngagements = 500
const list = statement(
  'engagements',
  `e.contractor_id = $2 order by e.starts_on desc, e.id desc limit ${mostEngagements + 1}`,
)

const Row = EngagementView.omit({ can: true })
type EngagementRow = Readonly<{ engagement: z.input<typeof Row> }>

const found = async (tx: Tx, how: Statement, engagementId: EngagementId): Promise<Engagement> => {
  const [row] = await tx.named<EngagementRow>(how, [tx.organizationId, engagementId])
  if (!row) throw engagementNotFound({ engagementId })
  return Row.decode(row.engagement)
}

export const engagementOf = (tx: Tx, engagementId: EngagementId): Promise<Engagement> => found(tx, read, engagementId)

/** Holds the row until the commit. */
export const lockEngagement = (tx: Tx, engagementId: EngagementId): Promise<Engagement> =>
  found(tx, lock, engagementId)

/** Every engagement of a contractor, the newest first. */
export const engagementsOf = async (tx: Tx, contractorId: ContractorId): Promise<readonly Engagement[]> => {
  const rows = await tx.named<EngagementRow>(list, [tx.organizationId, contractorId])
  return rows.map((row) => Row.decode(row.engagement))
}

type Seen = Readonly<{ contractor: Contractor; engagement: Engagement }>

/** Whoever may not see the contractor does not see the engagement either. */
const seenBy = async (actor: Actor, tx: Tx, engagement: Engagement): Promise<Seen> => {
  const contractor = await contractorOf(tx, engagement.contractorId)
  if (!mayRead(actor, contractor)) throw engagementNotFound({ engagementId: engagement.id })
  return { contractor, engagement }
}

export const engagementFor = async (actor: Actor, tx: Tx, engagementId: EngagementId): Promise<Seen> =>
  seenBy(actor, tx, await engagementOf(tx, engagementId))

export const lockEngagementFor = async (
  actor: Actor,
  tx: Tx,
  { engagementId, version }: Readonly<{ engagementId: EngagementId; version: number }>,
): Promise<Seen> => {
  const seen = await seenBy(actor, tx, await lockEngagement(tx, engagementId))
  if (seen.engagement.version !== version) throw stale({ currentVersion: seen.engagement.version })
  return seen
}

export const insertEngagement = async (tx: Tx, id: EngagementId, engagement: NewEngagement): Promise<void> => {
  const { contractorId, legalEntityId, departmentId, startsOn, endsOn } = engagement
  const places = { contractor_id: contractorId, legal_entity_id: legalEntityId, department_id: departmentId }
  const days = { starts_on: startsOn, ends_on: endsOn }
  await held(
    db(tx)
      .insertInto('engagements')
      .values({ organization_id: tx.organizationId, id, status: 'draft', ...places, ...days })
      .execute(),
  )
}

export const saveEngagement = async (tx: Tx, engagement: Engagement): Promise<void> => {
  const { departmentId, status, startsOn, endsOn, version } = engagement
  const days = { starts_on: startsOn, ends_on: endsOn }
  await held(
    db(tx)
      .updateTable('engagements')
      .set({ department_id: departmentId, status, ...days, version: version + 1 })
      .where('organization_id', '=', tx.organizationId)
      .where('id', '=', engagement.id)
      .execute(),
  )
}

/** Says in words what the table refuses. */
const held = <Result>(written: Promise<Result>): Promise<Result> =>
  written
    .catch(refusing('one_open_engagement_per_legal_entity', engagementOpen))
    .catch(
      refusing('engagements_organization_id_legal_entity_id_fkey', () =>
        unknownPlacement(at('legalEntityId', 'No such legal entity.')),
      ),
    )
    .catch(
      refusing('engagements_organization_id_department_id_fkey', () =>
        unknownPlacement(at('departmentId', 'No such department.')),
      ),
    )

const at = (field: string, detail: string) => ({ errors: [{ pointer: `#/${field}`, detail }] })

/** Those that are still open: what ends with the contractor. */
export const openEngagementIds = async (tx: Tx, contractorId: ContractorId): Promise<readonly EngagementId[]> => {
  const rows = await db(tx)
    .selectFrom('engagements')
    .select('id')
    .where('organization_id', '=', tx.organizationId)
    .where('contractor_id', '=', contractorId)
    .where('status', '<>', 'ended')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => EngagementId.parse(id))
}
