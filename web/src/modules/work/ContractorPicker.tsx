import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { ContractorId, listContractors, viewContractor } from '#modules/directory/contract.ts'
import { useView } from '#web/lib/useView.ts'

type ContractorPickerProps = Readonly<{
  value: string | null
  onChange: (contractorId: string | null) => void
  error?: ReactNode
}>

const foundMax = 20
const typingPauseMs = 180

/** Finds a contractor by any of their words, however many there are. */
export const ContractorPicker = ({ value, onChange, error }: ContractorPickerProps) => {
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), typingPauseMs)
  const input = { search: search === '' ? undefined : search, limit: foundMax, sort: 'name' } as const
  const found = useView(listContractors, input, { keepPrevious: true })
  const contractorId = ContractorId.safeParse(value).data
  const chosen = useChosen(contractorId)
  const options = new Map((found.data?.items ?? []).map(({ id, displayName }) => [String(id), displayName]))
  if (chosen) options.set(chosen.id, chosen.displayName)
  return (
    <Select
      label="Contractor"
      placeholder="Search by name"
      searchable
      name="contractorId"
      data={[...options].map(([id, label]) => ({ value: id, label }))}
      // The server has searched already, also in what is not shown: words, e-mail addresses, skills.
      filter={({ options: all }) => all}
      nothingFoundMessage={found.isFetching ? 'Looking…' : 'Nobody is called that.'}
      value={value}
      onChange={onChange}
      onSearchChange={(next) => setTyped(next === chosen?.displayName ? '' : next)}
      error={error}
    />
  )
}

const useChosen = (contractorId: ContractorId | undefined) => {
  // A placeholder id is never asked for: the view is off without one.
  const { data } = useView(
    viewContractor,
    { contractorId: contractorId ?? nobody },
    { enabled: contractorId !== undefined },
  )
  return data
}

const nobody = ContractorId.parse('00000000-0000-7000-8000-000000000000')
