import { Alert, Anchor, Select } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { listTemplates } from '#modules/agreements/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { type AgreementValues, type StageValues, templateSentBy } from '#web/modules/onboarding/stagePlans.ts'
import { StateBadge } from '#web/ui/StateBadge.tsx'

type AgreementPlanFieldsProps = Readonly<{
  stage: AgreementValues
  onChange: (stage: StageValues) => void
  named: (field: string) => Readonly<{ 'data-path': string; error: ReactNode }>
}>

const oldestNda = 'oldest-nda'

/** In the line of the stage: what it sends, or that there is nothing it could send. */
export const AgreementPlanState = ({ stage }: Readonly<{ stage: AgreementValues }>) => {
  const { data } = useView(listTemplates, {})
  if (!data) return null
  const sent = templateSentBy(stage, data.items)
  return sent ? <>Sends “{sent.name}”</> : <StateBadge state="missing" label="No template" tone="waiting" />
}

/** Which template the stage sends. Without any, it says so and leads to where one is written. */
export const AgreementPlanFields = ({ stage, onChange, named }: AgreementPlanFieldsProps) => {
  const { here } = useSession()
  const { data } = useView(listTemplates, {})
  const templates = data?.items ?? []
  const inUse = templates.filter(({ archived }) => !archived)
  const isMissing = data !== undefined && templateSentBy(stage, templates) === undefined
  return (
    <>
      <Select
        label="Template"
        allowDeselect={false}
        data={[
          { value: oldestNda, label: 'The oldest non-disclosure agreement in use' },
          ...inUse.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={stage.templateId ?? oldestNda}
        {...named('templateId')}
        onChange={(chosen) => onChange({ ...stage, templateId: chosen === oldestNda ? null : chosen })}
      />
      {isMissing ? (
        <Alert
          color="yellow"
          title={inUse.length === 0 ? 'There is no template yet' : 'There is no such template in use'}
        >
          Until there is one, contractors cannot get past this step.{' '}
          <Anchor component={Link} to={pathIn(here.slug, 'agreements/templates/new')} inherit>
            Write a template
          </Anchor>
          {inUse.length === 0 ? '.' : ' or choose another one above.'}
        </Alert>
      ) : null}
    </>
  )
}
