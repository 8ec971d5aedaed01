import type { AssignmentRow } from '#modules/work/contract.ts'
import { priceWords } from '#web/modules/work/priceWords.ts'
import { RowName } from '#web/modules/work/RowName.tsx'
import type { Column } from '#web/ui/DataTable.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { MoneyText } from '#web/ui/MoneyText.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

export const assignmentColumns: readonly Column<AssignmentRow>[] = [
  { id: 'title', header: 'Work', width: 220, cell: ({ title }) => <RowName name={title} /> },
  { id: 'contractor', header: 'Contractor', width: 150, cell: ({ contractorName }) => contractorName },
  { id: 'state', header: 'State', width: 120, cell: ({ status }) => <StateBadge state={status} /> },
  { id: 'project', header: 'Project', width: 150, cell: ({ projectName }) => projectName },
  { id: 'starts', header: 'Starts', width: 95, cell: ({ startsOn }) => <DateText value={startsOn} /> },
  { id: 'ends', header: 'Ends', width: 105, cell: ({ endsOn }) => <DateText value={endsOn} none="Open" /> },
  { id: 'price', header: 'Price', width: 150, align: 'end', cell: (assignment) => priceWords(assignment) },
  {
    id: 'cap',
    header: 'At most',
    width: 120,
    align: 'end',
    startsHidden: true,
    cell: ({ cap }) => <MoneyText value={cap} />,
  },
  {
    id: 'answer',
    header: 'Answer by',
    width: 110,
    startsHidden: true,
    cell: ({ answerBy }) => <DateText value={answerBy} />,
  },
]
