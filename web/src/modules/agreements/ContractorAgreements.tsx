import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconSignature } from '@tabler/icons-react'
import { listAgreements } from '#modules/agreements/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { useMay, useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { usePages } from '#web/lib/usePages.ts'
import { DraftAgreement } from '#web/modules/agreements/DraftAgreement.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Row, Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

/** What a contractor was sent to sign, and a way to send more. */
export const ContractorAgreements = ({ contractor }: OfContractor) => {
  const { here } = useSession()
  const maySend = useMay('agreements.send-agreement')
  const pages = usePages(listAgreements, { contractorId: contractor.id, limit: 50 })
  const [isDrafting, drafting] = useDisclosure()
  const start = maySend ? <Button onClick={drafting.open}>Prepare an agreement</Button> : undefined
  const isEmpty = !pages.isLoading && !pages.problem && pages.rows.length === 0
  return (
    <Section title="Agreements" actions={isEmpty ? undefined : start} flush>
      <ProblemNote problem={pages.problem} onRetry={pages.retry} />
      {pages.isLoading ? <SkeletonList rows={3} label="Loading the agreements" /> : null}
      {isEmpty ? (
        <EmptyState icon={IconSignature} title="No agreement was sent yet" action={start}>
          From a template, filled in with what is on file.
        </EmptyState>
      ) : null}
      <Rows>
        {pages.rows.map(({ id, title, status, movedAt }) => (
          <Row
            key={id}
            title={title}
            to={pathIn(here.slug, `agreements/${id}`)}
            detail={
              <>
                In this state <DateText value={movedAt} />
              </>
            }
          >
            <StateBadge state={status} />
          </Row>
        ))}
      </Rows>
      <DraftAgreement contractor={contractor} opened={isDrafting} onClose={drafting.close} />
    </Section>
  )
}
