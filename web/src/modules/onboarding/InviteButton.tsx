import { Alert, Anchor, Button, Modal, Select, Text, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useDisclosure } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { type FlowView, inviteContractor, listFlows } from '#modules/onboarding/contract.ts'
import { listLegalEntities } from '#modules/organizations/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useToday } from '#web/lib/useToday.ts'
import { useView } from '#web/lib/useView.ts'
import { isTemplateMissing } from '#web/modules/onboarding/flowWords.ts'
import { useOnboardingOf } from '#web/modules/onboarding/useOnboardingOf.ts'
import { DepartmentSelect } from '#web/modules/organizations/DepartmentSelect.tsx'
import { DialogForm } from '#web/ui/DialogForm.tsx'

/** Who is not being onboarded can be invited, from a draft on. */
export const InviteButton = ({ contractor }: OfContractor) => {
  const [isInviting, inviting] = useDisclosure()
  const { onboarding, isLoading } = useOnboardingOf(contractor.id)
  const isUnderWay = onboarding?.status === 'invited' || onboarding?.status === 'in_progress'
  if (isLoading || isUnderWay || contractor.doNotEngage || contractor.status === 'archived') return null
  return (
    <>
      <Button variant={contractor.status === 'draft' && !onboarding ? 'filled' : 'default'} onClick={inviting.open}>
        Invite to onboarding
      </Button>
      <Modal opened={isInviting} onClose={inviting.close} title={`Invite ${contractor.displayName}`}>
        <Form contractor={contractor} onDone={inviting.close} />
      </Modal>
    </>
  )
}

type Typed = {
  legalEntityId: string | null
  departmentId: string | null
  flowId: string | null
  startsOn: string | null
  endsOn: string | null
  message: string
}

const Form = ({ contractor, onDone }: OfContractor & Readonly<{ onDone: () => void }>) => {
  const today = useToday()
  const entities = useView(listLegalEntities, {})
  const flows = useView(listFlows, {})
  const entityItems = entities.data?.items ?? []
  const flowItems = flows.data?.items ?? []
  const initial: Typed = {
    legalEntityId: null,
    departmentId: contractor.departmentId,
    flowId: null,
    startsOn: today,
    endsOn: null,
    message: '',
  }
  const form = useCommandForm(inviteContractor, {
    initial,
    inputFrom: ({ flowId, ...values }: Typed) => ({
      ...values,
      // One legal entity needs no choosing.
      legalEntityId: values.legalEntityId ?? (entityItems.length === 1 ? (entityItems[0]?.id ?? '') : ''),
      startsOn: values.startsOn ?? '',
      contractorId: contractor.id,
      ...(flowId === null ? {} : { flowId }),
    }),
    refreshes: ['onboarding', 'directory', 'audit'],
    onDone,
  })
  return (
    <DialogForm form={form} act="Send the invitation" onCancel={onDone}>
      {entityItems.length === 1 ? null : (
        <Select
          label="Legal entity"
          description="The part of the organization that signs and pays."
          data={entityItems.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('legalEntityId')}
        />
      )}
      <DepartmentSelect clearable {...form.getInputProps('departmentId')} />
      <DateInput label="Starts" {...form.getInputProps('startsOn')} />
      <DateInput
        label="Ends"
        description="Leave it empty if it is open."
        clearable
        {...form.getInputProps('endsOn')}
      />
      {flowItems.length > 1 ? (
        <Select
          label="Steps"
          placeholder="As usual for this type"
          clearable
          data={flowItems.map(({ id, name, minutes }) => ({
            value: id,
            label: `${name}, about ${minutes} min`,
          }))}
          {...form.getInputProps('flowId')}
        />
      ) : null}
      <FlowOfInvitation flow={flowFor(flowItems, form.values.flowId, contractor.typeId)} />
      <Textarea
        label="Message"
        description={`${contractor.displayName} reads it in the mail to ${contractor.email}.`}
        autosize
        minRows={3}
        {...form.getInputProps('message')}
      />
    </DialogForm>
  )
}

/** The flow that was chosen, else that of the contractor's type, else the one for everybody: as the server goes. */
const flowFor = (flows: readonly FlowView[], chosen: string | null, typeId: string | null): FlowView | undefined =>
  chosen === null
    ? (flows.find(({ contractorTypeId }) => contractorTypeId === typeId) ??
      flows.find(({ contractorTypeId }) => contractorTypeId === null))
    : flows.find(({ id }) => id === chosen)

const FlowOfInvitation = ({ flow }: Readonly<{ flow: FlowView | undefined }>) => {
  const { here } = useSession()
  if (!flow) return null
  return isTemplateMissing(flow) ? (
    <Alert color="yellow" title="An agreement template is missing">
      {flow.stages.find(({ key }) => key === stuckAt(flow))?.title} cannot be sent before there is one.{' '}
      <Anchor component={Link} to={pathIn(here.slug, `settings/onboarding/${flow.id}`)} inherit>
        See the steps
      </Anchor>
    </Alert>
  ) : (
    <Text size="sm" c="dimmed">
      They go through {flow.stages.map(({ title }) => title).join(', ')}: about {flow.minutes} minutes.
    </Text>
  )
}

const stuckAt = ({ agreements }: FlowView): string | undefined =>
  agreements.find(({ template }) => template === null)?.key
