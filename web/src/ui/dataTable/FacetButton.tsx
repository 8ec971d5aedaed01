import { Button, Checkbox, Popover, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { formatCount } from '#web/lib/formatMoney.ts'
import type { Facet, FacetOption } from '#web/ui/dataTable/column.ts'

type FacetButtonProps = Readonly<{
  facet: Facet
  chosen: readonly string[]
  onToggle: (value: string) => void
  onClear: () => void
}>

/** More values than this get a search box of their own. */
const manyOptions = 9

export const FacetButton = ({ facet, chosen, onToggle, onClear }: FacetButtonProps) => {
  const words = facet.options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label)
  return (
    <Popover width={260} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          className="FacetButton"
          data-chosen={chosen.length > 0}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {facet.label}
          {chosen.length > 0 ? <span className="FacetButton-chosen">{summaryOf(words, chosen.length)}</span> : null}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="FacetButton-menu" aria-label={facet.label}>
        <FacetOptions facet={facet} chosen={chosen} onToggle={onToggle} />
        {chosen.length > 0 ? (
          <Button variant="subtle" color="gray" size="xs" fullWidth onClick={onClear}>
            Clear
          </Button>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  )
}

const summaryOf = (words: readonly string[], count: number): string =>
  words.length > 0 && words.length <= 2 ? words.join(', ') : `${count} chosen`

const FacetOptions = ({ facet, chosen, onToggle }: Omit<FacetButtonProps, 'onClear'>) => {
  const [search, setSearch] = useState('')
  const wanted = facet.options.filter(({ label }) => label.toLowerCase().includes(search.trim().toLowerCase()))
  return (
    <>
      {facet.options.length >= manyOptions ? (
        <TextInput
          size="xs"
          mb={6}
          placeholder={`Search ${facet.label.toLowerCase()}`}
          aria-label={`Search ${facet.label.toLowerCase()}`}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      ) : null}
      <fieldset className="FacetButton-options">
        <legend>{facet.label}</legend>
        {wanted.map((option) => (
          <Checkbox
            key={option.value}
            className="FacetButton-option"
            label={<OptionLabel option={option} />}
            checked={chosen.includes(option.value)}
            onChange={() => onToggle(option.value)}
          />
        ))}
        {wanted.length === 0 ? <p className="FacetButton-none">Nothing is called that.</p> : null}
      </fieldset>
    </>
  )
}

const OptionLabel = ({ option }: Readonly<{ option: FacetOption }>) => (
  <>
    <span className="FacetButton-label">{option.label}</span>
    {option.count === undefined ? null : (
      <span className="FacetButton-count numbers">{formatCount(option.count)}</span>
    )}
  </>
)
