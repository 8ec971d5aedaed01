import { SegmentedControl, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import type { GetInputPropsReturnType } from '@mantine/form'
import { type ReactNode, useId } from 'react'
import { currencies } from '#web/lib/currencies.ts'
import type { TermsValues } from '#web/modules/work/assignmentForm.ts'
import { MoneyField } from '#web/ui/MoneyField.tsx'
import '@mantine/dates/styles.layer.css'

type TermsFieldsProps = Readonly<{
  values: TermsValues
  inputProps: (name: string) => GetInputPropsReturnType
  errorOf: (name: string) => ReactNode
  onPricing: (pricing: TermsValues['pricing']) => void
  onCurrency: (currency: string) => void
}>

/** What is offered: the work, its price, its time. */
export const TermsFields = ({ values, inputProps, errorOf, onPricing, onCurrency }: TermsFieldsProps) => {
  const pricingId = useId()
  const isHourly = values.pricing === 'hourly'
  return (
    <>
      <TextInput label="Title" placeholder="Motion design" autoComplete="off" {...inputProps('title')} />
      <Textarea
        label="Brief"
        description="What is wanted, by when, and who to talk to. The contractor reads it with the offer."
        autosize
        minRows={4}
        maxRows={14}
        {...inputProps('brief')}
      />
      <Stack gap={4} align="flex-start">
        <Text id={pricingId} size="sm" fw={500}>
          Paid
        </Text>
        <SegmentedControl
          aria-labelledby={pricingId}
          value={values.pricing}
          onChange={(pricing) => onPricing(pricing === 'fixed' ? 'fixed' : 'hourly')}
          data={[
            { value: 'hourly', label: 'By the hour' },
            { value: 'fixed', label: 'A fixed price' },
          ]}
        />
      </Stack>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <MoneyField
          label={isHourly ? 'Rate of an hour' : 'Whole price'}
          currency={values.price.currency}
          currencies={currencies}
          onCurrency={onCurrency}
          {...inputProps('price.amount')}
          error={errorOf('price.amount') ?? errorOf('price')}
        />
        {isHourly ? (
          <MoneyField
            label="At most"
            description="No more than this can be invoiced. Empty: no limit."
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            currency={values.price.currency}
            {...inputProps('cap.amount')}
            error={errorOf('cap.amount') ?? errorOf('cap')}
          />
        ) : null}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md">
        <DateInput label="First day" {...inputProps('startsOn')} />
        <DateInput label="Last day" placeholder="Open end" clearable {...inputProps('endsOn')} />
        <DateInput label="Answer by" {...inputProps('answerBy')} />
      </SimpleGrid>
    </>
  )
}
