import { Button } from '@mantine/core'
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { exportLog, type Verdict, verifyLog } from '#modules/audit/contract.ts'
import { useSession } from '#web/app/session.ts'
import { formatCount } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { DownloadButton } from '#web/ui/DownloadButton.tsx'
import { FactList } from '#web/ui/FactList.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import './VerificationPage.css'

/** Recomputes the whole log now, and says whether anything in it was changed or taken out. */
export const VerificationPage = () => {
  const { here } = useSession()
  const { data, error, isFetching, refetch } = useView(verifyLog, {})
  return (
    <>
      <PageHeader
        back={{ to: pathIn(here.slug, 'audit'), label: 'Audit' }}
        title="Verification"
        subtitle="Every entry carries a hash of itself and of all before it. Here they are all computed again."
        actions={
          <>
            <DownloadButton endpoint={exportLog} input={{}}>
              Export the log
            </DownloadButton>
            <Button loading={isFetching} onClick={() => void refetch()}>
              Verify again
            </Button>
          </>
        }
      />
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {data || error ? null : <SkeletonList rows={3} label="Verifying the log" shape="lines" />}
      {data ? <TheVerdict verdict={data} /> : null}
    </>
  )
}

const TheVerdict = ({ verdict }: Readonly<{ verdict: Verdict }>) => {
  const { intact, entries, sealed, unsealed, checkpoints, faults } = verdict
  const Icon = intact ? IconShieldCheck : IconShieldX
  return (
    <>
      <div className="Verdict" data-intact={intact} role="status">
        <Icon size={28} stroke={1.6} aria-hidden />
        <div>
          <p className="Verdict-title">{intact ? 'The log is intact' : 'The log was tampered with'}</p>
          <p className="Verdict-words">
            {intact
              ? `${formatCount(sealed)} entries follow from each other, none is changed or missing.`
              : `${formatCount(faults.length)} places do not agree with the chain.`}
          </p>
        </div>
      </div>
      <Section title="What was checked">
        <FactList
          facts={[
            { label: 'Entries', value: formatCount(entries) },
            { label: 'In the chain', value: formatCount(sealed) },
            { label: 'Not sealed yet', value: `${formatCount(unsealed)}, of the last moments` },
            { label: 'Checkpoints outside the database', value: formatCount(checkpoints) },
          ]}
        />
      </Section>
      {faults.length > 0 ? (
        <Section title="Where it does not agree">
          <FactList
            facts={faults.map(({ position, what }, index) => ({
              label: position === null ? `Finding ${index + 1}` : `Entry ${formatCount(position)}`,
              value: what,
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}
