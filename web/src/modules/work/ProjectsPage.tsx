import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFolders, IconPlus } from '@tabler/icons-react'
import { listProjects, ProjectStatus, type ProjectView, projectStatuses } from '#modules/work/contract.ts'
import { useMay, useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { readable } from '#web/lib/readable.ts'
import { useListState } from '#web/lib/useListState.ts'
import { usePages } from '#web/lib/usePages.ts'
import { ProjectDrawer } from '#web/modules/work/ProjectDrawer.tsx'
import { ProjectState, projectColumns } from '#web/modules/work/projectColumns.tsx'
import { RowName } from '#web/modules/work/RowName.tsx'
import { DataTable, type Facet } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ListPage } from '#web/ui/ListPage.tsx'
import { MoneyText } from '#web/ui/MoneyText.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { wordOf } from '#web/ui/toneOf.ts'

/** What work belongs to. */
export const ProjectsPage = () => {
  const { here } = useSession()
  const list = useListState(['status'])
  const { search, filters } = list.state
  const statuses = readable(ProjectStatus, filters.status) ?? []
  const pages = usePages(listProjects, {
    search: search === '' ? undefined : search,
    // Both chosen is the same as none.
    status: statuses.length === 1 ? statuses[0] : undefined,
    limit: 50,
  })
  const [isAdding, adding] = useDisclosure()
  const add = useMay('work.change-project') ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={adding.open}>
      Add a project
    </Button>
  ) : undefined
  return (
    <ListPage>
      <PageHeader title="Projects" subtitle="What work and its cost belong to" actions={add} />
      <DataTable
        noun="projects"
        searchLabel="Search name or code"
        columns={projectColumns}
        list={list}
        pages={pages}
        facets={[states]}
        rowId={({ id }) => id}
        rowHref={({ id }) => pathIn(here.slug, `projects/${id}`)}
        card={(project) => <ProjectCard project={project} />}
        empty={
          <EmptyState icon={IconFolders} title="Your projects will be here" action={add}>
            A campaign, a relaunch, a report: every piece of work belongs to one, and so does what it costs.
          </EmptyState>
        }
      />
      <ProjectDrawer opened={isAdding} onClose={adding.close} />
    </ListPage>
  )
}

const states: Facet = {
  id: 'status',
  label: 'State',
  options: projectStatuses.map((value) => ({ value, label: wordOf(value) })),
}

const ProjectCard = ({ project }: Readonly<{ project: ProjectView }>) => (
  <>
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <RowName name={project.name} />
      <ProjectState status={project.status} />
    </Group>
    <Group justify="space-between" wrap="nowrap" gap="sm" mt={4}>
      <Text size="sm" c="dimmed">
        {project.departmentName} · {project.assignments} {project.assignments === 1 ? 'assignment' : 'assignments'}
      </Text>
      <MoneyText value={project.budget} fz="sm" />
    </Group>
  </>
)
