import { Modal, Select } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { addRate, rateUnits } from '#modules/directory/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { currencies } from '#web/lib/currencies.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useToday } from '#web/lib/useToday.ts'
import { DialogForm } from '#web/ui/DialogForm.tsx'
import { MoneyField } from '#web/ui/MoneyField.tsx'
import { wordOf } from '#web/ui/toneOf.ts'

type AddRateProps = OfContractor & Readonly<{ opened: boolean; onClose: () => void }>

export const AddRate = ({ contractor, opened, onClose }: AddRateProps) => (
  <Modal opened={opened} onClose={onClose} title={`A rate of ${contractor.displayName}`}>
    <Form contractor={contractor} onDone={onClose} />
  </Modal>
)

const Form = ({ contractor, onDone }: OfContractor & Readonly<{ onDone: () => void }>) => {
  const { id: contractorId, rates } = contractor
  const today = useToday()
  const [latest] = rates
  const form = useCommandForm(addRate, {
    initial: {
      unit: latest?.unit ?? ('hour' as const),
      amount: '',
      currency: latest?.price.currency ?? 'USD',
      validFrom: today,
    },
    inputFrom: ({ unit, amount, currency, validFrom }) => ({
      contractorId,
      unit,
      price: { amount, currency },
      validFrom,
    }),
    refreshes: ['directory', 'audit'],
    onDone,
  })
  const { amount, currency } = form.values
  return (
    <DialogForm form={form} act="Add the rate" onCancel={onDone}>
      <MoneyField
        label="Amount"
        data-autofocus
        value={amount}
        onChange={(next) => form.setFieldValue('amount', next)}
        currency={currency}
        currencies={currencies}
        onCurrency={(next) => form.setFieldValue('currency', next)}
        error={form.errors['price.amount'] ?? form.errors.price}
      />
      <Select
        label="For each"
        data={rateUnits.map((value) => ({ value, label: wordOf(value) }))}
        {...form.getInputProps('unit')}
      />
      <DateInput label="From" {...form.getInputProps('validFrom')} />
    </DialogForm>
  )
}
