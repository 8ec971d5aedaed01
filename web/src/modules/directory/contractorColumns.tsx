import type { ContractorRow } from '#modules/directory/contract.ts'
import { nameOfCountry } from '#web/lib/nameOfCountry.ts'
import { AvailabilityText } from '#web/modules/directory/AvailabilityText.tsx'
import { RateText } from '#web/modules/directory/RateText.tsx'
import type { Column } from '#web/ui/DataTable.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'
import { Tags } from '#web/ui/Tags.tsx'

export const contractorColumns: readonly Column<ContractorRow>[] = [
  {
    id: 'name',
    header: 'Contractor',
    width: 240,
    sort: 'name',
    cell: ({ displayName, email }) => <PersonName name={displayName} detail={email} />,
  },
  {
    id: 'state',
    header: 'State',
    width: 150,
    cell: ({ status, doNotEngage }) => <StateBadge state={doNotEngage ? 'do_not_engage' : status} />,
  },
  { id: 'country', header: 'Country', width: 110, cell: ({ country }) => nameOfCountry(country) },
  { id: 'skills', header: 'Skills', width: 180, cell: ({ skills }) => <Tags words={skills} shown={2} /> },
  { id: 'department', header: 'Department', width: 120, cell: ({ departmentName }) => departmentName ?? '—' },
  { id: 'rate', header: 'Rate', width: 150, align: 'end', cell: ({ rate }) => <RateText rate={rate} /> },
  {
    id: 'availability',
    header: 'Availability',
    width: 130,
    startsHidden: true,
    cell: (contractor) => <AvailabilityText contractor={contractor} />,
  },
  { id: 'type', header: 'Type', width: 140, startsHidden: true, cell: ({ typeName }) => typeName ?? '—' },
  { id: 'city', header: 'City', width: 130, startsHidden: true, cell: ({ city }) => city ?? '—' },
  {
    id: 'added',
    header: 'Added',
    width: 110,
    sort: 'added',
    startsHidden: true,
    cell: ({ addedAt }) => <DateText value={addedAt} />,
  },
]
