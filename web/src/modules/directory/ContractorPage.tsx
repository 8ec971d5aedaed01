import { getRouteApi } from '@tanstack/react-router'
import type { ContractorView } from '#modules/directory/contract.ts'
import { viewContractor } from '#modules/directory/contract.ts'
import { nameOfCountry } from '#web/lib/nameOfCountry.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { SubjectTimeline } from '#web/modules/audit/SubjectTimeline.tsx'
import { RateText } from '#web/modules/directory/RateText.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { DetailLayout } from '#web/ui/DetailLayout.tsx'
import { FactList } from '#web/ui/FactList.tsx'
import { Initials } from '#web/ui/PersonName.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'
import { Tags } from '#web/ui/Tags.tsx'
import { wordOf } from '#web/ui/toneOf.ts'

const route = getRouteApi('/$organization/staff/contractors/$contractorId')

/** One contractor, with everything on file. */
export const ContractorPage = () => {
  const { organization, contractorId } = route.useParams()
  const { data, error, refetch } = useView(viewContractor, { contractorId })
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList rows={6} label="Loading the contractor" shape="lines" />
  return (
    <DetailLayout
      back={{ to: pathIn(organization, 'contractors'), label: 'Contractors' }}
      figure={<Initials name={data.displayName} size="lg" />}
      title={data.displayName}
      state={<StateBadge state={data.doNotEngage ? 'do_not_engage' : data.status} />}
      subtitle={data.headline === '' ? data.email : data.headline}
      tabs={[{ id: 'profile', label: 'Profile', content: <Profile contractor={data} /> }]}
      rail={
        <>
          <Section title="On file">
            <FactList facts={factsOf(data)} />
          </Section>
          <SubjectTimeline subjectId={data.id} />
        </>
      }
    />
  )
}

type OfContractor = Readonly<{ contractor: ContractorView }>

const Profile = ({ contractor }: OfContractor) => (
  <>
    <Section title="About">
      {contractor.about === '' ? 'Nothing is written here yet.' : <p className="Prose">{contractor.about}</p>}
    </Section>
    <Section title="Skills">
      {contractor.skills.length === 0 ? 'No skills are named yet.' : <Tags words={contractor.skills} />}
    </Section>
    <Section title="Rates">
      <FactList
        facts={contractor.rates.map((rate) => ({
          label: `From ${rate.validFrom}`,
          value: <RateText rate={rate} />,
        }))}
      />
    </Section>
  </>
)

const factsOf = (contractor: ContractorView) => [
  { label: 'E-mail', value: contractor.email },
  { label: 'Phone', value: contractor.phone },
  {
    label: 'Where',
    value: [contractor.city, nameOfCountry(contractor.country)].filter((part) => part !== null).join(', '),
  },
  { label: 'Type', value: contractor.typeName },
  { label: 'Department', value: contractor.departmentName },
  { label: 'Availability', value: wordOf(contractor.availability) },
  { label: 'In this state', value: <DateText value={contractor.movedAt} /> },
]
