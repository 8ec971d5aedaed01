import { Modal, Select } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { draftAgreement, listTemplates } from '#modules/agreements/contract.ts'
import { type EngagementView, listEngagements } from '#modules/directory/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { useSession } from '#web/app/session.ts'
import { formatDay } from '#web/lib/formatDate.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useNow } from '#web/lib/useNow.ts'
import { useView } from '#web/lib/useView.ts'
import { DialogForm } from '#web/ui/DialogForm.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

type DraftAgreementProps = OfContractor & Readonly<{ opened: boolean; onClose: () => void }>

/** Makes a draft from a template; it is read, filled in and sent on its own page. */
export const DraftAgreement = ({ contractor, opened, onClose }: DraftAgreementProps) => (
  <Modal opened={opened} onClose={onClose} title={`An agreement with ${contractor.displayName}`}>
    <Loading contractor={contractor} onDone={onClose} />
  </Modal>
)

type Typed = { templateId: string | null; engagementId: string | null }

type FormProps = OfContractor & Readonly<{ onDone: () => void }>

const Loading = (props: FormProps) => {
  const { data, error } = useView(listEngagements, { contractorId: props.contractor.id })
  if (error) return <ProblemNote problem={error} />
  if (!data) return <SkeletonList rows={3} label="Loading the engagements" shape="lines" />
  return <Form {...props} engagements={data.items.filter(({ status }) => status !== 'ended')} />
}

const Form = ({
  contractor,
  onDone,
  engagements,
}: FormProps & Readonly<{ engagements: readonly EngagementView[] }>) => {
  const { here } = useSession()
  const navigate = useNavigate()
  const now = useNow()
  const templates = useView(listTemplates, {})
  const initial: Typed = { templateId: null, engagementId: engagements[0]?.id ?? null }
  const form = useCommandForm(draftAgreement, {
    initial,
    inputFrom: ({ templateId, engagementId }: Typed) => ({
      templateId: templateId ?? '',
      engagementId,
      contractorId: contractor.id,
    }),
    refreshes: ['agreements', 'audit'],
    onDone: ({ id }) => void navigate({ to: pathIn(here.slug, `agreements/${id}`) }),
  })
  return (
    <DialogForm form={form} act="Prepare it" onCancel={onDone}>
      <Select
        label="Template"
        data={(templates.data?.items ?? [])
          .filter(({ archived }) => !archived)
          .map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('templateId')}
        error={form.errors.templateId === undefined ? undefined : 'Choose a template.'}
      />
      <Select
        label="For"
        description="Which engagement it is about."
        clearable
        data={engagements.map(({ id, legalEntityName, startsOn }) => ({
          value: id,
          label: `${legalEntityName}, from ${formatDay(startsOn, now)}`,
        }))}
        {...form.getInputProps('engagementId')}
      />
    </DialogForm>
  )
}
