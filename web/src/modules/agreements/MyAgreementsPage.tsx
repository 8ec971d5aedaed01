import { Button } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { listMyAgreements } from '#modules/agreements/contract.ts'
import { PapersTabs } from '#web/app/PapersTabs.tsx'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { usePages } from '#web/lib/usePages.ts'
import { MyAgreementState } from '#web/modules/agreements/MyAgreementState.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Row, Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** Every agreement the contractor was sent, the newest first. */
export const MyAgreementsPage = () => {
  const { here } = useSession()
  const pages = usePages(listMyAgreements, { limit: 50 })
  return (
    <>
      <PapersTabs />
      <PageHeader title="Agreements" subtitle={`Between you and ${here.name}.`} />
      <Section flush>
        <ProblemNote problem={pages.problem} onRetry={pages.retry} />
        {pages.isLoading ? <SkeletonList rows={3} label="Loading your agreements" /> : null}
        {!pages.isLoading && !pages.problem && pages.rows.length === 0 ? (
          <EmptyState icon={IconSignature} title="Agreements will be here">
            When you are sent one, you read and sign it here and keep the sealed copy.
          </EmptyState>
        ) : null}
        <Rows>
          {pages.rows.map(({ id, title, status, sentAt, completedAt, expiresOn }) => (
            <Row
              key={id}
              title={title}
              to={pathIn(here.slug, `portal/agreements/${id}`)}
              detail={
                completedAt ? (
                  <>
                    Complete since <DateText value={completedAt} />
                  </>
                ) : (
                  <>
                    Sent <DateText value={sentAt} />
                    {expiresOn && status !== 'partially_signed' ? (
                      <>
                        , sign by <DateText value={expiresOn} />
                      </>
                    ) : null}
                  </>
                )
              }
            >
              <MyAgreementState status={status} />
            </Row>
          ))}
        </Rows>
      </Section>
      {pages.hasMore ? (
        <Button variant="default" loading={pages.isLoadingMore} onClick={pages.loadMore}>
          Show earlier
        </Button>
      ) : null}
    </>
  )
}
