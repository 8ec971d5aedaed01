import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { connect } from '#kernel/postgres/connect.ts'
import { emptyDatabase, type FreshDatabase, freshDatabase } from '#test/postgres.ts'
import { openRuntime } from '../../start.ts'
import { refuseDamaged } from './copy-files.ts'
import { loadBackup } from './load-backup.ts'
import { filesOf, readManifest } from './manifest.ts'
import { restoreBackup } from './restore.ts'
import { takeBackup } from './take-backup.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-backup-'))
const backup = join(folder, 'backup')
const config = readConfig({ MUSTER_DATA: 'data', LOG_LEVEL: 'silent' }, folder)
const document = '4b227777d4dd1fc61c6f884f48641d02b4d121d3fd328cb08b5531fcacdabf8a' // SHA-256 of "4"
let database: FreshDatabase
let target: FreshDatabase

const ask = async <Row extends object>({ owner }: FreshDatabase, text: string): Promise<readonly Row[]> => {
  const client = await connect(owner)
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  database = await freshDatabase()
  target = await emptyDatabase()
  mkdirSync(join(config.dataFolder, 'files/o/4b'), { recursive: true })
  mkdirSync(join(config.dataFolder, 'files/incoming'))
  writeFileSync(join(config.dataFolder, 'files/o/4b', document), '4')
  writeFileSync(join(config.dataFolder, 'files/incoming/half'), 'half an upload')
  await ask(
    database,
    `insert into auth.people (id, name, email, email_verified)
       select gen_random_uuid(), E'Kim \\t\\\\N "' || n, 'kim' || n || '@example.com', true from generate_series(1, 300) n;
     insert into journal (organization_id, id, occurred_at, via, command, name, data, subjects, hash)
       select gen_random_uuid(), gen_random_uuid(), now(), 'job', 'c', 'n', '{"a": "ü\\n"}', '{}', sha256('x')
       from generate_series(1, 200);
     insert into deliveries (organization_id, id, journal_id, reaction, due_at)
       select organization_id, gen_random_uuid(), id, 'r', now() from journal limit 10`,
  )
  const { runtime } = openRuntime(config, database.app)
  const postgres = { owner: database.owner, app: database.app, stop: async () => undefined }
  await takeBackup({ config, runtime, postgres }, backup)
  await runtime.outside.documents.close()
  await runtime.db.close()
})
afterAll(async () => {
  await database.drop()
  await target.drop()
  rmSync(folder, { recursive: true, force: true })
})

const copyOfBackup = (name: string): string => {
  const at = join(folder, name)
  cpSync(backup, at, { recursive: true })
  return at
}

test('a backup holds what was uploaded whole, and neither the key nor half an upload', () => {
  const names = readdirSync(backup, { recursive: true, encoding: 'utf8' })
  const key = readFileSync(config.keyFile, 'utf8').trim()

  expect(names.filter((name) => name.startsWith('files/') && !/\/(o|4b)$/.test(name))).toEqual([
    `files/o/4b/${document}`,
  ])
  expect(readFileSync(join(backup, 'manifest.json'), 'utf8')).not.toContain(key)
})

test('without the key, with another key or into a folder in use nothing is restored and nothing is made', async () => {
  const empty = readConfig({ MUSTER_DATA: 'empty' }, folder)
  mkdirSync(empty.dataFolder)

  await expect(restoreBackup(empty, backup)).rejects.toThrow(/^Put the key of the install into/)
  writeFileSync(empty.keyFile, '0'.repeat(64), { mode: 0o600 })
  await expect(restoreBackup(empty, backup)).rejects.toThrow(/is not the one that this backup was made with\.$/)
  await expect(restoreBackup(config, backup)).rejects.toThrow(/^The data folder \S+ is in use\./)
  await expect(restoreBackup(empty, folder)).rejects.toThrow(/^There is no whole backup in/)
  await expect(restoreBackup(empty, undefined)).rejects.toThrow(/^Say which backup/)
  expect(existsSync(join(empty.dataFolder, 'postgres'))).toBe(false)
})

test('a damaged document and rows that are others than were written are refused, and nothing of them is kept', async () => {
  const damaged = copyOfBackup('damaged')
  writeFileSync(join(filesOf(damaged), 'o/4b', document), '5')
  cpSync(join(damaged, 'tables/public.deliveries.copy.zst'), join(damaged, 'tables/auth.people.copy.zst'))

  await expect(refuseDamaged(filesOf(damaged))).rejects.toThrow(/^The file \S+ in the backup is damaged\.$/)
  await expect(loadBackup(target.owner, damaged, await readManifest(damaged))).rejects.toThrow(
    /^The rows of auth\.people in the backup/,
  )
  await target.drop()
  target = await emptyDatabase()
})

/** What the schema is made of, and every row of every table, as one text each. */
const ours = "('public', 'auth', 'install')"
const schema = `select line from (
  select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
    where connamespace::regnamespace::text in ${ours}
  union all select pg_get_indexdef(indexrelid) from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace::regnamespace::text in ${ours}
  union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
  union all select relname || ' ' || relrowsecurity || ' ' || relforcerowsecurity from pg_class
    where relkind = 'r' and relnamespace::regnamespace::text in ${ours}
) as lines order by line`
const contentOf = async (of: FreshDatabase) => {
  const names = await ask<{ name: string }>(
    of,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'auth') and tablename <> 'schema_migrations' order by 1`,
  )
  const sums = names.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${name} t`,
  )
  return ask(of, `${sums.join(' union all ')} order by 1`)
}

test('what is restored is the same to the last row, behind the same walls, and in restored mode', async () => {
  await loadBackup(target.owner, backup, await readManifest(backup))

  expect(await contentOf(target)).toEqual(await contentOf(database))
  expect(await ask(target, schema)).toEqual(await ask(database, schema))
  const [standing] = await ask<{ reason: string }>(target, 'select reason from install.standing')
  expect(standing?.reason).toMatch(/^This was restored from the backup of 20/)
  await expect(loadBackup(target.owner, backup, await readManifest(backup))).rejects.toThrow(
    'The database is in use.',
  )
})
