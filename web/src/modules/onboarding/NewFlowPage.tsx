import { Anchor, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCategory } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ContractorTypeView, listContractorTypes } from '#modules/directory/contract.ts'
import { addFlow, type FlowView, listFlows } from '#modules/onboarding/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import { FlowEditor, type FlowValues } from '#web/modules/onboarding/FlowEditor.tsx'
import { newStage } from '#web/modules/onboarding/stagePlans.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** A flow for a type of contractors that goes through other steps than everybody. */
export const NewFlowPage = () => {
  const { here } = useSession()
  const types = useView(listContractorTypes, {})
  const flows = useView(listFlows, {})
  const problem = types.error ?? flows.error
  const free = (types.data?.items ?? []).filter(
    ({ id }) => !flows.data?.items.some(({ contractorTypeId }) => contractorTypeId === id),
  )
  return (
    <>
      <PageHeader
        back={{ to: pathIn(here.slug, 'settings/onboarding'), label: 'Onboarding' }}
        title="A new flow"
        subtitle="It begins as a copy of the steps for everybody."
      />
      <ProblemNote problem={problem} />
      {problem || (types.data && flows.data) ? null : (
        <SkeletonList rows={5} label="Loading the flows" shape="lines" />
      )}
      {types.data && flows.data ? (
        free.length === 0 ? (
          <NoType hasTypes={types.data.items.length > 0} />
        ) : (
          <NewFlow types={free} like={flows.data.items.find(({ contractorTypeId }) => contractorTypeId === null)} />
        )
      ) : null}
    </>
  )
}

const NoType = ({ hasTypes }: Readonly<{ hasTypes: boolean }>) => {
  const { here } = useSession()
  return (
    <Section flush>
      <EmptyState
        icon={IconCategory}
        title={hasTypes ? 'Every type of contractor has its flow' : 'There are no types of contractors yet'}
        action={
          <Anchor component={Link} to={pathIn(here.slug, 'settings/contractor-types')}>
            Contractor types
          </Anchor>
        }
      >
        A flow of its own is for a type. {hasTypes ? 'Change the flow it has, or add' : 'Add'} a type first.
      </EmptyState>
    </Section>
  )
}

type NewFlowProps = Readonly<{ types: readonly ContractorTypeView[]; like: FlowView | undefined }>
type Values = FlowValues & { contractorTypeId: string | null }

const NewFlow = ({ types, like }: NewFlowProps) => {
  const { here } = useSession()
  const navigate = useNavigate()
  const flows = pathIn(here.slug, 'settings/onboarding')
  const initial: Values = {
    name: '',
    contractorTypeId: null,
    stages: like ? [...like.stages] : [newStage('data', [])],
  }
  const form = useCommandForm(addFlow, {
    initial,
    // Null would be the flow for everybody; a type that is not chosen yet is refused beside its field.
    inputFrom: (values: Values) => ({ ...values, contractorTypeId: values.contractorTypeId ?? '' }),
    refreshes: ['onboarding', 'audit'],
    onDone: ({ name }) => {
      notifications.show({ message: `Kept. Contractors of this type now go through “${name}”.` })
      void navigate({ to: flows })
    },
    draft: { name: 'onboarding-flow.new', never: [] },
  })
  const choose = (contractorTypeId: string | null) => {
    form.setFieldValue('contractorTypeId', contractorTypeId)
    const type = types.find(({ id }) => id === contractorTypeId)
    if (type && form.getValues().name.trim() === '') form.setFieldValue('name', type.name)
  }
  return (
    <FlowEditor form={form} act="Add the flow" cancelTo={flows}>
      <Select
        label="For contractors of type"
        placeholder="Choose a type"
        data={types.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('contractorTypeId')}
        onChange={choose}
      />
    </FlowEditor>
  )
}
