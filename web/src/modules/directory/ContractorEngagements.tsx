import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileDescription } from '@tabler/icons-react'
import { type EngagementView, listEngagements } from '#modules/directory/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { useView } from '#web/lib/useView.ts'
import { AddEngagement } from '#web/modules/directory/AddEngagement.tsx'
import { ChangeEngagement } from '#web/modules/directory/ChangeEngagement.tsx'
import { EndEngagement } from '#web/modules/directory/EndEngagement.tsx'
import { CutNote } from '#web/ui/CutNote.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Row, Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

/** For whom somebody works here, and how long. */
export const ContractorEngagements = ({ contractor }: OfContractor) => {
  const { data, error, refetch } = useView(listEngagements, { contractorId: contractor.id })
  const [isAdding, adding] = useDisclosure()
  const mayAdd = contractor.can.change && !contractor.doNotEngage
  const add = mayAdd ? <Button onClick={adding.open}>Open an engagement</Button> : undefined
  return (
    <Section
      title="Engagements"
      description="One contractor working for one legal entity."
      actions={data?.items.length ? add : undefined}
      flush
    >
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      <CutNote list={data} noun="engagements" />
      {data || error ? null : <SkeletonList rows={2} label="Loading the engagements" shape="lines" />}
      {data?.items.length === 0 ? (
        <EmptyState icon={IconFileDescription} title="No engagement yet" action={add}>
          Onboarding, agreements and work belong to an engagement.
        </EmptyState>
      ) : null}
      {data && data.items.length > 0 ? (
        <Rows>
          {data.items.map((engagement) => (
            <EngagementRow key={engagement.id} engagement={engagement} />
          ))}
        </Rows>
      ) : null}
      <AddEngagement contractor={contractor} opened={isAdding} onClose={adding.close} />
    </Section>
  )
}

const EngagementRow = ({ engagement }: Readonly<{ engagement: EngagementView }>) => {
  const { legalEntityName, departmentName, startsOn, endsOn, status, can } = engagement
  const [isChanging, changing] = useDisclosure()
  const [isEnding, ending] = useDisclosure()
  return (
    <Row
      title={legalEntityName}
      detail={
        <>
          {departmentName === null ? null : `${departmentName} · `}
          <DateText value={startsOn} /> – <DateText value={endsOn} none="open end" />
        </>
      }
    >
      <Group gap="xs" wrap="nowrap">
        <StateBadge state={status} />
        {can.change ? (
          <Button variant="default" size="xs" onClick={changing.open} aria-label={`Change ${legalEntityName}`}>
            Change
          </Button>
        ) : null}
        {can.end ? (
          <Button variant="default" size="xs" onClick={ending.open} aria-label={`End ${legalEntityName}`}>
            End
          </Button>
        ) : null}
      </Group>
      <ChangeEngagement engagement={engagement} opened={isChanging} onClose={changing.close} />
      <EndEngagement engagement={engagement} opened={isEnding} onClose={ending.close} />
    </Row>
  )
}
