import { getRouteApi } from '@tanstack/react-router'
import { Suspense } from 'react'
import { type ContractorView, viewContractor } from '#modules/directory/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { useContractorParts } from '#web/app/useContractorParts.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { SubjectTimeline } from '#web/modules/audit/SubjectTimeline.tsx'
import { ContractorActions } from '#web/modules/directory/ContractorActions.tsx'
import { ContractorBlockers } from '#web/modules/directory/ContractorBlockers.tsx'
import { ContractorEngagements } from '#web/modules/directory/ContractorEngagements.tsx'
import { ContractorFacts } from '#web/modules/directory/ContractorFacts.tsx'
import { ContractorProfile } from '#web/modules/directory/ContractorProfile.tsx'
import { ContractorRates } from '#web/modules/directory/ContractorRates.tsx'
import { DetailLayout, type DetailTab } from '#web/ui/DetailLayout.tsx'
import { Initials } from '#web/ui/PersonName.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

const route = getRouteApi('/$organization/staff/contractors/$contractorId')

/** One contractor: what is on file here, and what other modules add to it. */
export const ContractorPage = () => {
  const { contractorId } = route.useParams()
  const { data, error, refetch } = useView(viewContractor, { contractorId })
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList rows={6} label="Loading the contractor" shape="lines" />
  return <Contractor contractor={data} />
}

const Contractor = ({ contractor }: OfContractor) => {
  const { organization } = route.useParams()
  const { tabs, notices, actions } = useContractorParts()
  const { id, displayName, headline, email } = contractor
  return (
    <DetailLayout
      back={{ to: pathIn(organization, 'contractors'), label: 'Contractors' }}
      figure={<Initials name={displayName} size="lg" />}
      title={displayName}
      state={<ContractorState contractor={contractor} />}
      subtitle={headline === '' ? email : headline}
      actions={
        <>
          <ContractorActions contractor={contractor} />
          <Parts parts={actions} contractor={contractor} />
        </>
      }
      blockers={
        <>
          <ContractorBlockers contractor={contractor} />
          <Parts parts={notices} contractor={contractor} />
        </>
      }
      tabs={[
        { id: 'profile', label: 'Profile', content: <ContractorProfile contractor={contractor} /> },
        { id: 'engagements', label: 'Engagements', content: <ContractorEngagements contractor={contractor} /> },
        ...(contractor.can.seeRates ? [ratesOf(contractor)] : []),
        ...tabs.map((tab): DetailTab => ({ ...tab, content: <Parts parts={[tab]} contractor={contractor} /> })),
      ]}
      rail={
        <>
          <ContractorFacts contractor={contractor} />
          <SubjectTimeline subjectId={id} />
        </>
      }
    />
  )
}

const ratesOf = (contractor: ContractorView): DetailTab => ({
  id: 'rates',
  label: 'Rates',
  ...(contractor.rates.length > 0 ? { count: contractor.rates.length } : {}),
  content: <ContractorRates contractor={contractor} />,
})

/** A ban is said before any state: it holds in all of them. */
const ContractorState = ({ contractor: { doNotEngage, status } }: Readonly<{ contractor: ContractorView }>) => (
  <>
    {doNotEngage ? <StateBadge state="do_not_engage" /> : null}
    <StateBadge state={status} />
  </>
)

type PartsProps = OfContractor & Readonly<{ parts: ReturnType<typeof useContractorParts>['notices'] }>

const Parts = ({ parts, contractor }: PartsProps) =>
  parts.map(({ id, component: Part }) => (
    <Suspense key={id} fallback={null}>
      <Part contractor={contractor} />
    </Suspense>
  ))
