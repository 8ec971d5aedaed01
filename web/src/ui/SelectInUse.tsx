import { Select, type SelectProps } from '@mantine/core'
import { useState } from 'react'

type Item = Readonly<{ id: string; name: string; archived: boolean }>
type SelectInUseProps = Omit<SelectProps, 'data'> & Readonly<{ items: readonly Item[] | undefined }>

/** What is in use, and what was chosen before it was archived: whoever has it may keep it. */
export const SelectInUse = ({ items = [], ...props }: SelectInUseProps) => {
  const [before] = useState(props.value)
  const open = items.filter(({ id, archived }) => !archived || id === before)
  const data = open.map(({ id, name, archived }) => ({ value: id, label: archived ? `${name} (archived)` : name }))
  return <Select data={data} clearButtonProps={{ 'aria-label': 'Clear' }} {...props} />
}
