import { Group, Text } from '@mantine/core'
import { IconCash } from '@tabler/icons-react'
import { listPayRuns, type PayRunRow, PayRunStatus, payRunStatuses } from '#modules/payments/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { readable } from '#web/lib/readable.ts'
import { useListState } from '#web/lib/useListState.ts'
import { usePages } from '#web/lib/usePages.ts'
import { PaymentsHeader } from '#web/modules/payments/PaymentsHeader.tsx'
import { PayRunState } from '#web/modules/payments/PayRunState.tsx'
import { payRunColumns } from '#web/modules/payments/payRunColumns.tsx'
import { DataTable, type Facet } from '#web/ui/DataTable.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ListPage } from '#web/ui/ListPage.tsx'
import { MoneyText } from '#web/ui/MoneyText.tsx'
import { wordOf } from '#web/ui/toneOf.ts'

/** Every pay run there was, the newest first. */
export const PayRunsPage = () => {
  const { here } = useSession()
  const list = useListState(['status'])
  const search = list.state.search.trim()
  const pages = usePages(listPayRuns, {
    ...(search === '' ? {} : { search }),
    status: readable(PayRunStatus, list.state.filters.status),
    limit: 50,
  })
  return (
    <ListPage>
      <PaymentsHeader subtitle="What went to the bank together, and who said so" />
      <DataTable
        noun="pay runs"
        searchLabel="Number, or beginning of a legal entity"
        columns={payRunColumns}
        list={list}
        pages={pages}
        facets={[states]}
        rowId={({ id }) => id}
        rowHref={({ id }) => pathIn(here.slug, `payments/runs/${id}`)}
        card={(run) => <PayRunCard run={run} />}
        empty={
          <EmptyState icon={IconCash} title="Your pay runs will be here">
            A run gathers what is due, is approved by a second person and becomes one file for the bank.
          </EmptyState>
        }
      />
    </ListPage>
  )
}

const states: Facet = {
  id: 'status',
  label: 'State',
  options: payRunStatuses.map((value) => ({ value, label: wordOf(value) })),
}

const PayRunCard = ({ run }: Readonly<{ run: PayRunRow }>) => (
  <>
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text span fw={500}>
        Pay run {run.number}
      </Text>
      <MoneyText value={run.total} fw={500} />
    </Group>
    <Group justify="space-between" wrap="nowrap" gap="sm" mt={6}>
      <Text size="sm" c="dimmed" truncate>
        {run.legalEntityName} · <DateText value={run.payOn} />
      </Text>
      <PayRunState status={run.status} />
    </Group>
  </>
)
