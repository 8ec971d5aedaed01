import { IconBook } from '@tabler/icons-react'
import { listLedgerBalances } from '#modules/payments/contract.ts'
import { useSession } from '#web/app/session.ts'
import { usePages } from '#web/lib/usePages.ts'
import { pathOfAccount } from '#web/modules/payments/ledgerWords.ts'
import { PaymentsHeader } from '#web/modules/payments/PaymentsHeader.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { LinkRow } from '#web/ui/LinkRows.tsx'
import { MoneyText } from '#web/ui/MoneyText.tsx'
import { PagedRows } from '#web/ui/PagedRows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { wordOf } from '#web/ui/toneOf.ts'

/** What stands on each account of the books. A debit is more than zero, a credit less; together they are zero. */
export const LedgerPage = () => {
  const { here } = useSession()
  const pages = usePages(listLedgerBalances, { limit: 100 })
  return (
    <>
      <PaymentsHeader subtitle="What stands on each account" />
      <Section flush title="Balances" description="A debit is more than zero, a credit less. Together they are zero.">
        <PagedRows
          noun="accounts"
          pages={pages}
          row={({ kind, ownerId, ownerName, legalEntityId, balance }) => (
            <LinkRow
              key={`${legalEntityId} ${kind} ${ownerId} ${balance.currency}`}
              to={pathOfAccount(here.slug, { legalEntityId, kind, ownerId, currency: balance.currency })}
              title={ownerName}
              detail={wordOf(kind)}
              figure={<MoneyText value={balance} />}
            />
          )}
          empty={
            <EmptyState icon={IconBook} title="The books are empty">
              The first entry is made when an invoice is approved.
            </EmptyState>
          }
        />
      </Section>
    </>
  )
}
