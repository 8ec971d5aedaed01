import { Alert, Button, Stack } from '@mantine/core'
import { viewMyPayee } from '#modules/payees/contract.ts'
import { signMyW9 } from '#modules/tax/contract.ts'
import { useSession } from '#web/app/session.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import { type PayeeValues, payeeValues } from '#web/modules/payees/payeeValues.ts'
import { W9Certification } from '#web/modules/tax/W9Certification.tsx'
import { W9Lines } from '#web/modules/tax/W9Lines.tsx'
import { W9Number } from '#web/modules/tax/W9Number.tsx'
import { emptyW9, sentW9, type W9Values } from '#web/modules/tax/w9Values.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

type W9FormProps = Readonly<{ onSigned: () => void }>

/** Form W-9 line by line; name and address start as they are on file for payments. */
export const W9Form = ({ onSigned }: W9FormProps) => {
  const { data, isPending } = useView(viewMyPayee, {})
  if (isPending) return <SkeletonList rows={6} label="Loading the form" shape="lines" />
  return <Form onFile={payeeValues(data?.payee ?? null)} onSigned={onSigned} />
}

const Form = ({ onFile, onSigned }: W9FormProps & Readonly<{ onFile: PayeeValues }>) => {
  const { person } = useSession()
  const form = useCommandForm(signMyW9, {
    initial: emptyW9(onFile),
    inputFrom: (values: W9Values) => sentW9(values),
    refreshes: ['tax', 'onboarding'],
    onDone: onSigned,
    // The number never lies about in a browser, and a signature is given anew each time.
    draft: { name: 'w9', never: ['tin', 'certifies', 'signature'] },
  })
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="xl">
        {form.isRestored ? (
          <Alert title="Your answers from before are here" variant="light">
            All but the number, which is never kept on this device.{' '}
            <Button variant="default" size="compact-xs" onClick={form.discard}>
              Start over
            </Button>
          </Alert>
        ) : null}
        <W9Lines form={form} />
        <W9Number form={form} />
        <W9Certification form={form} signer={person.name} />
        <ProblemNote problem={form.problem} />
        <Button type="submit" size="md" loading={form.pending}>
          Sign Form W-9
        </Button>
      </Stack>
    </form>
  )
}
