import { may } from '#kernel/actor.ts'
import { Download, type LookAgain } from '#kernel/download.ts'
import { query } from '#kernel/query.ts'
import type { ChainedEntry } from './chain.ts'
import * as contract from './contract.ts'
import { readLog } from './permissions.ts'
import { shownInLog } from './seen-entries.ts'
import { sealedAfter } from './store.ts'

const batch = 2_000

export const exportLog = query(contract.exportLog)({
  allow: (actor) => may(actor, readLog),
  read: async () => new Download({ fileName: 'journal.jsonl', mediaType: 'application/jsonl', content: lines }),
})

/** Of an entry that the reader does not see, what the chain needs: the rest can be verified all the same. */
const linkOf = ({ position, hash, chain }: ChainedEntry) => ({ position, hash, chain })

/** What is in the chain stays as it is, so that reading it in pieces gives the same as reading it at once. */
async function* lines(lookAgain: LookAgain): AsyncGenerator<string> {
  let position = 0
  for (;;) {
    const { entries, seen } = await lookAgain(async ({ tx, actor }) => {
      const entries = await sealedAfter(tx, position, batch)
      return { entries, seen: new Set(await shownInLog(actor, tx, entries)) }
    })
    yield entries.map((entry) => `${JSON.stringify(seen.has(entry) ? entry : linkOf(entry))}\n`).join('')
    position = entries.at(-1)?.position ?? position
    if (entries.length < batch) return
  }
}
