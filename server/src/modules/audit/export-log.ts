import { may } from '#kernel/actor.ts'
import { Download, type LookAgain } from '#kernel/download.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { readLog } from './permissions.ts'
import { sealedAfter } from './store.ts'

const batch = 2_000

export const exportLog = query(contract.exportLog)({
  allow: (actor) => may(actor, readLog),
  read: async () => new Download({ fileName: 'journal.jsonl', mediaType: 'application/jsonl', content: lines }),
})

/** What is in the chain stays as it is, so that reading it in pieces gives the same as reading it at once. */
async function* lines(lookAgain: LookAgain): AsyncGenerator<string> {
  let position = 0
  for (;;) {
    const entries = await lookAgain(({ tx }) => sealedAfter(tx, position, batch))
    yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
    position = entries.at(-1)?.position ?? position
    if (entries.length < batch) return
  }
}
