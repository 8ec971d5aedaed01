import { Button, Select, TextInput } from '@mantine/core'
import { listMembers } from '#modules/access/contract.ts'
import { useMay } from '#web/app/session.ts'
import { useView } from '#web/lib/useView.ts'
import './AuditFilters.css'

type Said = Readonly<Record<string, string>>
type AuditFiltersProps = Readonly<{
  said: Said
  change: (change: Readonly<Record<string, string | undefined>>) => void
}>

/** Beginnings of the names of events: one for each part of the work. */
const parts: readonly Readonly<{ value: string; label: string }>[] = [
  { value: 'access.', label: 'Sign-ins and members' },
  { value: 'organizations.', label: 'Organization' },
  { value: 'directory.', label: 'Contractors' },
  { value: 'onboarding.', label: 'Onboarding' },
  { value: 'agreements.', label: 'Agreements' },
  { value: 'tax.', label: 'Tax forms' },
  { value: 'payees.', label: 'Bank accounts' },
  { value: 'work.', label: 'Projects and assignments' },
  { value: 'invoices.', label: 'Invoices' },
  { value: 'approvals.', label: 'Approvals' },
  { value: 'payments.', label: 'Payments' },
  { value: 'files.', label: 'Files' },
  { value: 'messaging.', label: 'Mails' },
]

export const AuditFilters = ({ said, change }: AuditFiltersProps) => {
  const isNarrowed = ['person', 'event', 'from', 'to'].some((name) => said[name] !== undefined)
  const isPart = said.event === undefined || parts.some(({ value }) => value === said.event)
  const events = isPart ? parts : [...parts, { value: said.event ?? '', label: said.event ?? '' }]
  return (
    <search className="AuditFilters">
      <Select
        label="What"
        placeholder="Everything"
        clearable
        searchable
        data={[...events]}
        value={said.event ?? null}
        onChange={(event) => change({ event: event ?? undefined })}
      />
      <PersonFilter person={said.person} onPerson={(person) => change({ person })} />
      <TextInput
        label="From"
        type="date"
        value={said.from ?? ''}
        onChange={(event) => change({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        label="To"
        type="date"
        value={said.to ?? ''}
        onChange={(event) => change({ to: event.currentTarget.value || undefined })}
      />
      {isNarrowed ? (
        <Button
          variant="default"
          onClick={() => change({ person: undefined, event: undefined, from: undefined, to: undefined })}
        >
          Clear all
        </Button>
      ) : null}
    </search>
  )
}

type PersonFilterProps = Readonly<{
  person: string | undefined
  onPerson: (person: string | undefined) => void
}>

/** Members by name, for whoever may list them; anybody else presses a name in the log. */
const PersonFilter = ({ person, onPerson }: PersonFilterProps) => {
  const enabled = useMay('access.list-members')
  const { data } = useView(listMembers, { limit: 200 }, { enabled })
  const members = (data?.items ?? []).flatMap(({ personId, name }) =>
    personId === null ? [] : [{ value: personId, label: name }],
  )
  const isKnown = person === undefined || members.some(({ value }) => value === person)
  const all = isKnown || person === undefined ? members : [...members, { value: person, label: 'Somebody else' }]
  if (!enabled && person === undefined) return null
  return (
    <Select
      label="Who"
      placeholder="Everybody"
      clearable
      searchable
      data={all}
      value={person ?? null}
      onChange={(next) => onPerson(next ?? undefined)}
    />
  )
}
