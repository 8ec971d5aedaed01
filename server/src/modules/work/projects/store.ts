import type { z } from 'zod'
import { type Actor, reachOf } from '#kernel/actor.ts'
import { cursorOf, keyOf } from '#kernel/cursor.ts'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import { stale } from '#kernel/problem.ts'
import type { ProjectId } from '#modules/work/ids.ts'
import { projectCodeTaken, projectNotFound, unknownProjectPlace } from '#modules/work/problems.ts'
import type { WorkTables } from '#modules/work/tables.ts'
import { type ProjectStatus, type ProjectTerms, ProjectView } from './contract.ts'
import { mayReadProject, type Project } from './project.ts'

const db = (tx: Tx) => tx.withTables<WorkTables>()

const statement = (name: string, which: string): Statement => ({
  name: `work.${name}`,
  text: `select lower(p.name) as key, json_build_object(
      'id', p.id, 'name', p.name, 'code', p.code, 'departmentId', p.department_id, 'departmentName', d.name,
      'legalEntityId', p.legal_entity_id, 'legalEntityName', l.name,
      'budget', case when p.budget_minor is not null then money_json(p.budget_minor, p.currency) end,
      'startsOn', p.starts_on, 'endsOn', p.ends_on, 'status', p.status, 'version', p.version,
      'assignments', (select count(*) from assignments a where a.organization_id = p.organization_id and a.project_id = p.id)
    ) as project
    from projects p
    join departments d on d.organization_id = p.organization_id and d.id = p.department_id
    join legal_entities l on l.organization_id = p.organization_id and l.id = p.legal_entity_id
    where p.organization_id = $1 and ${which}`,
})
const read = statement('project', 'p.id = $2')
const lock = statement('lock-project', 'p.id = $2 for update of p')
const list = statement(
  'projects',
  `($2::text is null or p.name ilike $2 or p.code ilike $2) and ($3::text is null or p.status = $3)
   and ($4::uuid[] is null or p.department_id = any ($4)) and ($5::text is null or (lower(p.name), p.id) > ($5, $6::uuid))
   order by lower(p.name), p.id limit $7`,
)

const Row = ProjectView.omit({ can: true })
type ProjectRow = Readonly<{ key: string; project: z.input<typeof Row> }>

const found = async (actor: Actor, tx: Tx, how: Statement, projectId: ProjectId): Promise<Project> => {
  const [row] = await tx.named<ProjectRow>(how, [tx.organizationId, projectId])
  const project = row && Row.decode(row.project)
  if (!project || !mayReadProject(actor, project)) throw projectNotFound({ projectId })
  return project
}

export const projectFor = (actor: Actor, tx: Tx, projectId: ProjectId): Promise<Project> =>
  found(actor, tx, read, projectId)

export const lockProject = async (
  actor: Actor,
  tx: Tx,
  { projectId, version }: Readonly<{ projectId: ProjectId; version: number }>,
): Promise<Project> => {
  const project = await found(actor, tx, lock, projectId)
  if (project.version !== version) throw stale({ currentVersion: project.version })
  return project
}

type Page = Readonly<{
  search?: string | undefined
  status?: ProjectStatus | undefined
  after?: string | undefined
  limit: number
}>

export const projectsFor = async (actor: Actor, tx: Tx, { search, status, after, limit }: Page) => {
  const [afterName, afterId] = keyOf(after, ['text', 'id']) ?? []
  const rows = await tx.named<ProjectRow>(list, [
    tx.organizationId,
    search ? `%${search.replaceAll(/[\\%_]/g, '\\$&')}%` : null,
    status ?? null,
    reachOf(actor),
    afterName ?? null,
    afterId ?? null,
    limit + 1,
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    projects: shown.map((row) => Row.decode(row.project)),
    next: last && rows.length > limit ? cursorOf([last.key, last.project.id]) : null,
  }
}

type Terms = Readonly<{ terms: ProjectTerms; currency: string }>

export const insertProject = (tx: Tx, id: ProjectId, { terms, currency }: Terms): Promise<unknown> =>
  held(
    db(tx)
      .insertInto('projects')
      .values({ organization_id: tx.organizationId, id, status: 'open', ...columnsOf(terms, currency) })
      .execute(),
  )

export const saveProject = (tx: Tx, project: Project, currency: string): Promise<unknown> =>
  held(
    db(tx)
      .updateTable('projects')
      .set({ ...columnsOf(project, currency), status: project.status, version: project.version + 1 })
      .where('organization_id', '=', tx.organizationId)
      .where('id', '=', project.id)
      .execute(),
  )

const columnsOf = (terms: Omit<ProjectTerms, never>, currency: string) => ({
  name: terms.name,
  code: terms.code,
  department_id: terms.departmentId,
  legal_entity_id: terms.legalEntityId,
  budget_minor: terms.budget?.minor ?? null,
  currency: terms.budget?.currency ?? currency,
  starts_on: terms.startsOn,
  ends_on: terms.endsOn,
})

const held = <Result>(written: Promise<Result>): Promise<Result> =>
  written
    .catch(refusing('one_project_of_a_code', projectCodeTaken))
    .catch(refusing('projects_organization_id_department_id_fkey', () => unknownAt('departmentId')))
    .catch(refusing('projects_organization_id_legal_entity_id_fkey', () => unknownAt('legalEntityId')))

const unknownAt = (field: string) =>
  unknownProjectPlace({ errors: [{ pointer: `#/${field}`, detail: 'This does not exist.' }] })
