import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import {
  type List,
  type ListState,
  listStateOf,
  type Place,
  paramsOf,
  type SearchParams,
} from '#web/lib/listState.ts'
import { stringifySearch } from '#web/lib/searchParams.ts'

/** One place per history entry, so that two visits of the same list do not share it. Gone with the tab, as it should. */
const places = new Map<string, Place>()

/** A list's state in the address bar, and the place somebody had reached in it: `const list = useListState(['status'])`. */
export const useListState = (facets: readonly string[]): List => {
  const params: SearchParams = useSearch({ strict: false })
  const navigate = useNavigate()
  const entry = useRouterState({ select: ({ location }) => location.state.__TSR_key ?? location.href })
  // The address follows a moment later; a box that is ticked shows it at once.
  const [ahead, setAhead] = useState<Readonly<{ of: string; state: ListState }>>()
  const address = stringifySearch(params)
  const state = ahead?.of === address ? ahead.state : listStateOf(params, facets)
  const change = (changed: Partial<ListState>) => {
    const next = { ...state, ...changed }
    setAhead({ of: address, state: next })
    // `never`, because the list does not know which route it stands on, and each route has a type of its own.
    const search = paramsOf(next, facets, params) as never
    navigate({ to: '.', search, replace: true, resetScroll: false })
  }
  const remember = useCallback((place: Place) => places.set(entry, place), [entry])
  return { state, change, place: places.get(entry), remember }
}
