import type { SelectProps } from '@mantine/core'
import { listDepartments } from '#modules/organizations/contract.ts'
import { useView } from '#web/lib/useView.ts'
import { SelectInUse } from '#web/ui/SelectInUse.tsx'

export const DepartmentSelect = (props: Omit<SelectProps, 'data'>) => {
  const { data } = useView(listDepartments, { withArchived: true })
  return <SelectInUse label="Department" items={data?.items} isCut={data?.isCut ?? false} {...props} />
}
