import { Button, Drawer, Group, Stack } from '@mantine/core'
import { type AssignmentView, changeAssignment } from '#modules/work/contract.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { sentTerms, typedTerms } from '#web/modules/work/assignmentForm.ts'
import { TermsFields } from '#web/modules/work/TermsFields.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

type ChangeTermsDrawerProps = Readonly<{ assignment: AssignmentView; opened: boolean; onClose: () => void }>

/** The terms of a draft. Who it is for and under what stays. */
export const ChangeTermsDrawer = ({ assignment, opened, onClose }: ChangeTermsDrawerProps) => (
  <Drawer opened={opened} onClose={onClose} title="Change the draft" size="lg">
    <Form assignment={assignment} onDone={onClose} />
  </Drawer>
)

const Form = ({ assignment, onDone }: Readonly<{ assignment: AssignmentView; onDone: () => void }>) => {
  const { id: assignmentId, version } = assignment
  const form = useCommandForm(changeAssignment, {
    initial: typedTerms(assignment),
    inputFrom: (values) => ({ ...sentTerms(values), assignmentId, version }),
    refreshes: ['work', 'audit'],
    onDone,
  })
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="md">
        <TermsFields
          values={form.values}
          inputProps={(name) => form.getInputProps(name)}
          errorOf={(name) => form.errors[name]}
          onPricing={(pricing) => form.setFieldValue('pricing', pricing)}
          onCurrency={(currency) => form.setFieldValue('price.currency', currency)}
        />
        <ProblemNote problem={form.problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={form.pending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
