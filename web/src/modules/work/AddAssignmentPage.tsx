import { viewOrganization } from '#modules/organizations/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { AddAssignmentForm } from '#web/modules/work/AddAssignmentForm.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** A new piece of work, as a draft that nobody outside sees. */
export const AddAssignmentPage = () => {
  const { here } = useSession()
  const { data, error, refetch } = useView(viewOrganization, {})
  return (
    <>
      <PageHeader
        back={{ to: pathIn(here.slug, 'assignments'), label: 'Assignments' }}
        title="Draft an assignment"
        subtitle="A draft, until you offer it. The contractor sees nothing before."
      />
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {data ? <AddAssignmentForm currency={data.currency} /> : null}
      {data || error ? null : <SkeletonList rows={6} label="Loading the form" shape="lines" />}
    </>
  )
}
