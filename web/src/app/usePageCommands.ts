import type { CommandGroup } from '#web/app/commandSources.ts'
import { useSession } from '#web/app/session.ts'
import { useMyPages } from '#web/app/useMyPages.ts'
import { pathIn } from '#web/lib/pathIn.ts'

/** The pages somebody may open, by their names. */
export const usePageCommands = (query: string): CommandGroup => {
  const { here } = useSession()
  const wanted = query.toLowerCase()
  const commands = useMyPages()
    .filter(({ label }) => label.toLowerCase().includes(wanted))
    .map(({ path, label, icon }) => ({ id: path, label, icon, to: pathIn(here.slug, path) }))
  return { title: 'Pages', commands, isAsking: false }
}
