import { Button, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, type RefObject, useState } from 'react'
import { isNarrowed, type ListState, toggled } from '#web/lib/listState.ts'
import type { Facet } from '#web/ui/dataTable/column.ts'
import { FacetButton } from '#web/ui/dataTable/FacetButton.tsx'

type ToolbarProps = Readonly<{
  state: ListState
  change: (change: Partial<ListState>) => void
  searchLabel: string
  searchRef: RefObject<HTMLInputElement | null>
  facets: readonly Facet[]
  children: ReactNode
}>

/** Long enough that a fast typist asks once, short enough that nobody waits for it. */
const typingPauseMs = 180

export const Toolbar = ({ state, change, searchLabel, searchRef, facets, children }: ToolbarProps) => (
  <div className="DataTable-toolbar">
    <SearchBox
      // An address or "clear filters" that says something else starts the box anew.
      key={`search ${state.search === '' ? 'empty' : 'set'}`}
      search={state.search}
      onSearch={(search) => change({ search })}
      label={searchLabel}
      inputRef={searchRef}
    />
    <div className="DataTable-facets">
      {facets.map((facet) => (
        <FacetButton
          key={facet.id}
          facet={facet}
          chosen={state.filters[facet.id] ?? []}
          onToggle={(value) => change({ filters: toggled(state, facet.id, value) })}
          onClear={() => change({ filters: { ...state.filters, [facet.id]: [] } })}
        />
      ))}
      {isNarrowed(state) ? (
        <Button variant="subtle" color="gray" size="xs" onClick={() => change({ search: '', filters: {} })}>
          Clear all
        </Button>
      ) : null}
    </div>
    <div className="DataTable-tools">{children}</div>
  </div>
)

type SearchBoxProps = Readonly<{
  search: string
  onSearch: (search: string) => void
  label: string
  inputRef: RefObject<HTMLInputElement | null>
}>

const SearchBox = ({ search, onSearch, label, inputRef }: SearchBoxProps) => {
  const [typed, setTyped] = useState(search)
  const ask = useDebouncedCallback(onSearch, typingPauseMs)
  return (
    <TextInput
      ref={inputRef}
      type="search"
      className="DataTable-search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        ask(event.currentTarget.value)
      }}
    />
  )
}
