import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type FlowView, listFlows } from '#modules/onboarding/contract.ts'
import { useMay, useSession } from '#web/app/session.ts'
import { countOf } from '#web/lib/countOf.ts'
import { formatCount } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { isTemplateMissing, whoseFlow } from '#web/modules/onboarding/flowWords.ts'
import { CutNote } from '#web/ui/CutNote.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Row, Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

/** What contractors go through before they may start: one flow for everybody, others for types that need their own. */
export const FlowsPage = () => {
  const { here } = useSession()
  const mayChange = useMay('onboarding.change-flow')
  const { data, error, refetch } = useView(listFlows, {})
  return (
    <>
      <PageHeader
        title="Onboarding"
        subtitle="What contractors go through before they may start"
        actions={
          mayChange ? (
            <Button
              component={Link}
              to={pathIn(here.slug, 'settings/onboarding/new')}
              leftSection={<IconPlus size={16} aria-hidden />}
            >
              Add a flow
            </Button>
          ) : undefined
        }
      />
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      <CutNote list={data} noun="onboarding flows" />
      <Section
        title="Flows"
        description="A contractor goes through the flow of their type, or the one for everybody else."
        flush
      >
        {data || error ? null : <SkeletonList rows={2} label="Loading the flows" shape="lines" />}
        <Rows>
          {data?.items.map((flow) => (
            <FlowRow key={flow.id} flow={flow} />
          ))}
        </Rows>
      </Section>
    </>
  )
}

const FlowRow = ({ flow }: Readonly<{ flow: FlowView }>) => {
  const { here } = useSession()
  const { id, name, stages, minutes, underWay } = flow
  const steps = countOf(stages.length, 'step')
  const people = underWay === 0 ? '' : ` · ${formatCount(underWay)} under way`
  return (
    <Row
      to={pathIn(here.slug, `settings/onboarding/${id}`)}
      title={name}
      detail={`${whoseFlow(flow)} · ${steps}, about ${minutes} minutes${people}`}
    >
      {isTemplateMissing(flow) ? <StateBadge state="missing" label="A template is missing" tone="waiting" /> : null}
    </Row>
  )
}
