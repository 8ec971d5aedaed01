import { Checkbox, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useId } from 'react'
import type { W9CommandForm } from '#web/modules/tax/w9Values.ts'
import { WhyAsk } from '#web/ui/WhyAsk.tsx'

/** Part I of Form W-9. What is wrong with the kind of number is said at the number. */
export const W9Number = ({ form }: Readonly<{ form: W9CommandForm }>) => {
  const labelId = useId()
  const { kind, isConfirmed } = form.values.tin
  const { error, ...field } = form.getInputProps('tin.number')
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Text component="span" size="sm" fw={500} id={labelId}>
          Part I: your taxpayer identification number
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby={labelId}
          value={kind}
          onChange={(next) => form.setFieldValue('tin.kind', next)}
          data={[
            { value: 'ssn', label: 'SSN or ITIN' },
            { value: 'ein', label: 'EIN' },
            { value: 'applied-for', label: 'Applied for' },
          ]}
        />
      </Stack>
      {kind === 'applied-for' ? (
        <Text size="sm">
          Until we have the number, the law wants 24 % withheld from payments, so they wait. Sign a new form once it
          is there.
        </Text>
      ) : (
        <TextInput
          label={kind === 'ssn' ? 'Social security number or ITIN' : 'Employer identification number'}
          placeholder={kind === 'ssn' ? '123-45-6789' : '12-3456789'}
          inputMode="numeric"
          autoComplete="off"
          {...field}
          error={error ?? form.errors.tin}
        />
      )}
      {form.errors['tin.isConfirmed'] !== undefined || isConfirmed ? (
        <Checkbox
          label="I have compared it with the card or letter: this is the number"
          {...form.getInputProps('tin.isConfirmed', { type: 'checkbox' })}
        />
      ) : null}
      <WhyAsk>
        Whoever pays you has to report it to the IRS under this number. It is kept encrypted; people here see the last
        four digits, and each look at the whole number is recorded with its reason.
      </WhyAsk>
    </Stack>
  )
}
