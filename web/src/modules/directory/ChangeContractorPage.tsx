import { notifications } from '@mantine/notifications'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ContractorView, changeContractor, viewContractor } from '#modules/directory/contract.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import { ContractorFields } from '#web/modules/directory/ContractorFields.tsx'
import { contractorValues, sentContractor } from '#web/modules/directory/contractorValues.ts'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

const route = getRouteApi('/$organization/staff/contractors/$contractorId/change')

/** What is on file about a contractor, to be changed. */
export const ChangeContractorPage = () => {
  const { organization, contractorId } = route.useParams()
  const { data, error, refetch } = useView(viewContractor, { contractorId })
  const page = pathIn(organization, `contractors/${contractorId}`)
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList rows={6} label="Loading the contractor" shape="lines" />
  return (
    <>
      <PageHeader back={{ to: page, label: data.displayName }} title={`Change ${data.displayName}`} />
      <Form contractor={data} page={page} />
    </>
  )
}

const Form = ({ contractor, page }: Readonly<{ contractor: ContractorView; page: string }>) => {
  const navigate = useNavigate()
  const { id: contractorId, version } = contractor
  const leave = () => void navigate({ to: page })
  const form = useCommandForm(changeContractor, {
    initial: contractorValues(contractor),
    inputFrom: (values) => ({ ...sentContractor(values), contractorId, version }),
    refreshes: ['directory', 'audit'],
    onDone: ({ email, displayName }, values) => {
      const wanted = values.email.trim().toLowerCase()
      if (email !== wanted)
        notifications.show({ message: `${displayName} is asked to confirm ${wanted}. Until then ${email} stays.` })
      leave()
    },
    draft: { name: `contractor.${contractorId}`, never: [] },
  })
  return <ContractorFields form={form} act="Save" onCancel={leave} />
}
