import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { CannotStart } from '#kernel/cannot-start.ts'
import { lockFolder } from './folder-lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-lock-'))
afterAll(() => rmSync(folder, { recursive: true }))

const holder = `
  const { lockFolder } = await import(process.argv[1])
  if (lockFolder(process.argv[2]) === undefined) process.exit(3)
  console.log('held')
  setInterval(() => {}, 60000)`

const holdElsewhere = () =>
  spawn(
    process.execPath,
    ['--input-type=module', '-e', holder, join(import.meta.dirname, 'folder-lock.ts'), folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )

test('a folder that cannot be written to is refused in a sentence', () => {
  expect(() => lockFolder(join(folder, 'not-there'))).toThrow(CannotStart)
  expect(() => lockFolder(join(folder, 'not-there'))).toThrow(/cannot be written to. Start Muster as the user/)
})

test('nobody gets a folder that is held, in the same process or in another', async () => {
  const lock = lockFolder(folder)

  expect(lockFolder(folder)).toBeUndefined()
  expect(await once(holdElsewhere(), 'exit')).toEqual([3, null])

  lock?.release()
})

test('a released folder is free at once', () => {
  lockFolder(folder)?.release()

  const again = lockFolder(folder)

  expect(again).toBeDefined()
  again?.release()
})

test('a killed holder leaves no lock behind', async () => {
  const other = holdElsewhere()
  await once(other.stdout, 'data')
  expect(lockFolder(folder)).toBeUndefined()

  other.kill('SIGKILL')
  await once(other, 'exit')

  const lock = lockFolder(folder)
  expect(lock).toBeDefined()
  lock?.release()
})
