import { useNavigate, useSearch } from '@tanstack/react-router'

/** The tab named in the address as `?tab=`, and how to go to another; an unknown name is no tab. */
export const useTab = (known: readonly string[]): readonly [string | undefined, (tab: string) => void] => {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const tab = known.find((name) => name === search.tab)
  const go = (next: string) => {
    const to = next === known[0] ? undefined : next
    // Each page declares its own search; a tab is beside whatever that is.
    navigate({ to: '.', search: ((before: object) => ({ ...before, tab: to })) as never, replace: true })
  }
  return [tab, go]
}
