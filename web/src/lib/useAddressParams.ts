import { useNavigate, useSearch } from '@tanstack/react-router'
import type { SearchParams } from '#web/lib/listState.ts'

type Change = Readonly<Record<string, string | undefined>>

/** What the address says after `?`, one value each, and how to change it: a link to the page opens the same view. */
export const useAddressParams = (): readonly [Readonly<Record<string, string>>, (change: Change) => void] => {
  const search: SearchParams = useSearch({ strict: false })
  const navigate = useNavigate()
  const said = Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => {
      const first = typeof value === 'string' ? value : value?.[0]
      return first === undefined ? [] : [[name, first]]
    }),
  )
  const change = (changed: Change) => {
    // `never`, because the address of each route has a type of its own.
    navigate({ to: '.', search: { ...search, ...changed } as never, replace: true, resetScroll: false })
  }
  return [said, change]
}
