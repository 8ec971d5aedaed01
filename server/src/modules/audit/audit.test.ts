import { afterAll, beforeAll, expect, test } from 'vitest'
import { runSchedule } from '#kernel/background/schedule.ts'
import { declaredEvents } from '#kernel/event.ts'
import { hashOf } from '#kernel/journal.ts'
import { addContractor, changeContractor } from '#modules/directory/contract.ts'
import { addDepartment } from '#modules/organizations/contract.ts'
import { createWorld, type World } from '#test/world.ts'
import { exportLog, searchLog, verifyLog, viewTimeline } from './contract.ts'
import { audit } from './module.ts'
import { keepHeads, sealAll, sealAtTheEnd, sealRecent } from './seal-journal.ts'
import { sentenceOf } from './sentence.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const seal = async () => {
  for (const schedule of audit.schedules ?? []) await runSchedule(w.runtime, schedule)
}
let count = 0
const addOne = async () => {
  count += 1
  return w.done(addDepartment, w.member('owner'), { name: `Department ${count}` })
}
const verdict = () => w.done(verifyLog, w.member('auditor'), {})

/** What somebody does who has the database in their hands: the triggers are no wall for its owner. */
const tamper = async (text: string, values: readonly unknown[] = []) => {
  await w.sql('alter table journal disable trigger user')
  await w.sql('alter table journal_seals disable trigger user')
  await w.sql(text, values)
  await w.sql('alter table journal enable trigger user')
  await w.sql('alter table journal_seals enable trigger user')
}

test('only owner, legal and auditor read the whole log', async () => {
  expect((await w.ask(searchLog, w.member('manager'), {})).status).toBe(403)
  expect((await w.ask(exportLog, w.member('finance'), {})).status).toBe(403)
})

test('what happened is chained within seconds, once, however many workers do it', async () => {
  await Promise.all(Array.from({ length: 20 }, addOne))
  const before = await verdict()

  await Promise.all([seal(), seal(), seal()])
  await seal()

  const after = await verdict()
  expect(before.unsealed).toBeGreaterThan(0)
  expect(after).toMatchObject({ intact: true, unsealed: 0, sealed: after.entries, checkpoints: 1 })
})

test('an entry that was changed is found, by its own hash', async () => {
  await addOne()
  await seal()
  const [row] = await w.sql(
    "select id, data from journal where name = 'organizations.department-added' order by id desc limit 1",
  )

  await tamper('update journal set data = $2 where id = $1', [row?.id, { ...row?.data, name: 'Another' }])
  const found = await verdict()
  await tamper('update journal set data = $2 where id = $1', [row?.id, row?.data])

  expect(found).toMatchObject({
    intact: false,
    faults: [{ journalId: row?.id, what: 'This entry was changed after it was written.' }],
  })
  expect((await verdict()).intact).toBe(true)
})

test.each([
  ['person_id', "'0199a000-0000-7000-8000-0000000000aa'"],
  ['occurred_at', "occurred_at + interval '1 second'"],
  ['command', "'something.else'"],
  ['via', "'key'"],
  ['subjects', "'{}'"],
])('a change of %s alone is found', async (column, value) => {
  const [row] = await w.sql(`select id, ${column} as was from journal order by id desc limit 1`)

  await tamper(`update journal set ${column} = ${value} where id = $1`, [row?.id])
  const { intact } = await verdict()
  await tamper(`update journal set ${column} = $2 where id = $1`, [row?.id, row?.was])

  expect(intact).toBe(false)
})

test('an entry that was taken out of the chain is found', async () => {
  const [row] = await w.sql('select * from journal_seals where position = 3')

  await tamper('delete from journal_seals where position = 3')
  const { faults } = await verdict()
  await tamper('insert into journal_seals values ($1, $2, $3, $4, $5)', [
    row?.organization_id,
    row?.position,
    row?.journal_id,
    row?.chain,
    row?.sealed_at,
  ])

  expect(faults[0]?.what).toContain('An entry is missing')
  expect((await verdict()).intact).toBe(true)
})

test('a tail that was cut off is found by the checkpoint outside the database', async () => {
  w.advance(3_600_000)
  await addOne()
  await seal()
  const rows = await w.sql('select * from journal_seals order by position desc limit 1')

  await tamper('delete from journal_seals where position = $1', [rows[0]?.position])
  const { intact, faults } = await verdict()

  expect(intact).toBe(false)
  expect(faults.map(({ what }) => what)).toEqual(['The log no longer agrees with the checkpoint taken here.'])
  await seal()
})

test('a tail that came after the last checkpoint is protected once the log goes quiet', async () => {
  await addOne()
  await seal()
  w.advance(11_000)
  await w.runtime.outside.checkpoints.settle(10, w.now())
  const rows = await w.sql('select * from journal_seals order by position desc limit 1')

  await tamper('delete from journal_seals where position = $1', [rows[0]?.position])

  expect((await verdict()).faults.map(({ what }) => what)).toEqual([
    'The log no longer agrees with the checkpoint taken here.',
  ])
  await seal()
})

test('a tail is protected from the moment the server was stopped', async () => {
  await addOne()
  await sealAtTheEnd(w.runtime)
  const rows = await w.sql('select * from journal_seals order by position desc limit 1')

  await tamper('delete from journal_seals where position = $1', [rows[0]?.position])

  expect((await verdict()).intact).toBe(false)
  await seal()
})

