import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart } from '#kernel/cannot-start.ts'

const keyPattern = /^[0-9a-f]{64}\s*$/

/**
 * The install's one secret of 32 bytes, from which every other is derived. Made on first use; never made anew beside
 * data that an earlier one has sealed, because then the mistake would show only when somebody needs the data.
 */
export const openKeyFile = (file: string, isFirstStart: () => boolean): Buffer => {
  if (!existsSync(file)) {
    if (!isFirstStart()) {
      throw new CannotStart(
        `The key file ${file} is missing, and what the database holds cannot be unsealed without it. ` +
          'Put it back, or name it with MUSTER_KEY_FILE.',
      )
    }
    makeKeyFile(file)
  }
  const text = readKeyFile(file)
  if (!keyPattern.test(text))
    throw new CannotStart(`The key file ${file} does not hold a key of 64 hexadecimal digits.`)
  return Buffer.from(text.trim(), 'hex')
}

const readKeyFile = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (refusal) {
    throw new CannotStart(`The key file ${file} cannot be read by this user.`, refusal)
  }
}

/** Written beside, flushed and linked into place, so that neither a power cut nor a second start leaves half a key. */
const makeKeyFile = (file: string): void => {
  const unfinished = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    const descriptor = openSync(unfinished, 'w', 0o600)
    writeSync(descriptor, `${randomBytes(32).toString('hex')}\n`)
    fsyncSync(descriptor)
    closeSync(descriptor)
    linkSync(unfinished, file)
  } catch (refusal) {
    if (!existsSync(file)) throw new CannotStart(`The key file ${file} cannot be made.`, refusal)
  } finally {
    if (existsSync(unfinished)) rmSync(unfinished)
  }
}
