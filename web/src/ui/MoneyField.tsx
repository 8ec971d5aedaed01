import { TextInput, type TextInputProps } from '@mantine/core'
import { type FocusEvent, useState } from 'react'
import { decimalsOf } from '#kernel/currency.ts'
import { decimalFrom, grouped } from '#web/lib/decimalFrom.ts'
import './MoneyField.css'

type MoneyFieldProps = Omit<TextInputProps, 'value' | 'onChange' | 'rightSection' | 'inputMode'> &
  Readonly<{
    /** A plain decimal such as "1250.00"; or what was typed, as long as that is no amount. Never a float. */
    value?: string | undefined
    onChange: (decimal: string) => void
    currency: string
    /** Where the currency is the person's to choose. */
    currencies?: readonly string[]
    onCurrency?: (currency: string) => void
  }>

/** An amount, typed or pasted the way people write amounts, kept as decimal text. */
export const MoneyField = (props: MoneyFieldProps) => {
  const { value = '', onChange, currency, currencies, onCurrency, error, onFocus, onBlur, ...rest } = props
  const [typing, setTyping] = useState<string>()
  const [wasLeft, setWasLeft] = useState(false)
  const isUnreadable = wasLeft && typing === undefined && value !== '' && decimalFrom(value, currency) === undefined
  const type = (text: string) => {
    setTyping(text)
    onChange(decimalFrom(text, currency) ?? text)
  }
  const enter = (event: FocusEvent<HTMLInputElement>) => {
    setTyping(value)
    onFocus?.(event)
  }
  const leave = (event: FocusEvent<HTMLInputElement>) => {
    setTyping(undefined)
    setWasLeft(true)
    onBlur?.(event)
  }
  return (
    <TextInput
      {...rest}
      classNames={{ input: 'MoneyField-input numbers' }}
      inputMode="decimal"
      autoComplete="off"
      value={typing ?? grouped(decimalFrom(value, currency) ?? value)}
      onChange={(event) => type(event.currentTarget.value)}
      onFocus={enter}
      onBlur={leave}
      error={error ?? (isUnreadable ? sentenceFor(currency) : undefined)}
      rightSectionWidth={currencies ? 76 : 52}
      rightSectionPointerEvents={currencies ? 'all' : 'none'}
      rightSection={
        currencies && onCurrency ? (
          <select
            aria-label="Currency"
            className="MoneyField-currency"
            value={currency}
            onChange={(event) => onCurrency(event.currentTarget.value)}
          >
            {currencies.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        ) : (
          <span className="MoneyField-currency">{currency}</span>
        )
      }
    />
  )
}

const sentenceFor = (currency: string): string => {
  const decimals = decimalsOf(currency)
  return decimals === 0
    ? `Write a whole amount such as 1250: ${currency} has no cents.`
    : `Write an amount such as 1250.${'50'.padEnd(decimals, '0').slice(0, decimals)}.`
}
