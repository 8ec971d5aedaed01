import { Button } from '@mantine/core'
import { IconBriefcase } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ContractorId } from '#modules/directory/contract.ts'
import { listAssignments, type ProjectId } from '#modules/work/contract.ts'
import { useMay, useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { usePages } from '#web/lib/usePages.ts'
import { priceWords } from '#web/modules/work/priceWords.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PagedRows } from '#web/ui/PagedRows.tsx'
import { RowEnd } from '#web/ui/RowEnd.tsx'
import { Row } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

type AssignmentsOfProps = Readonly<{
  filter: Readonly<{ projectId?: ProjectId; contractorId?: ContractorId }>
}>

/** The assignments of one project or contractor, the newest first. */
export const AssignmentsOf = ({ filter }: AssignmentsOfProps) => {
  const { here } = useSession()
  const mayAdd = useMay('work.change-assignment')
  const preset = filter.contractorId ? `contractor=${filter.contractorId}` : `project=${filter.projectId ?? ''}`
  const pages = usePages(listAssignments, { ...filter, limit: 20 })
  return (
    <Section flush>
      <PagedRows
        noun="assignments"
        pages={pages}
        row={(assignment) => (
          <Row
            key={assignment.id}
            to={pathIn(here.slug, `assignments/${assignment.id}`)}
            title={assignment.title}
            detail={filter.contractorId ? assignment.projectName : assignment.contractorName}
          >
            <RowEnd state={<StateBadge state={assignment.status} />} figure={priceWords(assignment)} />
          </Row>
        )}
        empty={
          <EmptyState
            icon={IconBriefcase}
            title="No work here yet"
            action={
              mayAdd ? (
                <Button component={Link} to={`${pathIn(here.slug, 'assignments/new')}?${preset}`}>
                  Draft an assignment
                </Button>
              ) : undefined
            }
          >
            An assignment is drafted, offered to a contractor, and begins once they accept.
          </EmptyState>
        }
      />
    </Section>
  )
}
