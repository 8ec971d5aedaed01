import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { listTemplates } from '#modules/agreements/contract.ts'
import { useMay, useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { CutNote } from '#web/ui/CutNote.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Row, Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

/** The texts that agreements are made from. */
export const TemplatesPage = () => {
  const { here } = useSession()
  const mayChange = useMay('agreements.change-template')
  const { data, error, refetch } = useView(listTemplates, {})
  const add = mayChange ? (
    <Button component={Link} to={pathIn(here.slug, 'agreements/templates/new')}>
      Write a template
    </Button>
  ) : undefined
  return (
    <>
      <PageHeader
        back={{ to: pathIn(here.slug, 'agreements'), label: 'Agreements' }}
        title="Templates"
        subtitle="The texts that agreements are made from."
        actions={add}
      />
      <Section flush>
        <ProblemNote problem={error} onRetry={() => void refetch()} />
        <CutNote list={data} noun="templates" />
        {data === undefined && !error ? <SkeletonList rows={3} label="Loading the templates" /> : null}
        {data?.items.length === 0 ? (
          <EmptyState icon={IconFileText} title="Templates will be here" action={add}>
            A non-disclosure agreement is a good first one: the onboarding sends it by itself.
          </EmptyState>
        ) : null}
        <Rows>
          {(data?.items ?? []).map(({ id, name, counterSignature, daysToSign, archived, changedAt }) => (
            <Row
              key={id}
              title={name}
              to={pathIn(here.slug, `agreements/templates/${id}`)}
              detail={
                <>
                  {counterSignature ? 'Signed by both sides' : 'Signed by the contractor'}, {daysToSign} days to sign,
                  changed <DateText value={changedAt} />
                </>
              }
            >
              {archived ? <StateBadge state="archived" /> : null}
            </Row>
          ))}
        </Rows>
      </Section>
    </>
  )
}
