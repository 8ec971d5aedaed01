import { listLimits, viewPolicy } from '#modules/approvals/contract.ts'
import { useView } from '#web/lib/useView.ts'
import { LimitsSection } from '#web/modules/approvals/LimitsSection.tsx'
import { PolicySection } from '#web/modules/approvals/PolicySection.tsx'
import { CutNote } from '#web/ui/CutNote.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** Who may approve how much, and when two people have to. */
export const ApprovalSettingsPage = () => {
  const policy = useView(viewPolicy, {})
  const limits = useView(listLimits, {})
  const problem = policy.error ?? limits.error
  return (
    <>
      <PageHeader title="Approvals" subtitle="Nobody approves what they took part in, whatever is set here" />
      <ProblemNote problem={problem} onRetry={() => void Promise.all([policy.refetch(), limits.refetch()])} />
      <CutNote list={limits.data} noun="members with limits" />
      {policy.data ? <PolicySection key={policy.data.version} policy={policy.data} /> : null}
      {limits.data ? <LimitsSection holders={limits.data.items} /> : null}
      {problem || (policy.data && limits.data) ? null : (
        <SkeletonList rows={4} label="Loading the approvals" shape="lines" />
      )}
    </>
  )
}
