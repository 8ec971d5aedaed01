import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openKeyFile } from './key-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-key-'))
afterAll(() => rmSync(folder, { recursive: true }))

const firstStart = () => true
const laterStart = () => false

test('a file that is no key is refused, not used', () => {
  const file = join(folder, 'short')
  writeFileSync(file, 'abc123\n')

  expect(() => openKeyFile(file, firstStart)).toThrow('does not hold a key of 64 hexadecimal digits.')
})

test('a missing key is not replaced once there is data', () => {
  expect(() => openKeyFile(join(folder, 'gone'), laterStart)).toThrow(/is missing.*Put it back/)
})

test('a place that cannot be written to is named', () => {
  writeFileSync(join(folder, 'file'), '')

  expect(() => openKeyFile(join(folder, 'file/key'), firstStart)).toThrow(/^The key file .* cannot be made\.$/)
})

test('the first start makes a key of 32 random bytes that only its owner can read', () => {
  const file = join(folder, 'new', 'muster.key')

  const key = openKeyFile(file, firstStart)

  expect(key).toHaveLength(32)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(folder, 'new'))).toEqual(['muster.key'])
  expect(openKeyFile(file, laterStart)).toEqual(key)
  expect(openKeyFile(join(folder, 'other'), firstStart)).not.toEqual(key)
})
