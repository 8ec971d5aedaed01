import { IconUser } from '@tabler/icons-react'
import { listContractors } from '#modules/directory/contract.ts'
import type { CommandGroup } from '#web/app/commandSources.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'

const foundMax = 6

/** Contractors by any of their words, for the command palette. */
export const useContractorCommands = (query: string): CommandGroup => {
  const { here } = useSession()
  const enabled = query.length >= 2 && here.can.includes('directory.list-contractors')
  const input = { search: query, limit: foundMax, sort: 'name' } as const
  const found = useView(listContractors, input, { enabled, keepPrevious: true })
  const items = enabled ? (found.data?.items ?? []) : []
  return {
    title: 'Contractors',
    isAsking: enabled && found.isFetching,
    commands: items.map(({ id, displayName, email }) => ({
      id,
      label: displayName,
      detail: email,
      icon: IconUser,
      to: pathIn(here.slug, `contractors/${id}`),
    })),
  }
}
