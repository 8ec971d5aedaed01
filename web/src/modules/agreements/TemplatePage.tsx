import { getRouteApi } from '@tanstack/react-router'
import { viewTemplate } from '#modules/agreements/contract.ts'
import { useMay, useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { ArchiveTemplate } from '#web/modules/agreements/ArchiveTemplate.tsx'
import { ChangeTemplate } from '#web/modules/agreements/TemplateForm.tsx'
import { TemplatePreview } from '#web/modules/agreements/TemplatePreview.tsx'
import { TemplateInFlows } from '#web/modules/onboarding/TemplateInFlows.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

const route = getRouteApi('/$organization/staff/agreements/templates/$agreementTemplateId')

export const TemplatePage = () => {
  const { agreementTemplateId, organization } = route.useParams()
  const { here } = useSession()
  const isInOnboarding = useMay('onboarding.list') && !here.modulesOff.includes('onboarding')
  const { data, error, refetch } = useView(viewTemplate, { agreementTemplateId })
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList rows={8} label="Loading the template" shape="lines" />
  return (
    <>
      <PageHeader
        back={{ to: pathIn(organization, 'agreements/templates'), label: 'Templates' }}
        title={data.name}
        state={data.archived ? <StateBadge state="archived" /> : undefined}
        actions={<ArchiveTemplate template={data} />}
      />
      {isInOnboarding && !data.archived ? <TemplateInFlows templateId={data.id} /> : null}
      {data.can.change ? (
        <ChangeTemplate key={data.version} template={data} />
      ) : (
        <TemplatePreview name={data.name} body={data.body} />
      )}
    </>
  )
}
