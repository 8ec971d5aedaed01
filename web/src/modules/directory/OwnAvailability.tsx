import { Button, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type OwnProfileView, setOwnAvailability } from '#modules/directory/contract.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import {
  AvailabilityFields,
  availabilityValues,
  sentAvailability,
} from '#web/modules/directory/AvailabilityFields.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'

/** When the contractor who looks is free. Said often, so it comes first and by itself. */
export const OwnAvailability = ({ profile }: Readonly<{ profile: OwnProfileView }>) => {
  const { version, availabilitySetAt } = profile
  const form = useCommandForm(setOwnAvailability, {
    initial: availabilityValues(profile),
    inputFrom: (values) => ({ ...sentAvailability(values), version }),
    refreshes: ['directory'],
    onDone: () => notifications.show({ message: 'People see now when you are free.' }),
  })
  return (
    <Section
      title="When are you free?"
      {...(availabilitySetAt === null
        ? {}
        : {
            description: (
              <>
                You said this <DateText value={availabilitySetAt} />.
              </>
            ),
          })}
    >
      <form onSubmit={form.submit} noValidate>
        <Stack gap="md">
          <AvailabilityFields form={form} />
          <ProblemNote problem={form.problem} />
          <Button type="submit" variant="default" loading={form.pending} disabled={!form.isDirty()} fullWidth>
            Save
          </Button>
        </Stack>
      </form>
    </Section>
  )
}
