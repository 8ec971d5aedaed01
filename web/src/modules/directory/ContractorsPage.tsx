import { Button, Group } from '@mantine/core'
import { IconPlus, IconUpload, IconUsers } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import {
  Availability,
  type ContractorFilter,
  ContractorSort,
  ContractorStatus,
  ContractorTypeId,
  Country,
  countContractors,
  exportContractors,
  listContractors,
  listContractorTypes,
  Skill,
} from '#modules/directory/contract.ts'
import { useMay, useSession } from '#web/app/session.ts'
import { countOf } from '#web/lib/countOf.ts'
import { isNarrowed, type ListState } from '#web/lib/listState.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { readable } from '#web/lib/readable.ts'
import { useListState } from '#web/lib/useListState.ts'
import { usePages } from '#web/lib/usePages.ts'
import { useView } from '#web/lib/useView.ts'
import { ContractorCard } from '#web/modules/directory/ContractorCard.tsx'
import { contractorColumns } from '#web/modules/directory/contractorColumns.tsx'
import { contractorFacets, facetNames } from '#web/modules/directory/contractorFacets.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { DownloadButton } from '#web/ui/DownloadButton.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ListPage } from '#web/ui/ListPage.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'

/** All contractors, found by words and filters. */
export const ContractorsPage = () => {
  const { here } = useSession()
  const list = useListState(facetNames)
  const filter = filterFrom(list.state)
  const sort = ContractorSort.safeParse(list.state.sort).data ?? 'name'
  const pages = usePages(listContractors, { ...filter, sort, limit: 50 })
  const counts = useView(countContractors, filter, { keepPrevious: true })
  const types = useView(listContractorTypes, {})
  const mayExport = useMay('directory.export-contractors')
  const seesRates = useMay('directory.view-rates')
  const isBare = counts.data?.total === 0 && !isNarrowed(list.state)
  return (
    <ListPage>
      <PageHeader
        title="Contractors"
        subtitle={
          counts.data?.total
            ? `${countOf(counts.data.total, 'contractor')} on file`
            : 'People and businesses you work with'
        }
        actions={isBare ? undefined : <WaysIn />}
      />
      <DataTable
        noun="contractors"
        searchLabel="Search name, e-mail or skill"
        columns={seesRates ? contractorColumns : contractorColumns.filter(({ id }) => id !== 'rate')}
        list={list}
        pages={pages}
        total={counts.data?.total}
        facets={contractorFacets(counts.data, types.data?.items ?? [])}
        rowId={({ id }) => id}
        rowHref={({ id }) => pathIn(here.slug, `contractors/${id}`)}
        card={(contractor) => <ContractorCard contractor={contractor} />}
        tools={
          mayExport ? (
            <DownloadButton endpoint={exportContractors} input={filter} size="xs">
              Export
            </DownloadButton>
          ) : undefined
        }
        empty={
          <EmptyState icon={IconUsers} title="Your contractors will be here" action={<WaysIn />}>
            Everybody who works for you without being employed: people, studios, agencies.
          </EmptyState>
        }
      />
    </ListPage>
  )
}

/** A whole list at once, or one by one. */
const WaysIn = () => {
  const { here } = useSession()
  const mayImport = useMay('directory.import-contractors')
  const mayAdd = useMay('directory.change-contractor')
  return (
    <Group gap="xs" justify="center">
      {mayImport ? (
        <Button
          variant="default"
          component={Link}
          to={pathIn(here.slug, 'contractors/import')}
          leftSection={<IconUpload size={16} aria-hidden />}
        >
          Import
        </Button>
      ) : null}
      {mayAdd ? (
        <Button
          component={Link}
          to={pathIn(here.slug, 'contractors/new')}
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          Add a contractor
        </Button>
      ) : null}
    </Group>
  )
}

const filterFrom = ({ search, filters }: ListState): ContractorFilter => ({
  search: search === '' ? undefined : search,
  status: readable(ContractorStatus, filters.status),
  country: readable(Country, filters.country),
  skill: readable(Skill, filters.skill),
  typeId: readable(ContractorTypeId, filters.type),
  availability: readable(Availability, filters.availability),
})
