import { machine } from '#kernel/actor.ts'
import { workOf } from '#kernel/command.ts'
import type { Config } from '#kernel/config.ts'
import { transaction } from '#kernel/db.ts'
import { type Progress, verify } from '#modules/audit/index.ts'
import { spendDifferences } from '#modules/reports/index.ts'
import { organizations } from './organizations.ts'
import { withRuntime } from './with-runtime.ts'

/** Recomputes the log of every organization. Exit code 1 when anything does not agree. */
export const verifyAudit = (config: Config): Promise<number> =>
  withRuntime(
    config,
    async (runtime) => {
      let faulty = 0
      for (const { organizationId, slug } of await organizations(runtime)) {
        const actor = machine(organizationId)
        const [verdict, differences] = await transaction(runtime.db, { ...actor, readOnly: true }, async (tx) => {
          const work = workOf(runtime, tx, { actor, now: runtime.outside.now() })
          return [await verify(work, progressOf(slug)), await spendDifferences(tx)] as const
        })
        const { entries, sealed, unsealed, outOfOrder, checkpoints, intact, faults } = verdict
        process.stdout.write(
          `${slug}: ${intact ? 'intact' : 'NOT intact'}. ${entries} entries, ${sealed} in the chain, ${unsealed} of the last ` +
            `moments not yet, ${checkpoints} checkpoints agree.\n`,
        )
        if (outOfOrder > 0)
          process.stdout.write(`  ${outOfOrder} entries are dated before others that were recorded ahead of them.\n`)
        for (const { position, what } of faults) process.stdout.write(`  ${position ?? '-'}: ${what}\n`)
        if (differences > 0) process.stdout.write(`  ${differences} kept sums of spend differ from the invoices.\n`)
        if (!intact || differences > 0) faulty += 1
      }
      return faulty === 0 ? 0 : 1
    },
    { inRestoredMode: 'go on' },
  )

/** On a terminal, how far it has come; a million entries take minutes. */
const progressOf = (slug: string): Progress => {
  if (!process.stderr.isTTY) return () => undefined
  return (done, of) => {
    process.stderr.write(`\r${slug}: ${done} of ${of} entries${done >= of ? '\n' : ''}`)
  }
}
