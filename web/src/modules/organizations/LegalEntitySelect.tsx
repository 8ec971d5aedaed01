import type { SelectProps } from '@mantine/core'
import { listLegalEntities } from '#modules/organizations/contract.ts'
import { useView } from '#web/lib/useView.ts'
import { SelectInUse } from '#web/ui/SelectInUse.tsx'

export const LegalEntitySelect = (props: Omit<SelectProps, 'data'>) => {
  const { data } = useView(listLegalEntities, { withArchived: true })
  return <SelectInUse label="Legal entity" items={data?.items} isCut={data?.isCut ?? false} {...props} />
}
