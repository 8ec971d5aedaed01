import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { listProjects, ProjectId, viewProject } from '#modules/work/contract.ts'
import { useView } from '#web/lib/useView.ts'

type ProjectPickerProps = Readonly<{
  value: string | null
  onChange: (projectId: string | null) => void
  error?: ReactNode
}>

const foundMax = 30
const typingPauseMs = 180

/** An open project, found by its name or code. */
export const ProjectPicker = ({ value, onChange, error }: ProjectPickerProps) => {
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), typingPauseMs)
  const input = { search: search === '' ? undefined : search, status: 'open', limit: foundMax } as const
  const found = useView(listProjects, input, { keepPrevious: true })
  const projectId = ProjectId.safeParse(value).data
  const chosen = useView(viewProject, { projectId: projectId ?? none }, { enabled: projectId !== undefined })
  const options = new Map((found.data?.items ?? []).map((project) => [String(project.id), project]))
  if (chosen.data) options.set(chosen.data.id, chosen.data)
  return (
    <Select
      label="Project"
      placeholder="Search by name or code"
      searchable
      name="projectId"
      data={[...options].map(([id, { name, departmentName }]) => ({
        value: id,
        label: `${name}, ${departmentName}`,
      }))}
      filter={({ options: all }) => all}
      nothingFoundMessage={found.isFetching ? 'Looking…' : 'No open project is called that.'}
      value={value}
      onChange={onChange}
      onSearchChange={(next) => setTyped(next.split(',')[0] ?? '')}
      error={error}
    />
  )
}

const none = ProjectId.parse('00000000-0000-7000-8000-000000000000')
