import { Drawer } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { viewOrganization } from '#modules/organizations/contract.ts'
import { addProject, changeProject, type ProjectView } from '#modules/work/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import { ProjectFields } from '#web/modules/work/ProjectFields.tsx'
import { newProject, sentProject, typedProject } from '#web/modules/work/projectForm.ts'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

type ProjectDrawerProps = Readonly<{
  opened: boolean
  onClose: () => void
  /** The one to change; a new one without it. */
  project?: ProjectView
}>

export const ProjectDrawer = ({ opened, onClose, project }: ProjectDrawerProps) => {
  const { data } = useView(viewOrganization, {}, { enabled: opened })
  const Form = project ? <ChangeForm project={project} onDone={onClose} /> : null
  return (
    <Drawer opened={opened} onClose={onClose} title={project ? 'Change the project' : 'Add a project'} size="md">
      {data ? (Form ?? <AddForm currency={data.currency} onDone={onClose} />) : null}
      {data ? null : <SkeletonList rows={5} label="Loading the form" shape="lines" />}
    </Drawer>
  )
}

type Done = Readonly<{ onDone: () => void }>

const AddForm = ({ currency, onDone }: Done & Readonly<{ currency: string }>) => {
  const { here } = useSession()
  const navigate = useNavigate()
  const form = useCommandForm(addProject, {
    initial: newProject(currency),
    inputFrom: sentProject,
    refreshes: ['work'],
    onDone: ({ id }) => void navigate({ to: pathIn(here.slug, `projects/${id}`) }),
    draft: { name: 'project', never: [] },
  })
  return <ProjectFields form={form} act="Add the project" onCancel={onDone} />
}

const ChangeForm = ({ project, onDone }: Done & Readonly<{ project: ProjectView }>) => {
  const { id: projectId, version, status } = project
  const form = useCommandForm(changeProject, {
    initial: typedProject(project, 'USD'),
    inputFrom: (values) => ({ ...sentProject(values), projectId, version, status }),
    refreshes: ['work', 'audit'],
    onDone,
  })
  return <ProjectFields form={form} act="Save" onCancel={onDone} />
}
