import { sql } from 'kysely'
import { z } from 'zod'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import { stale } from '#kernel/problem.ts'
import { ContractorTypeId } from '#modules/directory/contract.ts'
import { OnboardingFlowId } from '#modules/onboarding/ids.ts'
import { flowExists, flowNotFound, unknownContractorType } from '#modules/onboarding/problems.ts'
import type { OnboardingTables } from '#modules/onboarding/tables.ts'
import { StagePlan } from './contract.ts'
import type { Flow } from './flow.ts'

const db = (tx: Tx) => tx.withTables<OnboardingTables>()

const statement = (name: string, which: string): Statement => ({
  name: `onboarding.${name}`,
  text: `select json_build_object('id', w.id, 'name', w.name, 'contractorTypeId', w.contractor_type_id,
      'contractorTypeName', t.name, 'stages', v.stages, 'version', w.version, 'underWay', (
        select count(*) from onboardings o where o.organization_id = w.organization_id and o.flow_id = w.id
          and o.status in ('invited', 'in_progress'))
    ) as flow
    from onboarding_flows w
    join onboarding_flow_versions v
      on v.organization_id = w.organization_id and v.flow_id = w.id and v.number = w.version
    left join contractor_types t on t.organization_id = w.organization_id and t.id = w.contractor_type_id
    where w.organization_id = $1 and ${which}`,
})
const byId = statement('flow', 'w.id = $2')
const lockById = statement('lock-flow', 'w.id = $2 for update of w')
const ofType = statement('flow-of-type', 'w.contractor_type_id is not distinct from $2::uuid')
export const mostFlows = 200
const all = statement('flows', `true order by w.contractor_type_id is not null, t.name, w.id limit ${mostFlows + 1}`)

const Stored = z.object({
  id: OnboardingFlowId,
  name: z.string(),
  contractorTypeId: ContractorTypeId.nullable(),
  contractorTypeName: z.string().nullable(),
  stages: z.array(StagePlan),
  underWay: z.int(),
  version: z.int(),
})

const found = async (tx: Tx, how: Statement, values: readonly unknown[]): Promise<readonly Flow[]> => {
  const rows = await tx.named<{ flow: z.input<typeof Stored> }>(how, [tx.organizationId, ...values])
  return rows.map(({ flow }) => Stored.decode(flow))
}

const one = async (tx: Tx, how: Statement, flowId: OnboardingFlowId): Promise<Flow> => {
  const [flow] = await found(tx, how, [flowId])
  if (!flow) throw flowNotFound({ flowId })
  return flow
}

export const flowOf = (tx: Tx, flowId: OnboardingFlowId): Promise<Flow> => one(tx, byId, flowId)

export const lockFlow = async (
  tx: Tx,
  { flowId, version }: Readonly<{ flowId: OnboardingFlowId; version: number }>,
): Promise<Flow> => {
  const flow = await one(tx, lockById, flowId)
  if (flow.version !== version) throw stale({ currentVersion: flow.version })
  return flow
}

/** Null asks for the one that everybody goes through whose type has none. */
export const flowOfType = async (tx: Tx, contractorTypeId: string | null): Promise<Flow | undefined> =>
  (await found(tx, ofType, [contractorTypeId]))[0]

/** That for everybody first. */
export const flowsOf = (tx: Tx): Promise<readonly Flow[]> => found(tx, all, [])

type NewFlow = Readonly<{
  id: OnboardingFlowId
  name: string
  contractorTypeId: ContractorTypeId | null
  stages: readonly StagePlan[]
  madeBy: string
  now: Date
}>

const rowOf = (tx: Tx, { id, name, contractorTypeId }: NewFlow) => ({
  organization_id: tx.organizationId,
  id,
  name,
  contractor_type_id: contractorTypeId,
})

export const insertFlow = async (tx: Tx, flow: NewFlow): Promise<void> => {
  const { contractorTypeId } = flow
  const typeTaken = { errors: [{ pointer: '#/contractorTypeId', detail: 'This type already has a flow.' }] }
  const noType = { errors: [{ pointer: '#/contractorTypeId', detail: 'No such type.' }] }
  await db(tx)
    .insertInto('onboarding_flows')
    .values(rowOf(tx, flow))
    .execute()
    .catch(refusing('one_flow_of_a_contractor_type', () => flowExists({ contractorTypeId, ...typeTaken })))
    .catch(refusing('onboarding_flows_organization_id_contractor_type_id_fkey', () => unknownContractorType(noType)))
  await insertFlowVersion(tx, { ...flow, number: 1 })
}

/** False when there is one for this type already. */
export const insertFlowOnce = async (tx: Tx, flow: NewFlow): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('onboarding_flows')
    .values(rowOf(tx, flow))
    .onConflict((conflict) => conflict.constraint('one_flow_of_a_contractor_type').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await insertFlowVersion(tx, { ...flow, number: 1 })
  return true
}

type NewVersion = Pick<NewFlow, 'id' | 'stages' | 'madeBy' | 'now'> & Readonly<{ number: number }>

const insertFlowVersion = async (tx: Tx, { id, number, stages, madeBy, now }: NewVersion): Promise<void> => {
  await db(tx)
    .insertInto('onboarding_flow_versions')
    .values({
      organization_id: tx.organizationId,
      flow_id: id,
      number,
      stages: sql<StagePlan[]>`${JSON.stringify(stages)}::jsonb`,
      made_by: madeBy,
      made_at: now,
    })
    .execute()
}

export const saveFlow = async (tx: Tx, flow: NewVersion & Pick<NewFlow, 'name'>): Promise<void> => {
  await insertFlowVersion(tx, flow)
  await db(tx)
    .updateTable('onboarding_flows')
    .set({ name: flow.name, version: flow.number })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', flow.id)
    .execute()
}
