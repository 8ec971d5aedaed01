import { Modal, Select } from '@mantine/core'
import { addEngagement } from '#modules/directory/contract.ts'
import { type LegalEntityView, listLegalEntities } from '#modules/organizations/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useToday } from '#web/lib/useToday.ts'
import { useView } from '#web/lib/useView.ts'
import { EngagementFields } from '#web/modules/directory/EngagementFields.tsx'
import { DialogForm } from '#web/ui/DialogForm.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

type AddEngagementProps = OfContractor & Readonly<{ opened: boolean; onClose: () => void }>

export const AddEngagement = ({ contractor, opened, onClose }: AddEngagementProps) => (
  <Modal opened={opened} onClose={onClose} title={`Engage ${contractor.displayName}`}>
    <WithEntities contractor={contractor} onDone={onClose} />
  </Modal>
)

type FormProps = OfContractor & Readonly<{ onDone: () => void }>

const WithEntities = (props: FormProps) => {
  const { data, error, refetch } = useView(listLegalEntities, {})
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList rows={3} label="Loading the legal entities" shape="lines" />
  return <Form {...props} entities={data.items} />
}

type Values = Readonly<{
  legalEntityId: string | null
  departmentId: string | null
  startsOn: string
  endsOn: string | null
}>

const Form = ({ contractor, entities, onDone }: FormProps & Readonly<{ entities: readonly LegalEntityView[] }>) => {
  const { id: contractorId, departmentId } = contractor
  const only = entities.length === 1 ? entities[0] : undefined
  const initial: Values = { legalEntityId: only?.id ?? null, departmentId, startsOn: useToday(), endsOn: null }
  const form = useCommandForm(addEngagement, {
    initial,
    inputFrom: (values) => ({ ...values, legalEntityId: values.legalEntityId ?? '', contractorId }),
    refreshes: ['directory', 'audit'],
    onDone,
  })
  return (
    <DialogForm form={form} act="Open the engagement" onCancel={onDone}>
      <Select
        label="Legal entity"
        description="The part of the organization that signs and pays."
        data={entities.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('legalEntityId')}
      />
      <EngagementFields inputProps={(name) => form.getInputProps(name)} />
    </DialogForm>
  )
}
