import { ActionIcon, Button, Group, Stack } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { currencies } from '#web/lib/currencies.ts'
import { MoneyField } from '#web/ui/MoneyField.tsx'

type Amount = Readonly<{ amount: string; currency: string }>

type AmountListProps = Readonly<{
  /** What each amount is: "Up to". */
  label: string
  amounts: readonly Amount[]
  /** What is wrong with `0.amount`, if anything. */
  errorFor: (path: string) => ReactNode
  onChange: (amounts: Amount[]) => void
}>

/** Amounts, one for each currency. */
export const AmountList = ({ label, amounts, errorFor, onChange }: AmountListProps) => {
  const free = currencies.filter((code) => amounts.every(({ currency }) => currency !== code))
  const [next] = free
  const put = (index: number, change: Partial<Amount>) =>
    onChange(amounts.map((amount, at) => (at === index ? { ...amount, ...change } : amount)))
  return (
    <Stack gap="sm">
      {amounts.map(({ amount, currency }, index) => (
        <Group key={currency} gap="xs" wrap="nowrap" align="flex-end">
          <MoneyField
            flex={1}
            label={label}
            value={amount}
            currency={currency}
            currencies={[currency, ...free]}
            error={errorFor(`${index}.amount`)}
            onChange={(decimal) => put(index, { amount: decimal })}
            onCurrency={(code) => put(index, { currency: code })}
          />
          <ActionIcon
            size={36}
            aria-label={`Remove the amount in ${currency}`}
            onClick={() => onChange(amounts.filter((_, at) => at !== index))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {next ? (
        <Group>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange([...amounts, { amount: '', currency: next }])}
          >
            {amounts.length === 0 ? 'Add an amount' : 'Add a currency'}
          </Button>
        </Group>
      ) : null}
    </Stack>
  )
}
