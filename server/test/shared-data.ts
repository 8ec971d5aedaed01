import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, relative, resolve } from 'node:path'
import { test } from 'vitest'
import type { z } from 'zod'

const project = resolve(import.meta.dirname, '../..')
const folder = resolve(project, process.env.MUSTER_SHARED ?? '../shared', 'data')
const absent = !existsSync(folder)

if (absent && process.env.CI === 'true') throw new Error(`The shared test data is missing: ${folder}`)
if (absent)
  console.warn(`Skipped what needs the shared test data (${basename(folder)}): set MUSTER_SHARED to run it.`)

/** A test against the shared real-world samples: skipped on a clone without them, failed in CI. */
export const sharedTest = test.skipIf(absent)

export const sharedBytes = (path: string): Buffer => readFileSync(resolve(folder, path))
export const sharedText = (path: string): string => sharedBytes(path).toString('utf8')
export const sharedJson = <Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> =>
  schema.parse(JSON.parse(sharedText(path)))
/** The files below a folder of the shared data, by their path inside it, sorted. */
export const sharedFiles = (path: string): readonly string[] =>
  readdirSync(resolve(folder, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(resolve(folder, path), resolve(entry.parentPath, entry.name)))
    .sort()
