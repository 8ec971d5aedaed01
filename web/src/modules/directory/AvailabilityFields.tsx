import { SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useId } from 'react'
import { availabilities } from '#modules/directory/contract.ts'
import type { CommandForm } from '#web/lib/useCommandForm.ts'
import { wordOf } from '#web/ui/toneOf.ts'

export type AvailabilityValues = Readonly<{
  availability: (typeof availabilities)[number]
  availableFrom: string | null
  availabilityNote: string
}>

type OnFile = Readonly<{
  availability: AvailabilityValues['availability']
  availableFrom: string | null
  availabilityNote: string | null
}>

export const availabilityValues = (given: OnFile): AvailabilityValues => ({
  availability: given.availability,
  availableFrom: given.availableFrom,
  availabilityNote: given.availabilityNote ?? '',
})

/** What was left empty is not there. */
export const sentAvailability = ({ availabilityNote, ...rest }: AvailabilityValues) => ({
  ...rest,
  availabilityNote: availabilityNote.trim() || null,
})

/** How free somebody is, from when, and a word about it. The same for staff and in the portal. */
export const AvailabilityFields = ({ form }: Readonly<{ form: CommandForm<AvailabilityValues> }>) => {
  const labelId = useId()
  const { key: _, ...choice } = { key: '', ...form.getInputProps('availability') }
  return (
    <>
      <Stack gap={4}>
        <Text component="span" size="sm" fw={500} id={labelId}>
          How free
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby={labelId}
          data={availabilities.map((value) => ({ value, label: wordOf(value) }))}
          value={choice.value}
          onChange={choice.onChange}
        />
      </Stack>
      <DateInput
        label="From"
        description="Leave it empty for now on."
        clearable
        clearButtonProps={{ 'aria-label': 'Clear' }}
        {...form.getInputProps('availableFrom')}
      />
      <Textarea
        label="A word about it"
        placeholder="Two days a week, mornings only"
        autosize
        minRows={2}
        {...form.getInputProps('availabilityNote')}
      />
    </>
  )
}
