import { Button, Stack } from '@mantine/core'
import { type PayeeView, saveMyPayee } from '#modules/payees/contract.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { PayeeFields } from '#web/modules/payees/PayeeFields.tsx'
import { payeeValues, sentPayee } from '#web/modules/payees/payeeValues.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

type MyPayeeFormProps = Readonly<{ payee: PayeeView | null; onDone?: () => void }>

export const MyPayeeForm = ({ payee, onDone }: MyPayeeFormProps) => {
  const form = useCommandForm(saveMyPayee, {
    initial: payeeValues(payee),
    inputFrom: (values) => ({ ...sentPayee(values), ...(payee ? { version: payee.version } : {}) }),
    refreshes: ['payees', 'onboarding'],
    onDone: () => onDone?.(),
  })
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="md">
        <PayeeFields inputProps={(path) => form.getInputProps(path)} country={form.values.address.country} />
        <ProblemNote problem={form.problem} />
        <Button type="submit" loading={form.pending}>
          Save
        </Button>
      </Stack>
    </form>
  )
}
