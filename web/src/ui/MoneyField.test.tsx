import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { show } from '#web/test/show.tsx'
import { MoneyField } from './MoneyField.tsx'

const Field = ({ start = '', currency = 'USD' }: Readonly<{ start?: string; currency?: string }>) => {
  const [value, setValue] = useState(start)
  return (
    <>
      <MoneyField label="Amount" value={value} onChange={setValue} currency={currency} />
      <output>{value}</output>
    </>
  )
}

const kept = () => screen.getByRole('status').textContent

test('what is no amount is kept as it was typed and refused in words once the field is left', async () => {
  const { user } = show(<Field />)

  await user.type(screen.getByLabelText('Amount'), 'about 12..5')
  await user.tab()

  expect(kept()).toBe('about 12..5')
  expect(screen.getByLabelText('Amount')).toHaveProperty('value', 'about 12..5')
  expect(screen.getByText('Write an amount such as 1250.50.')).toBeTruthy()
})

test('nothing is refused while somebody is still typing', async () => {
  const { user } = show(<Field />)

  await user.type(screen.getByLabelText('Amount'), '12.')

  expect(screen.queryByText(/Write an amount/)).toBeNull()
})

test('a currency without cents says so', async () => {
  const { user } = show(<Field currency="JPY" />)

  await user.type(screen.getByLabelText('Amount'), '12.5')
  await user.tab()

  expect(screen.getByText('Write a whole amount such as 1250: JPY has no cents.')).toBeTruthy()
})

test('an amount is kept as decimal text and shown with its thousands once the field is left', async () => {
  const { user } = show(<Field />)

  await user.type(screen.getByLabelText('Amount'), '12345.6')
  await user.tab()

  expect(kept()).toBe('12345.60')
  expect(screen.getByLabelText('Amount')).toHaveProperty('value', '12,345.60')
})

test('an amount pasted from a European invoice is understood', async () => {
  const { user } = show(<Field currency="EUR" />)

  await user.click(screen.getByLabelText('Amount'))
  await user.paste('1.250,50 €')

  expect(kept()).toBe('1250.50')
})

test('amounts too long for a float keep every cent', async () => {
  const { user } = show(<Field />)

  await user.type(screen.getByLabelText('Amount'), '90071992547409.93')
  await user.tab()

  expect(kept()).toBe('90071992547409.93')
  expect(screen.getByLabelText('Amount')).toHaveProperty('value', '90,071,992,547,409.93')
})

test('the currency is the person’s to choose where several are offered', async () => {
  const chosen: string[] = []
  const { user } = show(
    <MoneyField
      label="Amount"
      value="10.00"
      onChange={() => undefined}
      currency="EUR"
      currencies={['EUR', 'USD']}
      onCurrency={(currency) => chosen.push(currency)}
    />,
  )

  await user.selectOptions(screen.getByLabelText('Currency'), 'USD')

  expect(chosen).toEqual(['USD'])
})
