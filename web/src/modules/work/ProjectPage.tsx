import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { type ProjectView, viewProject } from '#modules/work/contract.ts'
import { projectTabs } from '#web/app/otherParts.ts'
import { useIsShown } from '#web/app/part.ts'
import { useMay } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { SubjectTimeline } from '#web/modules/audit/SubjectTimeline.tsx'
import { AssignmentsOf } from '#web/modules/work/AssignmentsOf.tsx'
import { CloseProject } from '#web/modules/work/CloseProject.tsx'
import { ProjectDrawer } from '#web/modules/work/ProjectDrawer.tsx'
import { ProjectState } from '#web/modules/work/projectColumns.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { DetailLayout } from '#web/ui/DetailLayout.tsx'
import { FactList } from '#web/ui/FactList.tsx'
import { MoneyText } from '#web/ui/MoneyText.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

const route = getRouteApi('/$organization/staff/projects/$projectId')

/** One project with the work in it and what was claimed for it. */
export const ProjectPage = () => {
  const { organization, projectId } = route.useParams()
  const isShown = useIsShown()
  const { data, error, refetch } = useView(viewProject, { projectId })
  const [isChanging, changing] = useDisclosure()
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList rows={6} label="Loading the project" shape="lines" />
  return (
    <>
      <DetailLayout
        back={{ to: pathIn(organization, 'projects'), label: 'Projects' }}
        title={data.name}
        state={<ProjectState status={data.status} />}
        subtitle={[data.code, data.departmentName].filter((part) => part !== null).join(' · ')}
        actions={<Actions project={data} onChange={changing.open} />}
        tabs={[
          {
            id: 'work',
            label: 'Assignments',
            count: data.assignments,
            content: <AssignmentsOf filter={{ projectId }} />,
          },
          ...projectTabs.filter(isShown).map(({ id, label, component: Tab }) => ({
            id,
            label,
            content: (
              <Suspense fallback={null}>
                <Tab projectId={projectId} />
              </Suspense>
            ),
          })),
        ]}
        rail={
          <>
            <Section title="On file">
              <FactList facts={factsOf(data)} />
            </Section>
            <SubjectTimeline subjectId={data.id} />
          </>
        }
      />
      {data.can.change ? <ProjectDrawer opened={isChanging} onClose={changing.close} project={data} /> : null}
    </>
  )
}

type ActionsProps = Readonly<{ project: ProjectView; onChange: () => void }>

const Actions = ({ project, onChange }: ActionsProps) => {
  const { organization } = route.useParams()
  const mayAssign = useMay('work.change-assignment')
  return (
    <>
      {project.can.change ? (
        <>
          <CloseProject project={project} />
          <Button variant="default" onClick={onChange}>
            Change
          </Button>
        </>
      ) : null}
      {mayAssign && project.status === 'open' ? (
        <Button
          component={Link}
          to={`${pathIn(organization, 'assignments/new')}?project=${project.id}`}
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          Draft an assignment
        </Button>
      ) : null}
    </>
  )
}

const factsOf = (project: ProjectView) => [
  { label: 'Budget', value: <MoneyText value={project.budget} /> },
  { label: 'Department', value: project.departmentName },
  { label: 'Paid by', value: project.legalEntityName },
  { label: 'First day', value: <DateText value={project.startsOn} /> },
  { label: 'Last day', value: <DateText value={project.endsOn} /> },
]
