import { viewTimeline } from '#modules/audit/contract.ts'
import { useMay } from '#web/app/session.ts'
import { usePages } from '#web/lib/usePages.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { Timeline } from '#web/ui/Timeline.tsx'

/** What happened to one thing, from the journal, for whoever may read it. */
export const SubjectTimeline = ({ subjectId }: Readonly<{ subjectId: string }>) =>
  useMay('audit.view-timeline') ? <Entries subjectId={subjectId} /> : null

const Entries = ({ subjectId }: Readonly<{ subjectId: string }>) => {
  const pages = usePages(viewTimeline, { subjectId, limit: 20 })
  return (
    <Section title="What happened">
      <ProblemNote problem={pages.problem} onRetry={pages.retry} />
      {pages.isLoading ? <SkeletonList rows={3} label="Loading what happened" shape="lines" /> : null}
      <Timeline
        entries={pages.rows.map(({ id, occurredAt, personName, sentence }) => ({
          id,
          at: occurredAt,
          actorName: personName ?? 'Muster',
          sentence,
        }))}
        {...(pages.hasMore ? { onMore: pages.loadMore } : {})}
      />
    </Section>
  )
}
