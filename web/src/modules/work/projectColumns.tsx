import type { ProjectView } from '#modules/work/contract.ts'
import { formatCount } from '#web/lib/formatMoney.ts'
import { RowName } from '#web/modules/work/RowName.tsx'
import type { Column } from '#web/ui/DataTable.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { MoneyText } from '#web/ui/MoneyText.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

export const projectColumns: readonly Column<ProjectView>[] = [
  { id: 'name', header: 'Project', width: 240, cell: ({ name }) => <RowName name={name} /> },
  { id: 'code', header: 'Code', width: 100, cell: ({ code }) => code ?? '—' },
  { id: 'state', header: 'State', width: 110, cell: ({ status }) => <ProjectState status={status} /> },
  { id: 'department', header: 'Department', width: 130, cell: ({ departmentName }) => departmentName },
  { id: 'starts', header: 'Starts', width: 100, cell: ({ startsOn }) => <DateText value={startsOn} /> },
  {
    id: 'assignments',
    header: 'Assignments',
    width: 110,
    align: 'end',
    cell: ({ assignments }) => formatCount(assignments),
  },
  { id: 'budget', header: 'Budget', width: 130, align: 'end', cell: ({ budget }) => <MoneyText value={budget} /> },
]

/** An open project is one that work goes on in; elsewhere "open" is what has not begun. */
export const ProjectState = ({ status }: Pick<ProjectView, 'status'>) => (
  <StateBadge state={status} tone={status === 'open' ? 'done' : 'idle'} />
)
