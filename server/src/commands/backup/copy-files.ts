import { createHash } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { copyFile, mkdir, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CannotStart } from '#kernel/cannot-start.ts'

export type Counted = Readonly<{ count: number; bytes: number }>

/** Half an upload, which belongs to nobody yet. */
const unfinished = 'incoming'

/**
 * Copies a folder of files, cheaply where the disk can share blocks. Bytes are stored before the row that names them, so
 * whatever the rows of an earlier moment name is there; what is swept away meanwhile, no row needs.
 */
export const copyFiles = async (source: string, target: string): Promise<Counted> => {
  const names = await namesIn(source)
  let bytes = 0
  let count = 0
  for (const name of names) {
    const to = join(target, name)
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    const isThere = await copyFile(join(source, name), to, constants.COPYFILE_FICLONE).then(
      () => true,
      (refusal: NodeJS.ErrnoException) => {
        if (refusal.code === 'ENOENT') return false
        throw refusal
      },
    )
    if (!isThere) continue
    count += 1
    bytes += (await stat(to)).size
  }
  return { count, bytes }
}

/** Every file of the folder by its path inside; none when there is no folder. */
const namesIn = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (refusal: NodeJS.ErrnoException) => {
      if (refusal.code === 'ENOENT') return []
      throw refusal
    },
  )
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => !name.startsWith(`${unfinished}/`))
}

/** Stored documents are called after the SHA-256 of their bytes: each is read and held against its name. */
export const refuseDamaged = async (folder: string): Promise<number> => {
  const names = await namesIn(folder)
  for (const name of names) {
    const hash = createHash('sha256')
    await pipeline(createReadStream(join(folder, name)), hash)
    if (!name.endsWith(hash.digest('hex'))) throw new CannotStart(`The file ${name} in the backup is damaged.`)
  }
  return names.length
}
