import { Button } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import {
  type AgreementRow,
  AgreementStatus,
  agreementStatuses,
  listAgreements,
} from '#modules/agreements/contract.ts'
import { useMay, useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { readable } from '#web/lib/readable.ts'
import { useListState } from '#web/lib/useListState.ts'
import { usePages } from '#web/lib/usePages.ts'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ListPage } from '#web/ui/ListPage.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'
import { wordOf } from '#web/ui/toneOf.ts'

/** Every agreement; those that wait for a signature of ours are one press away. */
export const AgreementsPage = () => {
  const { here } = useSession()
  const mayCounterSign = useMay('agreements.counter-sign')
  const list = useListState(facets)
  const { search, filters } = list.state
  const status = readable(AgreementStatus, filters.status)
  const pages = usePages(listAgreements, { search: search === '' ? undefined : search, status, limit: 50 })
  return (
    <ListPage>
      <PageHeader
        title="Agreements"
        subtitle="What was sent to sign, and where it stands."
        actions={
          <>
            <Button variant="default" component={Link} to={pathIn(here.slug, 'agreements/templates')}>
              Templates
            </Button>
            {mayCounterSign ? (
              <Button onClick={() => list.change({ filters: { status: ['partially_signed'] } })}>Ours to sign</Button>
            ) : null}
          </>
        }
      />
      <DataTable
        noun="agreements"
        searchLabel="Search title or contractor"
        columns={columns}
        list={list}
        pages={pages}
        facets={[
          {
            id: 'status',
            label: 'State',
            options: agreementStatuses.map((value) => ({ value, label: wordOf(value) })),
          },
        ]}
        rowId={({ id }) => id}
        rowHref={({ id }) => pathIn(here.slug, `agreements/${id}`)}
        empty={
          <EmptyState icon={IconSignature} title="Agreements will be here">
            Prepare one on a contractor's page, or invite somebody: the onboarding sends the first.
          </EmptyState>
        }
      />
    </ListPage>
  )
}

const facets = ['status'] as const

const columns: readonly Column<AgreementRow>[] = [
  { id: 'title', header: 'Agreement', width: 240, cell: ({ title }) => title },
  {
    id: 'contractor',
    header: 'Contractor',
    width: 220,
    cell: ({ contractorName }) => <PersonName name={contractorName} size="sm" />,
  },
  {
    id: 'state',
    header: 'State',
    width: 160,
    cell: ({ status }) => <StateBadge state={status} {...tones[status]} />,
  },
  { id: 'sent', header: 'Sent', width: 110, cell: ({ sentAt }) => <DateText value={sentAt} /> },
  { id: 'expires', header: 'Sign by', width: 110, cell: ({ expiresOn }) => <DateText value={expiresOn} /> },
  { id: 'completed', header: 'Completed', width: 110, cell: ({ completedAt }) => <DateText value={completedAt} /> },
]

/** Signed by the other side, it is our move. */
const tones: Readonly<Partial<Record<AgreementStatus, Readonly<{ tone: 'waiting'; label: string }>>>> = {
  partially_signed: { tone: 'waiting', label: 'Ours to sign' },
}
