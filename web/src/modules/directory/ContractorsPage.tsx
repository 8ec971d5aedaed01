import { IconUsers } from '@tabler/icons-react'
import { z } from 'zod'
import {
  availabilities,
  type ContractorCounts,
  type ContractorFilter,
  ContractorSort,
  ContractorStatus,
  Country,
  countContractors,
  listContractors,
  Skill,
} from '#modules/directory/contract.ts'
import { useSession } from '#web/app/session.ts'
import { formatCount } from '#web/lib/formatMoney.ts'
import type { ListState } from '#web/lib/listState.ts'
import { nameOfCountry } from '#web/lib/nameOfCountry.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { readable } from '#web/lib/readable.ts'
import { useListState } from '#web/lib/useListState.ts'
import { usePages } from '#web/lib/usePages.ts'
import { useView } from '#web/lib/useView.ts'
import { ContractorCard } from '#web/modules/directory/ContractorCard.tsx'
import { contractorColumns } from '#web/modules/directory/contractorColumns.tsx'
import { DataTable, type Facet } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ListPage } from '#web/ui/ListPage.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { wordOf } from '#web/ui/toneOf.ts'

/** All contractors, found by words and filters. */
export const ContractorsPage = () => {
  const { here } = useSession()
  const list = useListState(facetNames)
  const filter = filterFrom(list.state)
  const sort = ContractorSort.safeParse(list.state.sort).data ?? 'name'
  const pages = usePages(listContractors, { ...filter, sort, limit: 50 })
  const counts = useView(countContractors, filter, { keepPrevious: true })
  return (
    <ListPage>
      <PageHeader
        title="Contractors"
        subtitle={counts.data ? `${formatCount(counts.data.total)} people and businesses` : 'People and businesses'}
      />
      <DataTable
        noun="contractors"
        searchLabel="Search name, e-mail or skill"
        columns={contractorColumns}
        list={list}
        pages={pages}
        total={counts.data?.total}
        facets={facetsOf(counts.data)}
        rowId={({ id }) => id}
        rowHref={({ id }) => pathIn(here.slug, `contractors/${id}`)}
        card={(contractor) => <ContractorCard contractor={contractor} />}
        empty={
          <EmptyState icon={IconUsers} title="Your contractors will be here">
            Everybody who works for you without being employed: people, studios, agencies.
          </EmptyState>
        }
      />
    </ListPage>
  )
}

const facetNames = ['status', 'country', 'skill', 'availability'] as const

const Availability = z.enum(availabilities)

const filterFrom = ({ search, filters }: ListState): ContractorFilter => ({
  search: search === '' ? undefined : search,
  status: readable(ContractorStatus, filters.status),
  country: readable(Country, filters.country),
  skill: readable(Skill, filters.skill),
  availability: readable(Availability, filters.availability),
})

const facetsOf = (counts: ContractorCounts | undefined): readonly Facet[] => [
  { id: 'status', label: 'State', options: worded(counts?.status, wordOf) },
  { id: 'country', label: 'Country', options: worded(counts?.country, nameOfCountry) },
  { id: 'skill', label: 'Skill', options: worded(counts?.skill, (skill) => skill) },
  { id: 'availability', label: 'Availability', options: worded(counts?.availability, wordOf) },
]

const worded = (choices: ContractorCounts['status'] | undefined, word: (value: string) => string) =>
  (choices ?? []).map(({ value, count }) => ({ value, count, label: word(value) }))
