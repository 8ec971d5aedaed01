import { Select, type SelectProps } from '@mantine/core'
import { useState } from 'react'
import { listDepartments } from '#modules/organizations/contract.ts'
import { useView } from '#web/lib/useView.ts'

type DepartmentSelectProps = Omit<SelectProps, 'data'>

/** The departments in use, and the one that was chosen before it was archived: whoever has it may keep it. */
export const DepartmentSelect = (props: DepartmentSelectProps) => {
  const [before] = useState(props.value)
  const { data } = useView(listDepartments, { withArchived: true })
  const open = (data?.items ?? []).filter(({ id, archived }) => !archived || id === before)
  return (
    <Select
      label="Department"
      data={open.map(({ id, name, archived }) => ({ value: id, label: archived ? `${name} (archived)` : name }))}
      clearButtonProps={{ 'aria-label': 'Clear' }}
      {...props}
    />
  )
}
