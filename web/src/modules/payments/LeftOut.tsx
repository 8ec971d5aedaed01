import { IconCash } from '@tabler/icons-react'
import { listLeftOut, type PayRunId } from '#modules/payments/contract.ts'
import { useSession } from '#web/app/session.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { usePages } from '#web/lib/usePages.ts'
import { Apart } from '#web/ui/Apart.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { LinkRow } from '#web/ui/LinkRows.tsx'
import { PagedRows } from '#web/ui/PagedRows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

/** What was due and is not in the run, with what is in its way now and whose move that is. */
export const LeftOut = ({ payRunId }: Readonly<{ payRunId: PayRunId }>) => {
  const { here } = useSession()
  const pages = usePages(listLeftOut, { payRunId, limit: 50 })
  return (
    <Section flush>
      <PagedRows
        noun="invoices"
        pages={pages}
        row={({ invoiceId, invoiceNumber, contractorName, amount, reason, blockers: [blocker] }) => (
          <LinkRow
            key={`${invoiceId} ${reason}`}
            to={pathIn(here.slug, `invoices/${invoiceId}`)}
            title={<Apart names={[contractorName, invoiceNumber]} />}
            detail={blocker?.sentence ?? reason}
            state={blocker ? <StateBadge state="blocked" label={moveOf(blocker.owner)} /> : undefined}
            figure={formatMoney(amount)}
          />
        )}
        empty={<EmptyState icon={IconCash} title="Nothing was left out" />}
      />
    </Section>
  )
}

const moveOf = (owner: string): string => (owner === 'nobody' ? 'Clears by itself' : `Waits for ${owner}`)
