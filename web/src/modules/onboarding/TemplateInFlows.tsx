import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { listFlows } from '#modules/onboarding/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { Row, Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

/** On a template's page: which onboarding flows send it, and the way into those that do not. */
export const TemplateInFlows = ({ templateId }: Readonly<{ templateId: string }>) => {
  const { here } = useSession()
  const { data } = useView(listFlows, {})
  if (!data || data.items.length === 0) return null
  return (
    <Section title="In the onboarding" description="Which contractors sign it before they start" flush>
      <Rows>
        {data.items.map(({ id, name, agreements, stages, can }) => {
          const sending = agreements.find(({ template }) => template?.id === templateId)
          const stage = stages.find(({ key }) => key === sending?.key)
          const flow = pathIn(here.slug, `settings/onboarding/${id}`)
          return (
            <Row key={id} title={name} detail={stage ? `Sent at the step “${stage.title}”` : 'Does not send it'}>
              {stage ? (
                <StateBadge state="in use" label="In use" tone="done" />
              ) : can.change ? (
                <Button component={Link} to={`${flow}?template=${templateId}`} variant="default" size="xs">
                  Put it in
                </Button>
              ) : null}
            </Row>
          )
        })}
      </Rows>
    </Section>
  )
}
