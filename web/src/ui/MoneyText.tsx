import { Text, type TextProps } from '@mantine/core'
import type { Money } from '#kernel/money.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'

type MoneyTextProps = Readonly<{ value: Money | null }> & TextProps

/** An amount with its currency, figures under figures. Nothing is an em dash, never a zero. */
export const MoneyText = ({ value, ...rest }: MoneyTextProps) => (
  <Text span inherit className="numbers" {...rest}>
    {value ? formatMoney(value) : '—'}
  </Text>
)
