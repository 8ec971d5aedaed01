import { type Actor, reachOf } from '#kernel/actor.ts'
import { JsonText } from '#kernel/command.ts'
import { keyOf } from '#kernel/cursor.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import { type BoardState, type OnboardingStatus, onboardingStatuses } from './onboarding-view.ts'

/**
 * Where an onboarding stands on the board. While it is in progress that is what waits most: what was handed in, then
 * what was sent back, then the rest; of these the oldest says whose move it is and until when.
 */
const board = `from onboardings o
  join contractors c on c.organization_id = o.organization_id and c.id = o.contractor_id
  join engagements e on e.organization_id = o.organization_id and e.id = o.engagement_id
  join legal_entities l on l.organization_id = e.organization_id and l.id = e.legal_entity_id
  left join departments d on d.organization_id = c.organization_id and d.id = c.department_id
  cross join lateral (
    select count(*)::int as stages, count(*) filter (where s.status in ('approved', 'waived'))::int as settled,
      bool_or(s.status = 'submitted') as has_submitted, bool_or(s.status = 'changes_requested') as has_changes
    from onboarding_stages s where s.organization_id = o.organization_id and s.onboarding_id = o.id
  ) as sum
  cross join lateral (
    select case when o.status <> 'in_progress' then o.status when sum.has_submitted then 'submitted'
      when sum.has_changes then 'changes_requested' else 'open' end as state
  ) as at
  left join lateral (
    select s.waits_for, s.moved_at, s.due_on from onboarding_stages s
    where s.organization_id = o.organization_id and s.onboarding_id = o.id and o.status = 'in_progress'
      and s.status = at.state and s.waits_for <> 'nobody'
    order by s.moved_at, s.position limit 1
  ) as first on true
  where o.organization_id = $1 and ($2::uuid[] is null or c.department_id = any ($2))`

const list: Statement = {
  name: 'onboarding.board',
  text: `with page as (
      select o.id, json_build_object('id', o.id, 'contractorId', o.contractor_id, 'contractorName', c.display_name,
        'departmentId', c.department_id, 'departmentName', d.name, 'engagementId', o.engagement_id,
        'legalEntityName', l.name, 'startsOn', e.starts_on, 'status', o.status, 'state', at.state,
        'waitsFor', case o.status when 'invited' then 'contractor' when 'invite_expired' then 'manager'
          else coalesce(first.waits_for, 'nobody') end,
        'since', utc_text(case o.status when 'invited' then o.invited_at
          else coalesce(first.moved_at, o.moved_at) end),
        'dueOn', case o.status when 'invited' then (o.expires_at at time zone 'UTC')::date else first.due_on end,
        'settled', sum.settled, 'stages', sum.stages) as item
      ${board} and ($3::text[] is null or o.status = any ($3)) and ($4::text[] is null or at.state = any ($4))
        and ($5::uuid is null or o.contractor_id = $5) and ($6::uuid is null or o.id < $6)
      order by o.id desc limit $7 + 1
    ), shown as (select * from page order by id desc limit $7)
    select json_build_object(
      'items', coalesce((select json_agg(item order by id desc) from shown), '[]'),
      'next', case when (select count(*) from page) > $7
        then (select cursor_of(id::text) from shown order by id limit 1) end
    )::text as page`,
}

const counts: Statement = {
  name: 'onboarding.board-counts',
  text: `select json_build_object('items',
        coalesce(json_agg(json_build_object('state', state, 'count', count)), '[]'))::text as counts
    from (select at.state, count(*)::int as count ${board} group by at.state order by at.state) as columns`,
}

type Page = Readonly<{
  state?: readonly BoardState[] | undefined
  contractorId?: string | undefined
  after?: string | undefined
  limit: number
}>

const isStatus = (state: BoardState | OnboardingStatus): state is OnboardingStatus =>
  onboardingStatuses.some((status) => status === state)

/** The few states that an index can find; the columns of those in progress are told apart among them. */
const statusesOf = (states: readonly BoardState[]): readonly OnboardingStatus[] =>
  states.map((state) => (isStatus(state) ? state : 'in_progress'))

export const onboardingsFor = async (
  actor: Actor,
  tx: Tx,
  { state, contractorId, after, limit }: Page,
): Promise<JsonText> => {
  const [row] = await tx.named<{ page: string }>(list, [
    tx.organizationId,
    reachOf(actor),
    state ? statusesOf(state) : null,
    state ?? null,
    contractorId ?? null,
    keyOf(after, ['id'])?.[0] ?? null,
    limit,
  ])
  return new JsonText(row?.page ?? '{}')
}

export const countsFor = async (actor: Actor, tx: Tx): Promise<JsonText> => {
  const [row] = await tx.named<{ counts: string }>(counts, [tx.organizationId, reachOf(actor)])
  return new JsonText(row?.counts ?? '{}')
}
