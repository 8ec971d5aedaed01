import { createHash } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { problem } from './problem.ts'

export const fileTooLarge = problem('file-too-large', 413, 'This file is larger than allowed.')
export const storageFull = problem('storage-full', 507, 'There is no room left to store this. Nothing was changed.')

/** What was received: its address (the SHA-256 of its bytes), its size, and its first bytes for telling the type. */
export type StoredBlob = Readonly<{ sha256: string; sizeBytes: number; head: Uint8Array }>

export type Storage = Readonly<{
  put: (
    organizationId: string,
    body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    maxBytes: number,
  ) => Promise<StoredBlob>
  open: (organizationId: string, sha256: string) => ReadStream
  has: (organizationId: string, sha256: string) => Promise<boolean>
  /** Removes what came in before then and is not `kept`, from one of the folders; gives how many files that were. */
  sweep: (organizationId: string, what: Sweep) => Promise<number>
}>

type Sweep = Readonly<{
  /** The first two digits of the hashes it is about: a little at a time, because there may be very many. */
  folder: string
  before: Date
  /** Which of these hashes somebody still needs. */
  kept: (sha256s: readonly string[]) => Promise<ReadonlySet<string>>
}>

const headBytes = 4_100

/**
 * Files on the local disk, by organization and content. Content-addressing makes a repeated upload free and storing
 * before the commit harmless: bytes without a row are unreachable, never wrong.
 */
export const createDiskStorage = (root: string, randomBytes: (count: number) => Uint8Array): Storage => {
  const folderOf = (organizationId: string, sha256: string) => join(root, organizationId, sha256.slice(0, 2))
  const incoming = join(root, 'incoming')
  const aside = () => join(incoming, Buffer.from(randomBytes(16)).toString('hex'))
  const pathOf = (organizationId: string, sha256: string) => join(folderOf(organizationId, sha256), sha256)

  return {
    put: async (organizationId, body, maxBytes) => {
      await mkdir(incoming, { recursive: true, mode: 0o700 })
      const partial = aside()
      try {
        const blob = await receive(partial, body, maxBytes)
        await mkdir(folderOf(organizationId, blob.sha256), { recursive: true, mode: 0o700 })
        await rename(partial, pathOf(organizationId, blob.sha256))
        return blob
      } catch (error) {
        await rm(partial, { force: true })
        throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? storageFull() : error
      }
    },
    open: (organizationId, sha256) => createReadStream(pathOf(organizationId, sha256)),
    has: (organizationId, sha256) =>
      stat(pathOf(organizationId, sha256)).then(
        () => true,
        () => false,
      ),
    sweep: async (organizationId, { folder, before, kept }) => {
      // A connection that broke off together with the process left its half here.
      for (const name of await namesIn(incoming)) await removeIfOlder(join(incoming, name), before)
      const sha256s = await namesIn(join(root, organizationId, folder))
      const needed = sha256s.length > 0 ? await kept(sha256s) : new Set()
      await mkdir(incoming, { recursive: true, mode: 0o700 })
      let removed = 0
      for (const sha256 of sha256s.filter((name) => !needed.has(name))) {
        const path = pathOf(organizationId, sha256)
        if (!(await isOlder(path, before))) continue
        // The same bytes may arrive this moment: moved away first, what is looked at is what will be removed.
        const away = aside()
        await ifThere(rename(path, away))
        if (await removeIfOlder(away, before)) removed += 1
        else await ifThere(rename(away, path))
      }
      return removed
    },
  }
}

const namesIn = async (folder: string): Promise<readonly string[]> => (await ifThere(readdir(folder))) ?? []

const isOlder = async (path: string, before: Date): Promise<boolean> => {
  const found = await ifThere(stat(path))
  return found !== undefined && found.mtime < before
}

const removeIfOlder = async (path: string, before: Date): Promise<boolean> => {
  const old = await isOlder(path, before)
  if (old) await rm(path, { force: true })
  return old
}

/** Another process may sweep at the same moment: what is gone already is no failure. */
const ifThere = <Result>(step: Promise<Result>): Promise<Result | undefined> =>
  step.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })

const receive = async (
  path: string,
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
): Promise<StoredBlob> => {
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let sizeBytes = 0
  let head = Buffer.alloc(0)
  try {
    for await (const chunk of body) {
      sizeBytes += chunk.byteLength
      if (sizeBytes > maxBytes) throw fileTooLarge({ maxBytes })
      if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes)
      hash.update(chunk)
      await file.write(chunk)
    }
    // The row that names this file may be committed right after: the bytes must survive the power failing then.
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), sizeBytes, head }
}
