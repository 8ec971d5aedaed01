import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
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

/** Root may write anywhere but on a disk that is mounted read-only. */
const readOnly = (): (() => void) => {
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o500)
    return () => chmodSync(folder, 0o700)
  }
  execFileSync('mount', ['--bind', folder, folder])
  execFileSync('mount', ['-o', 'remount,bind,ro', folder])
  return () => execFileSync('umount', [folder])
}

test('a lock that would not hold, on a disk that became read-only, is refused', () => {
  lockFolder(folder)?.release()
  const undo = readOnly()
  try {
    expect(() => lockFolder(folder)).toThrow(/cannot be written to/)
  } finally {
    undo()
  }
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