test('after a crash the next start keeps where the chain stands', async () => {
  await addOne()
  for (const schedule of [sealRecent, sealAll]) await runSchedule(w.runtime, schedule)
  const { checkpoints: before } = await verdict()

  await runSchedule(w.runtime, keepHeads)

  expect((await verdict()).checkpoints).toBe(before + 1)
})

test('an entry that is written today and dated last week is counted, by its place', async () => {
  await addOne()
  await seal()
  const { outOfOrder: before } = await verdict()
  const [last] = await w.sql('select * from journal order by recorded_at desc limit 1')
  const id = '0199a000-0000-7000-8000-0000000000bb'
  const now = new Date(last?.occurred_at.getTime() - 7 * 86_400_000)
  const entry = {
    organizationId: last?.organization_id,
    id,
    command: last?.command,
    name: last?.name,
    data: last?.data,
    subjects: last?.subjects,
  }
  const hash = hashOf({ ...entry, now, actor: { personId: last?.person_id, via: last?.via } } as never)
  await w.sql(
    `insert into journal (organization_id, id, occurred_at, person_id, via, command, name, data, subjects, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, decode($10, 'hex'))`,
    [
      entry.organizationId,
      id,
      now,
      last?.person_id,
      last?.via,
      entry.command,
      entry.name,
      entry.data,
      entry.subjects,
      hash,
    ],
  )
  await seal()

  expect((await verdict()).outOfOrder).toBe(before + 1)
  await tamper('delete from journal_seals where journal_id = $1', [id])
  await tamper('delete from journal where id = $1', [id])
})

test('the timeline of an object says in words what happened to it, newest first', async () => {
  const owner = w.member('owner')
  const profile = { displayName: 'Priya Raman', email: 'priya@raman.example', country: 'US' }
  const { id, version } = await w.done(addContractor, owner, profile)
  await w.done(changeContractor, owner, { ...profile, contractorId: id, version, city: 'Salem' })

  const { items } = await w.done(viewTimeline, w.member('manager'), { subjectId: id })

  expect(items.map(({ sentence }) => sentence)).toEqual(['changed city of Priya Raman', 'put Priya Raman on file'])
})

test('the log is searched by kind of event, by person and by time, page after page', async () => {
  const owner = w.member('owner')
  for (const name of ['One', 'Two', 'Three']) await w.done(addDepartment, owner, { name })
  const search = { personId: owner.personId, event: 'organizations.', limit: 2 }

  const first = await w.done(searchLog, w.member('auditor'), search)
  const second = await w.done(searchLog, w.member('auditor'), { ...search, after: first.next })
  const later = await w.done(searchLog, w.member('auditor'), { ...search, from: '2027-01-01T00:00:00Z' })

  expect([...first.items, ...second.items].map(({ data }) => data.name)).toEqual(['Three', 'Two', 'One'])
  expect([second.next, later.items]).toEqual([null, []])
})

test('the export holds every sealed entry with its place in the chain', async () => {
  await seal()

  const { text } = await w.ask(exportLog, w.member('auditor'), {})

  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { position: number; hash: string })
  expect(lines.map(({ position }) => position)).toEqual(lines.map((_, index) => index + 1))
  expect(lines.length).toBe((await verdict()).sealed)
})

test('every sentence names only what its event knows', () => {
  const loose = declaredEvents().flatMap(({ name, sentence, schema }) =>
    [...sentence.matchAll(/\{(\w+)\}/g)]
      .filter(([, key = '']) => !(key in schema.shape))
      .map(([text]) => `${name} ${text}`),
  )

  expect(loose).toEqual([])
  expect(sentenceOf('organizations.department-added', { name: 'Design' })).toBe('added the department Design')
})

test('every sentence goes on after the name of who did it, so it begins with what they did', () => {
  const clauses = declaredEvents().filter(({ sentence }) => !/^(?!the |a |an |every )[a-z]+ ?/.test(sentence))

  expect(clauses.map(({ name, sentence }) => `${name}: ${sentence}`)).toEqual([])
})

test('a day is said in words, unless it stands in what somebody wrote', () => {
  const rate = { displayName: '2026-01-01', price: { amount: '85.00', currency: 'USD' }, unit: 'hour' }

  expect(sentenceOf('directory.rate-added', { ...rate, validFrom: '2026-12-01' })).toBe(
    'agreed with 2026-01-01 on 85.00 USD per hour from 1 December 2026',
  )
  expect(sentenceOf('directory.engagement-changed', { startsOn: '2026-12-01', endsOn: null })).toBe(
    'changed an engagement: from 1 December 2026 to nothing',
  )
})

test('names of fields and kinds are said in words, and what people wrote is left as it is', () => {
  const changed = { fields: ['timeZone', 'city'], displayName: 'Ian McDonald-Ross' }

  expect(sentenceOf('directory.contractor-changed', changed)).toBe('changed time zone, city of Ian McDonald-Ross')
  expect(sentenceOf('messaging.mail-written', { kind: 'assignment-offered' })).toBe(
    'wrote a mail: assignment offered',
  )
})
