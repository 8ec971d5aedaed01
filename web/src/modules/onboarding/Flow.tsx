import { notifications } from '@mantine/notifications'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { listTemplates } from '#modules/agreements/contract.ts'
import { changeFlow, type FlowView, type OnboardingFlowId, viewFlow } from '#modules/onboarding/contract.ts'
import { useSession } from '#web/app/session.ts'
import { formatCount } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import { FlowEditor, type FlowValues } from '#web/modules/onboarding/FlowEditor.tsx'
import { whoseFlow } from '#web/modules/onboarding/flowWords.ts'
import { PlannedStages } from '#web/modules/onboarding/PlannedStages.tsx'
import { withTemplate } from '#web/modules/onboarding/stagePlans.ts'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** One flow: its stages in order. A template's page leads here with the template to be put in. */
export const Flow = ({ flowId }: Readonly<{ flowId: OnboardingFlowId }>) => {
  const { here } = useSession()
  const { data, error, refetch } = useView(viewFlow, { flowId })
  const { template }: Readonly<{ template?: unknown }> = useSearch({ strict: false })
  const templates = useView(listTemplates, {}, { enabled: template !== undefined })
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data || (template !== undefined && templates.isPending)) {
    return <SkeletonList rows={6} label="Loading the flow" shape="lines" />
  }
  const { name, underWay } = data
  const stay = underWay === 1 ? 'Whoever is under way stays' : `The ${formatCount(underWay)} under way stay`
  return (
    <>
      <PageHeader
        back={{ to: pathIn(here.slug, 'settings/onboarding'), label: 'Onboarding' }}
        title={name}
        subtitle={`${whoseFlow(data)}.${underWay === 0 ? '' : ` ${stay} on the steps they began with.`}`}
      />
      {data.can.change ? (
        <Change
          key={data.version}
          flow={data}
          putIn={templates.data?.items.find(({ id, archived }) => id === template && !archived)}
        />
      ) : (
        <Section title="Steps" flush>
          <PlannedStages flow={data} />
        </Section>
      )}
    </>
  )
}

type ChangeProps = Readonly<{ flow: FlowView; putIn: Readonly<{ id: string; name: string }> | undefined }>

const Change = ({ flow, putIn }: ChangeProps) => {
  const { id: flowId, version, name, stages, agreements } = flow
  const { here } = useSession()
  const navigate = useNavigate()
  const waiting = agreements.flatMap(({ key, template }) => (template === null ? [key] : []))
  const initial: FlowValues = { name, stages: putIn ? withTemplate(stages, putIn, waiting) : [...stages] }
  const form = useCommandForm(changeFlow, {
    initial,
    inputFrom: (values: FlowValues) => ({ ...values, flowId, version }),
    refreshes: ['onboarding', 'audit'],
    onDone: () => {
      notifications.show({ message: 'Kept. Whoever is invited from now on goes through these steps.' })
      void navigate({ to: pathIn(here.slug, 'settings/onboarding') })
    },
    // A draft of an older version would take back what somebody else has changed since.
    ...(putIn ? {} : { draft: { name: `onboarding-flow.${flowId}.${version}`, never: [] } }),
  })
  return (
    <FlowEditor
      form={form}
      act="Save the steps"
      cancelTo={pathIn(here.slug, 'settings/onboarding')}
      {...(putIn ? { hint: `“${putIn.name}” is put in below. Save the steps to use it.` } : {})}
    />
  )
}
