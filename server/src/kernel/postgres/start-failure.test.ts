import { expect, test } from 'vitest'
import { mayPass, sentenceFor } from './start-failure.ts'

test.each([
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', /disk that holds \/data is full/],
  ['initdb: error: could not create directory "/data/x": Permission denied', /may not be read and written/],
  ['FATAL:  could not create shared memory segment: Cannot allocate memory', /refused the 128 MB of shared memory/],
  ['initdb: error: could not create file "x": Read-only file system', /is read-only/],
  ['PANIC:  could not locate a valid checkpoint record at 0/1A2B3C4', /is damaged .* restore the last backup/],
  ['FATAL:  could not locate required checkpoint record', /is damaged .* restore the last backup/],
  ['FATAL:  incorrect checksum in control file', /is damaged .* restore the last backup/],
  ['PANIC:  could not read file "global/pg_control": read 0 of 8192', /is damaged .* restore the last backup/],
  ['FATAL:  database files are incompatible with server', /another kind of PostgreSQL/],
  [
    '2026-01-01 UTC [1] LOG:  hello\n2026-01-01 UTC [1] FATAL:  the moon is full',
    /did not start: the moon is full\.$/,
  ],
  ['', /did not start: it gave no reason\.$/],
])('what PostgreSQL says becomes one sentence: %s', (said, sentence) => {
  expect(sentenceFor(said, '/data')).toMatch(sentence)
  expect(sentenceFor(said, '/data')).not.toContain('\n')
})

test('only what passes by itself is tried again', () => {
  expect(mayPass('FATAL:  lock file "postmaster.pid" already exists')).toBe(true)
  expect(mayPass('FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use')).toBe(true)
  expect(mayPass('FATAL:  could not write file: No space left on device')).toBe(false)
})
