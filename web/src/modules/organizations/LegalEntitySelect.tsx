import { Select, type SelectProps } from '@mantine/core'
import { useState } from 'react'
import { listLegalEntities } from '#modules/organizations/contract.ts'
import { useView } from '#web/lib/useView.ts'

type LegalEntitySelectProps = Omit<SelectProps, 'data'>

/** The legal entities in use, and the one that was chosen before it was archived: what it pays for may stay with it. */
export const LegalEntitySelect = (props: LegalEntitySelectProps) => {
  const [before] = useState(props.value)
  const { data } = useView(listLegalEntities, { withArchived: true })
  const open = (data?.items ?? []).filter(({ id, archived }) => !archived || id === before)
  return (
    <Select
      label="Legal entity"
      data={open.map(({ id, name, archived }) => ({ value: id, label: archived ? `${name} (archived)` : name }))}
      {...props}
    />
  )
}
