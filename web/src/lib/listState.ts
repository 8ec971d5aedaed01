/** What a list shows, as its address says it: copy the link, get the same list. */
export type ListState = Readonly<{
  search: string
  /** `name` or, the other way round, `-name`. */
  sort: string | undefined
  filters: Readonly<Record<string, readonly string[]>>
  /** The ids of the columns chosen, undefined for the usual ones. */
  columns: readonly string[] | undefined
}>

/** Where on the list somebody was, so that "back" puts them there again. */
export type Place = Readonly<{ offset: number; activeId: string | undefined }>

export type List = Readonly<{
  state: ListState
  change: (change: Partial<ListState>) => void
  place: Place | undefined
  remember: (place: Place) => void
}>

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>

const own = { search: 'q', sort: 'sort', columns: 'columns' } as const

/** Reads a list's state from the address. Names that are no facet of the list are left alone. */
export const listStateOf = (params: SearchParams, facets: readonly string[]): ListState => ({
  search: one(params[own.search]) ?? '',
  sort: one(params[own.sort]),
  columns: params[own.columns] === undefined ? undefined : many(params[own.columns]),
  filters: Object.fromEntries(
    facets.flatMap((facet) => {
      const values = many(params[facet])
      return values.length === 0 ? [] : [[facet, values]]
    }),
  ),
})

/** Writes it back beside whatever else the address says; what is not set disappears from it. */
export const paramsOf = (state: ListState, facets: readonly string[], others: SearchParams): SearchParams => ({
  ...others,
  [own.search]: state.search === '' ? undefined : state.search,
  [own.sort]: state.sort,
  [own.columns]: state.columns,
  ...Object.fromEntries(facets.map((facet) => [facet, nonEmpty(state.filters[facet])])),
})

export const isNarrowed = ({ search, filters }: ListState): boolean =>
  search !== '' || Object.values(filters).some((values) => values.length > 0)

/** Adds the value to a facet, or takes it away. */
export const toggled = (state: ListState, facet: string, value: string): ListState['filters'] => {
  const values = state.filters[facet] ?? []
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
  return { ...state.filters, [facet]: next }
}

/** First press sorts up, the next down, the third as the server has it. */
export const nextSort = (current: string | undefined, column: string): string | undefined => {
  if (current === column) return `-${column}`
  return current === `-${column}` ? undefined : column
}

const many = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

const one = (value: string | readonly string[] | undefined): string | undefined => many(value)[0]

const nonEmpty = (values: readonly string[] | undefined): readonly string[] | undefined =>
  values && values.length > 0 ? values : undefined
