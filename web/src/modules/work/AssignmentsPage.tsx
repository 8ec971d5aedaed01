import { Button, Group, Text } from '@mantine/core'
import { IconBriefcase, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type AssignmentRow, AssignmentStatus, assignmentStatuses, listAssignments } from '#modules/work/contract.ts'
import { useMay, useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { readable } from '#web/lib/readable.ts'
import { useListState } from '#web/lib/useListState.ts'
import { usePages } from '#web/lib/usePages.ts'
import { assignmentColumns } from '#web/modules/work/assignmentColumns.tsx'
import { priceWords } from '#web/modules/work/priceWords.ts'
import { RowName } from '#web/modules/work/RowName.tsx'
import { Apart } from '#web/ui/Apart.tsx'
import { DataTable, type Facet } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ListPage } from '#web/ui/ListPage.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'
import { wordOf } from '#web/ui/toneOf.ts'

/** All pieces of work, the newest first. */
export const AssignmentsPage = () => {
  const { here } = useSession()
  const list = useListState(['status'])
  const { search, filters } = list.state
  const pages = usePages(listAssignments, {
    search: search === '' ? undefined : search,
    status: readable(AssignmentStatus, filters.status),
    limit: 50,
  })
  const add = useMay('work.change-assignment') ? (
    <Button
      component={Link}
      to={pathIn(here.slug, 'assignments/new')}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      Draft an assignment
    </Button>
  ) : undefined
  return (
    <ListPage>
      <PageHeader title="Assignments" subtitle="Work offered to contractors, and how it goes" actions={add} />
      <DataTable
        noun="assignments"
        searchLabel="Search title or contractor"
        columns={assignmentColumns}
        list={list}
        pages={pages}
        facets={[states]}
        rowId={({ id }) => id}
        rowHref={({ id }) => pathIn(here.slug, `assignments/${id}`)}
        card={(assignment) => <AssignmentCard assignment={assignment} />}
        empty={
          <EmptyState icon={IconBriefcase} title="Work for contractors will be here" action={add}>
            Draft a piece of work, offer it to a contractor, and it begins once they accept.
          </EmptyState>
        }
      />
    </ListPage>
  )
}

const states: Facet = {
  id: 'status',
  label: 'State',
  options: assignmentStatuses
    .filter((status) => status !== 'pending_approval')
    .map((value) => ({ value, label: wordOf(value) })),
}

const AssignmentCard = ({ assignment }: Readonly<{ assignment: AssignmentRow }>) => (
  <>
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <RowName name={assignment.title} />
      <StateBadge state={assignment.status} />
    </Group>
    <Group justify="space-between" wrap="nowrap" gap="sm" mt={4}>
      <Text size="sm" c="dimmed" truncate>
        <Apart names={[assignment.contractorName, assignment.projectName]} />
      </Text>
      <Text size="sm" className="numbers" style={{ whiteSpace: 'nowrap' }}>
        {priceWords(assignment)}
      </Text>
    </Group>
  </>
)
