import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart } from '#kernel/cannot-start.ts'

/** What the file says: which of the places it belongs to, and how far that place had come. */
export type Epoch = Readonly<{ placeId: string; token: string }>

/** What tells this very file from a copy of it. The machine is left out where it changes by itself, as in a container. */
export type Mark = Readonly<{ inode: string; born?: string; machine?: string }>

export type EpochFile = Readonly<{
  path: string
  /** Undefined when there is none, or none that can be read. */
  read: () => Epoch | undefined
  write: (epoch: Epoch) => void
  /** What can be seen of the file now. */
  mark: () => Mark
  /** The same to be kept for the next time: a time of birth only where it is one. */
  lastingMark: () => Mark
}>

const written = /^([0-9a-f-]{36}) ([0-9a-f-]{36})\n$/
const longest = 100

/**
 * The half of the epoch that lies outside the database. It is written in place and never replaced: its inode and its
 * time of birth stay for as long as the folder is this one, and no copy of the folder has both.
 */
export const openEpochFile = (path: string): EpochFile => ({
  path,
  read: () => {
    const [, placeId, token] = written.exec(contentOf(path)) ?? []
    return placeId !== undefined && token !== undefined ? { placeId, token } : undefined
  },
  write: ({ placeId, token }) => {
    try {
      if (!existsSync(path)) make(path)
      const descriptor = openSync(path, 'r+')
      try {
        // Shorter than a sector of the disk, so that a power cut leaves the old line or the new one.
        writeSync(descriptor, `${placeId} ${token}\n`, 0)
        fsyncSync(descriptor)
      } finally {
        closeSync(descriptor)
      }
    } catch (refusal) {
      throw new CannotStart(`The file ${path} cannot be written. Start Muster as the user it belongs to.`, refusal)
    }
  },
  mark: () => markOf(path).mark,
  lastingMark: () => {
    const { mark, isBirthKept } = markOf(path)
    const { born: _, ...unborn } = mark
    return isBirthKept ? mark : unborn
  },
})

/** Longer than the clock of a disk takes to tick: what is written after it has a time of its own. */
const tickMs = 25

const make = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  closeSync(openSync(path, 'w', 0o600))
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, tickMs)
}

const contentOf = (path: string): string => {
  if (!existsSync(path)) return ''
  const descriptor = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(longest)
    return bytes.toString('utf8', 0, readSync(descriptor, bytes, 0, longest, 0))
  } finally {
    closeSync(descriptor)
  }
}

const markOf = (path: string): Readonly<{ mark: Mark; isBirthKept: boolean }> => {
  const { ino, birthtimeNs, ctimeNs } = statSync(path, { bigint: true })
  const machine = machineId()
  const mark = {
    inode: String(ino),
    ...(birthtimeNs > 0n ? { born: String(birthtimeNs) } : {}),
    ...(machine === undefined ? {} : { machine }),
  }
  // Where no time of birth is kept, the one of the last change is shown for it.
  return { mark, isBirthKept: birthtimeNs !== ctimeNs }
}

const signsOfContainer = ['/.dockerenv', '/run/.containerenv', '/var/run/secrets/kubernetes.io']

/** The system's own name for this machine (machine-id(5)). A container may be anywhere, so it has none. */
const machineId = (): string | undefined => {
  if (process.env.container !== undefined || signsOfContainer.some((path) => existsSync(path))) return undefined
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim() || undefined
  } catch {
    return undefined
  }
}

/** Only what both sides know is compared: a disk that keeps no time of birth proves nothing by that. */
export const isSameMark = (kept: Mark, found: Mark): boolean =>
  (['inode', 'born', 'machine'] as const).every(
    (part) => kept[part] === undefined || found[part] === undefined || kept[part] === found[part],
  )
