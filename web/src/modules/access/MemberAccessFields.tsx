import { Checkbox, MultiSelect, Radio, Stack } from '@mantine/core'
import { memberRoles } from '#modules/access/contract.ts'
import type { DepartmentName } from '#web/modules/access/MemberRow.tsx'
import { type MemberRole, roleNames, roleWords } from '#web/modules/access/roleWords.ts'

export type AccessValues = Readonly<{ roles: MemberRole[]; isLimited: boolean; departmentIds: string[] }>

type AccessForm = Readonly<{
  getInputProps: (name: keyof AccessValues) => object
  getValues: () => AccessValues
  setFieldValue: (name: 'isLimited', value: boolean) => void
}>

type FieldsProps = Readonly<{ form: AccessForm; departments: readonly DepartmentName[] }>

/** What somebody may do, and for which departments. The same for an invitation and a change. */
export const MemberAccessFields = ({ form, departments }: FieldsProps) => {
  const { isLimited, departmentIds } = form.getValues()
  const open = departments.filter(({ id, archived }) => !archived || departmentIds.includes(id))
  return (
    <>
      <Checkbox.Group label="Roles" {...form.getInputProps('roles')}>
        <Stack gap="xs" mt={6} mb={4}>
          {memberRoles.map((role) => (
            <Checkbox key={role} value={role} label={roleNames([role])} description={roleWords[role]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Radio.Group
        label="Departments"
        value={isLimited ? 'some' : 'all'}
        onChange={(value) => form.setFieldValue('isLimited', value === 'some')}
      >
        <Stack gap="xs" mt={6}>
          <Radio size="xs" value="all" label="All of them, also those to come" />
          <Radio size="xs" value="some" label="Only some" disabled={departments.length === 0} />
        </Stack>
      </Radio.Group>
      {isLimited ? (
        <MultiSelect
          label="Which departments"
          searchable
          data={open.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('departmentIds')}
        />
      ) : null}
    </>
  )
}
