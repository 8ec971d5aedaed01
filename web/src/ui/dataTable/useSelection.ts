import { useState } from 'react'

/** Rows picked one by one, or the whole result, also what has not been loaded yet, except what was taken out again. */
export type Selection =
  | Readonly<{ kind: 'rows'; ids: ReadonlySet<string> }>
  | Readonly<{ kind: 'result'; except: ReadonlySet<string> }>

export type Selecting = Readonly<{
  selection: Selection
  /** Undefined while the whole result is chosen and its size is not known. */
  count: number | undefined
  isEmpty: boolean
  has: (id: string) => boolean
  toggle: (id: string) => void
  addAll: (ids: readonly string[]) => void
  takeResult: () => void
  clear: () => void
}>

const nothing: Selection = { kind: 'rows', ids: new Set() }

export const useSelection = (total: number | undefined): Selecting => {
  const [selection, setSelection] = useState<Selection>(nothing)
  const isEmpty = selection.kind === 'rows' && selection.ids.size === 0
  return {
    selection,
    isEmpty,
    count: countOf(selection, total),
    has: (id) => (selection.kind === 'rows' ? selection.ids.has(id) : !selection.except.has(id)),
    toggle: (id) => setSelection((before) => toggledIn(before, id)),
    addAll: (ids) =>
      setSelection((before) => ({
        kind: 'rows',
        ids: new Set([...(before.kind === 'rows' ? before.ids : []), ...ids]),
      })),
    takeResult: () => setSelection({ kind: 'result', except: new Set() }),
    clear: () => setSelection(nothing),
  }
}

const countOf = (selection: Selection, total: number | undefined): number | undefined => {
  if (selection.kind === 'rows') return selection.ids.size
  return total === undefined ? undefined : total - selection.except.size
}

const toggledIn = (selection: Selection, id: string): Selection =>
  selection.kind === 'rows'
    ? { kind: 'rows', ids: withOrWithout(selection.ids, id) }
    : { kind: 'result', except: withOrWithout(selection.except, id) }

const withOrWithout = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}
