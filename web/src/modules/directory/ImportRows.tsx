import { Table } from '@mantine/core'
import type { ImportRow } from '#modules/directory/contract.ts'
import { formatCount } from '#web/lib/formatMoney.ts'

type ImportRowsProps = Readonly<{
  rows: readonly ImportRow[]
  /** How many there are; the server sends the first of them. */
  total: number
}>

/** Rows of a file with what they do, or what keeps them from it. */
export const ImportRows = ({ rows, total }: ImportRowsProps) => (
  <div className="ImportPage-rows">
    <Table stickyHeader borderColor="var(--muster-line)">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Row</Table.Th>
          <Table.Th scope="col">Who</Table.Th>
          <Table.Th scope="col">What happens</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.row}>
            <Table.Td className="numbers">{row.row}</Table.Td>
            <Table.Td className="ImportPage-who">
              <strong>{row.displayName || '—'}</strong>
              <span>{row.email || '—'}</span>
            </Table.Td>
            <Table.Td data-refused={row.outcome === 'refused'}>{effectOf(row)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
    {total > rows.length ? <p className="ImportPage-rest">and {formatCount(total - rows.length)} more</p> : null}
  </div>
)

const effectOf = ({ outcome, fields, errors }: ImportRow): string => {
  if (outcome === 'new') return 'Added as a draft'
  if (outcome === 'unchanged') return 'Stays as it is'
  if (outcome === 'changed') return `Changes ${fields.map((field) => fieldWords[field] ?? field).join(', ')}`
  return errors.map(({ column, detail }) => (column === '' ? detail : `${column}: ${detail}`)).join(' ')
}

const fieldWords: Readonly<Record<string, string>> = {
  displayName: 'name',
  email: 'e-mail',
  timeZone: 'time zone',
  typeId: 'type',
  departmentId: 'department',
  externalId: 'external id',
}
