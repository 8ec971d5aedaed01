import { ActionIcon, NativeSelect, TextInput } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import { IconX } from '@tabler/icons-react'
import type { TypedLine } from '#web/modules/invoices/typedInvoice.ts'
import { netOf } from '#web/modules/invoices/typedTotals.ts'
import { MoneyField } from '#web/ui/MoneyField.tsx'
import { MoneyText } from '#web/ui/MoneyText.tsx'
import './LineFields.css'

type LineFieldsProps = Readonly<{
  line: TypedLine
  /** From 1. */
  number: number
  currency: string
  withTax: boolean
  inputProps: (field: keyof TypedLine) => GetInputPropsReturnType
  onRemove: (() => void) | undefined
}>

const units = ['hour', 'day', 'piece', 'word', 'page']

/** One line in big rows: what for, how much of it, at what price, and what that comes to. */
export const LineFields = ({ line, number, currency, withTax, inputProps, onRemove }: LineFieldsProps) => {
  const known = units.includes(line.unit) ? units : [line.unit, ...units]
  return (
    <fieldset className="LineFields">
      <legend>Line {number}</legend>
      {onRemove ? (
        <ActionIcon className="LineFields-remove" aria-label={`Remove line ${number}`} size={44} onClick={onRemove}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      ) : null}
      <TextInput label="What for" autoComplete="off" {...inputProps('description')} />
      <div className="LineFields-numbers">
        <TextInput
          label="Quantity"
          inputMode="decimal"
          autoComplete="off"
          classNames={{ input: 'LineFields-figure numbers' }}
          {...inputProps('quantity')}
        />
        <NativeSelect label="Unit" data={known} {...inputProps('unit')} />
        <MoneyField label="Price" currency={currency} {...inputProps('unitPrice')} />
        {withTax ? (
          <TextInput
            label="Tax, %"
            inputMode="decimal"
            autoComplete="off"
            classNames={{ input: 'LineFields-figure numbers' }}
            {...inputProps('taxRate')}
          />
        ) : null}
      </div>
      <p className="LineFields-net">
        <span>Comes to</span>
        <MoneyText value={netOf(line, currency) ?? null} fw={500} />
      </p>
    </fieldset>
  )
}
