import { machine } from '#kernel/actor.ts'
import { workOf } from '#kernel/command.ts'
import type { Config } from '#kernel/config.ts'
import { transaction } from '#kernel/db.ts'
import { writeJournal } from '#kernel/journal.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { LinkId } from '#modules/access/contract.ts'
import { linksReadAtConsole } from '#modules/access/index.ts'
import { linksOfWaitingMails } from '#modules/messaging/index.ts'
import { organizationNamed } from './organizations.ts'
import { withRuntime } from './with-runtime.ts'

type Wish = Readonly<{ organization?: string | undefined }>

/** Prints the links of mails that were not sent: how people get in while no mail server is set up. */
export const printLinks = (config: Config, wish: Wish): Promise<number> =>
  withRuntime(config, async (runtime) => {
    process.stdout.write(await linksInWords(runtime, wish))
    return 0
  })

/** Each link with whom it is for; that they were read is written into the journal. */
export const linksInWords = async (runtime: Runtime, { organization }: Wish): Promise<string> => {
  const { organizationId, slug } = await organizationNamed(runtime, organization)
  const { outside, reactions, db } = runtime
  const now = outside.now()
  const actor = machine(organizationId)
  const links = await transaction(db, actor, async (tx) => {
    const found = await linksOfWaitingMails(workOf(runtime, tx, { actor, now }))
    if (found.length === 0) return found
    const linkIds = found.map(({ linkId }) => LinkId.parse(linkId))
    const events = [linksReadAtConsole({ count: found.length, linkIds })]
    await writeJournal(tx, { newId: outside.newId, reactions }, { actor, command: 'muster links', now, events })
    return found
  })
  if (links.length === 0) return `No mail of ${slug} waits with a link that still works.\n`
  const lines = links.map(
    ({ purpose, toName, toAddress, address, expiresAt }) =>
      `${purpose} for ${toName} <${toAddress}>, until ${expiresAt.toISOString()}\n  ${address}\n`,
  )
  return `Give each link to whom it is for, and to nobody else.\n\n${lines.join('\n')}`
}
