import { Button, Switch } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconHierarchy2, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { type DepartmentView, listDepartments } from '#modules/organizations/contract.ts'
import { useMay } from '#web/app/session.ts'
import { useView } from '#web/lib/useView.ts'
import { DepartmentDialog } from '#web/modules/organizations/DepartmentDialog.tsx'
import { DepartmentRow } from '#web/modules/organizations/DepartmentRow.tsx'
import { CutNote } from '#web/ui/CutNote.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** Where work and spend are filed, and by which members may be limited. */
export const DepartmentsPage = () => {
  const [withArchived, setWithArchived] = useState(false)
  const { data, error, refetch } = useView(listDepartments, { withArchived }, { keepPrevious: true })
  const mayChange = useMay('organizations.change-departments')
  const [isAdding, adding] = useDisclosure()
  const add = mayChange ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={adding.open}>
      Add a department
    </Button>
  ) : undefined
  return (
    <>
      <PageHeader
        title="Departments"
        subtitle="Work and spend are filed under them; members can be limited to some of them"
        actions={data?.items.length ? add : undefined}
      />
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      <CutNote list={data} noun="departments" />
      <Section flush>
        {data ? <Departments departments={data.items} mayChange={mayChange} add={add} /> : null}
        {data || error ? null : <SkeletonList rows={5} label="Loading the departments" shape="lines" />}
      </Section>
      <Switch
        label="Show archived ones, too"
        checked={withArchived}
        onChange={(event) => setWithArchived(event.currentTarget.checked)}
      />
      <DepartmentDialog opened={isAdding} onClose={adding.close} />
    </>
  )
}

type DepartmentsProps = Readonly<{
  departments: readonly DepartmentView[]
  mayChange: boolean
  add: ReactNode
}>

const Departments = ({ departments, mayChange, add }: DepartmentsProps) =>
  departments.length === 0 ? (
    <EmptyState icon={IconHierarchy2} title="Your departments will be here" action={add}>
      Design, Editorial, Engineering: whatever you want to see spend by.
    </EmptyState>
  ) : (
    <Rows>
      {departments.map((department) => (
        <DepartmentRow key={department.id} department={department} mayChange={mayChange} />
      ))}
    </Rows>
  )
