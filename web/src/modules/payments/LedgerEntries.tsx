import { IconBook } from '@tabler/icons-react'
import type { Currency } from '#kernel/money.ts'
import type { LegalEntityId } from '#modules/organizations/contract.ts'
import {
  type LedgerBalanceView,
  type LedgerEntryView,
  listLedgerBalances,
  listLedgerEntries,
} from '#modules/payments/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { usePages } from '#web/lib/usePages.ts'
import { useView } from '#web/lib/useView.ts'
import { pathOfSubject, sidesOf, wordsOfEntry } from '#web/modules/payments/ledgerWords.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { LinkRow } from '#web/ui/LinkRows.tsx'
import { MoneyText } from '#web/ui/MoneyText.tsx'
import { PagedRows } from '#web/ui/PagedRows.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { wordOf } from '#web/ui/toneOf.ts'

export type LedgerAccount = Readonly<{
  legalEntityId: LegalEntityId
  kind: LedgerBalanceView['kind']
  ownerId: string
  currency: Currency
}>

/** What stands on one account of the books, and every entry that made it so. */
export const LedgerEntries = ({ account }: Readonly<{ account: LedgerAccount }>) => {
  const { here } = useSession()
  const { currency, ...asked } = account
  const balances = useView(listLedgerBalances, { ...asked, limit: 50 })
  const pages = usePages(listLedgerEntries, { ...account, limit: 50 })
  const known = balances.data?.items.find(({ balance }) => balance.currency === currency)
  return (
    <>
      <PageHeader
        back={{ to: pathIn(here.slug, 'payments/ledger'), label: 'Ledger' }}
        title={known?.ownerName ?? 'Account'}
        subtitle={`${wordOf(account.kind)}, in ${currency}. A debit is more than zero, a credit less.`}
        actions={known ? <MoneyText value={known.balance} fw={600} /> : undefined}
      />
      <ProblemNote problem={balances.error} onRetry={() => void balances.refetch()} />
      <Section flush title="Entries" description="The newest first. Nothing in the books is ever changed.">
        <PagedRows
          noun="entries"
          pages={pages}
          row={(entry) => <EntryRow key={entry.id} entry={entry} account={account} />}
          empty={<EmptyState icon={IconBook} title="Nothing was booked here" />}
        />
      </Section>
    </>
  )
}

type EntryRowProps = Readonly<{ entry: LedgerEntryView; account: LedgerAccount }>

const EntryRow = ({ entry, account }: EntryRowProps) => {
  const { here } = useSession()
  const { own, others } = sidesOf(entry, account)
  return (
    <LinkRow
      to={pathOfSubject(here.slug, entry)}
      title={wordsOfEntry(entry)}
      detail={
        <>
          <DateText value={entry.bookedAt} /> · against{' '}
          {others.map(({ kind, ownerName }) => `${wordOf(kind).toLowerCase()} of ${ownerName}`).join(', ')}
        </>
      }
      figure={own ? <MoneyText value={own.amount} /> : undefined}
    />
  )
}
