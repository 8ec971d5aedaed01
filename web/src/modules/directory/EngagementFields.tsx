import { Select } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import type { GetInputPropsReturnType } from '@mantine/form'
import { listDepartments } from '#modules/organizations/contract.ts'
import { useView } from '#web/lib/useView.ts'

type EngagementFieldsProps = Readonly<{ inputProps: (name: string) => GetInputPropsReturnType }>

/** Where an engagement is filed and how long it lasts. */
export const EngagementFields = ({ inputProps }: EngagementFieldsProps) => {
  const departments = useView(listDepartments, {})
  return (
    <>
      <Select
        label="Department"
        placeholder="None"
        clearable
        clearButtonProps={{ 'aria-label': 'Clear' }}
        data={(departments.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...inputProps('departmentId')}
      />
      <DateInput label="First day" {...inputProps('startsOn')} />
      <DateInput
        label="Last day"
        description="Leave it empty for an open end."
        clearable
        clearButtonProps={{ 'aria-label': 'Clear' }}
        {...inputProps('endsOn')}
      />
    </>
  )
}
