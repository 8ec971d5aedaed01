import { getRouteApi } from '@tanstack/react-router'
import { type PayRunView, viewPayRun } from '#modules/payments/contract.ts'
import { countOf } from '#web/lib/countOf.ts'
import { formatCount } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { SubjectTimeline } from '#web/modules/audit/SubjectTimeline.tsx'
import { LeftOut } from '#web/modules/payments/LeftOut.tsx'
import { PaymentsOfRun } from '#web/modules/payments/PaymentsOfRun.tsx'
import { PayRunActions } from '#web/modules/payments/PayRunActions.tsx'
import { PayRunState } from '#web/modules/payments/PayRunState.tsx'
import { payRunFacts } from '#web/modules/payments/payRunFacts.tsx'
import { whatIsNext } from '#web/modules/payments/whatIsNext.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { DetailLayout } from '#web/ui/DetailLayout.tsx'
import { FactList } from '#web/ui/FactList.tsx'
import { MoneyText } from '#web/ui/MoneyText.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StatTile, StatTiles } from '#web/ui/StatTile.tsx'

const route = getRouteApi('/$organization/staff/payments/runs/$payRunId')

/** One pay run: what it pays, what stayed out of it, and the next act with whose it is. */
export const PayRunPage = () => {
  const { payRunId, organization } = route.useParams()
  const { data: run, error, refetch } = useView(viewPayRun, { payRunId })
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!run) return <SkeletonList rows={6} label="Loading the pay run" shape="lines" />
  return (
    <DetailLayout
      back={{ to: pathIn(organization, 'payments/runs'), label: 'Pay runs' }}
      title={`Pay run ${run.number}`}
      state={<PayRunState status={run.status} />}
      subtitle={
        <>
          {run.legalEntityName} · pay day <DateText value={run.payOn} />
        </>
      }
      actions={<PayRunActions run={run} />}
      blockers={<Overview run={run} />}
      tabs={[
        { id: 'payments', label: 'Payments', count: run.payments, content: <PaymentsOfRun run={run} /> },
        { id: 'left-out', label: 'Left out', count: run.leftOut, content: <LeftOut payRunId={run.id} /> },
      ]}
      rail={
        <>
          <Section title="Who did what">
            <FactList facts={payRunFacts(run)} />
          </Section>
          <SubjectTimeline subjectId={run.id} />
        </>
      }
    />
  )
}

const Overview = ({ run }: Readonly<{ run: PayRunView }>) => {
  const next = whatIsNext(run)
  return (
    <>
      {next === undefined ? null : (
        <Section title="What is next">
          <p className="Prose">{next}</p>
        </Section>
      )}
      <StatTiles>
        <StatTile
          label="Total"
          value={<MoneyText value={run.total} />}
          detail={`${countOf(run.payments, 'payment')} for ${countOf(run.invoices, 'invoice')}`}
        />
        <StatTile label="Settled" value={formatCount(run.settled)} detail={`of ${formatCount(run.payments)}`} />
        <StatTile label="Came back" value={formatCount(run.returned)} tone={run.returned > 0 ? 'bad' : 'plain'} />
      </StatTiles>
    </>
  )
}
