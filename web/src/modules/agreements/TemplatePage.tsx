import { getRouteApi } from '@tanstack/react-router'
import { Suspense } from 'react'
import { viewTemplate } from '#modules/agreements/contract.ts'
import { templateParts } from '#web/app/otherParts.ts'
import { useIsShown } from '#web/app/part.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { ArchiveTemplate } from '#web/modules/agreements/ArchiveTemplate.tsx'
import { ChangeTemplate } from '#web/modules/agreements/TemplateForm.tsx'
import { TemplatePreview } from '#web/modules/agreements/TemplatePreview.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

const route = getRouteApi('/$organization/staff/agreements/templates/$agreementTemplateId')

export const TemplatePage = () => {
  const { agreementTemplateId, organization } = route.useParams()
  const isShown = useIsShown()
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
      {data.archived
        ? null
        : templateParts.filter(isShown).map(({ id, component: Uses }) => (
            <Suspense key={id} fallback={null}>
              <Uses templateId={data.id} />
            </Suspense>
          ))}
      {data.can.change ? (
        <ChangeTemplate key={data.version} template={data} />
      ) : (
        <TemplatePreview name={data.name} body={data.body} />
      )}
    </>
  )
}
