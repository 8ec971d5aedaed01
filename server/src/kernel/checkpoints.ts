import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { canonicalJson } from './canonical-json.ts'
import type { Secrets } from './secrets.ts'

/** Where the chain of an organization's journal stood at a time, signed and kept outside the database. */
const Kept = z.object({
  organizationId: z.string(),
  position: z.int(),
  chain: z.string(),
  at: z.string(),
  signature: z.string(),
})
export type Checkpoint = Readonly<z.output<typeof Kept> & { isGenuine: boolean }>
type Mark = Readonly<{ organizationId: string; position: number; chain: string; at: Date }>

export type Checkpoints = Readonly<{
  /** Keeps a mark; one that comes within the given seconds of the last is remembered until it settles. */
  keep: (mark: Mark, atMostEverySeconds: number) => Promise<void>
  /** Keeps what is remembered, of every organization whose chain has stood still for so long. */
  settle: (quietSeconds: number, now: Date) => Promise<void>
  read: (organizationId: string) => Promise<readonly Checkpoint[]>
}>

/** PKCS #8 for an Ed25519 key (RFC 8410) is this prefix and the 32 bytes of the seed. */
const ed25519Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

/** One file per organization, a line per mark. Copied to another machine, it shows a log that was cut or written anew. */
export const createCheckpoints = (folder: string, secrets: Secrets): Checkpoints => {
  const seed = secrets.derive('audit checkpoints')
  const key = createPrivateKey({ key: Buffer.concat([ed25519Prefix, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(key)
  const lastKept = new Map<string, Mark>()
  /** The newest mark of each organization that is in no file yet. */
  const remembered = new Map<string, Mark>()
  const fileOf = (organizationId: string) => join(folder, `${organizationId}.jsonl`)

  const write = async (kept: Mark): Promise<void> => {
    const { at, ...mark } = kept
    lastKept.set(mark.organizationId, kept)
    remembered.delete(mark.organizationId)
    const body = { ...mark, at: at.toISOString() }
    const signature = sign(null, Buffer.from(canonicalJson(body)), key).toString('base64')
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await appendFile(fileOf(mark.organizationId), `${JSON.stringify({ ...body, signature })}\n`, { mode: 0o600 })
  }

  return {
    keep: async (mark, atMostEverySeconds) => {
      const last = lastKept.get(mark.organizationId)
      // Another worker was as far, or further: where the chain stood is kept once.
      if (last !== undefined && last.position >= mark.position) return
      if (last !== undefined && mark.at.getTime() - last.at.getTime() < atMostEverySeconds * 1_000) {
        const known = remembered.get(mark.organizationId)
        if (known === undefined || known.position < mark.position) remembered.set(mark.organizationId, mark)
        return
      }
      await write(mark)
    },
    settle: async (quietSeconds, now) => {
      for (const mark of [...remembered.values()])
        if (now.getTime() - mark.at.getTime() >= quietSeconds * 1_000) await write(mark)
    },
    read: async (organizationId) => {
      const text = await readFile(fileOf(organizationId), 'utf8').catch(() => '')
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
          const { signature, ...body } = Kept.parse(JSON.parse(line))
          const isGenuine = verify(
            null,
            Buffer.from(canonicalJson(body)),
            publicKey,
            Buffer.from(signature, 'base64'),
          )
          return { ...body, signature, isGenuine }
        })
    },
  }
}
