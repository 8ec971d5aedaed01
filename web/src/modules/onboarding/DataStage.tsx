import { Alert, Button, Stack } from '@mantine/core'
import { type OwnProfileView, viewOwnProfile } from '#modules/directory/contract.ts'
import { type PayeeView, viewMyPayee } from '#modules/payees/contract.ts'
import { useView } from '#web/lib/useView.ts'
import { DataFields } from '#web/modules/onboarding/DataFields.tsx'
import type { OfStage } from '#web/modules/onboarding/StageForm.tsx'
import { useDataStage } from '#web/modules/onboarding/useDataStage.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** What somebody says about themselves and about who is paid, as far as the stage asks. */
export const DataStage = (props: OfStage) => {
  const profile = useView(viewOwnProfile, {})
  const payee = useView(viewMyPayee, {})
  const problem = profile.error ?? payee.error
  if (problem) return <ProblemNote problem={problem} />
  if (!profile.data || !payee.data) return <SkeletonList rows={5} label="Loading your details" shape="lines" />
  return <Form {...props} profile={profile.data} payee={payee.data.payee} />
}

type FormProps = OfStage & Readonly<{ profile: OwnProfileView; payee: PayeeView | null }>

const Form = ({ stage, onDone, profile, payee }: FormProps) => {
  const { form, submit, pending, problem, isRestored, discard } = useDataStage({ stage, profile, payee, onDone })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {isRestored ? (
          <Alert title="Your answers from before are here" variant="light">
            <Button variant="default" size="compact-xs" onClick={discard}>
              Start over
            </Button>
          </Alert>
        ) : null}
        <DataFields stage={stage} form={form} />
        <ProblemNote problem={problem} />
        <Button type="submit" size="md" loading={pending}>
          Save and go on
        </Button>
      </Stack>
    </form>
  )
}
