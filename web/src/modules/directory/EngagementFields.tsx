import { DateInput } from '@mantine/dates'
import type { GetInputPropsReturnType } from '@mantine/form'
import { DepartmentSelect } from '#web/modules/organizations/DepartmentSelect.tsx'

type EngagementFieldsProps = Readonly<{ inputProps: (name: string) => GetInputPropsReturnType }>

/** Where an engagement is filed and how long it lasts. */
export const EngagementFields = ({ inputProps }: EngagementFieldsProps) => (
  <>
    <DepartmentSelect placeholder="None" clearable {...inputProps('departmentId')} />
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
