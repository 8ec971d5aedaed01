import { Select, type SelectProps } from '@mantine/core'
import { useState } from 'react'
import { formatCount } from '#web/lib/formatMoney.ts'

type Item = Readonly<{ id: string; name: string; archived: boolean }>
type SelectInUseProps = Omit<SelectProps, 'data'> &
  Readonly<{
    items: readonly Item[] | undefined
    /** There are more than these to choose from. */
    isCut: boolean
  }>

/** What is in use, and what was chosen before it was archived: whoever has it may keep it. */
export const SelectInUse = ({ items = [], isCut, ...props }: SelectInUseProps) => {
  const [before] = useState(props.value)
  const open = items.filter(({ id, archived }) => !archived || id === before)
  const data = open.map(({ id, name, archived }) => ({ value: id, label: archived ? `${name} (archived)` : name }))
  const said = isCut ? { description: `Only the first ${formatCount(items.length)} can be chosen here.` } : {}
  return <Select {...said} data={data} clearButtonProps={{ 'aria-label': 'Clear' }} {...props} />
}
