import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { priya } from '#web/test/contractor.ts'
import { refusal, serve } from '#web/test/server.ts'
import { show } from '#web/test/show.tsx'
import { ContractorRates } from './ContractorRates.tsx'

const rate = (number: number, unit: string, amount: string, validFrom: string) => ({
  id: `01930000-0000-7000-8000-00000000002${number}`,
  unit,
  price: { amount, currency: 'USD' },
  validFrom,
})
const rates = [
  rate(1, 'day', '820.00', '2027-01-01'),
  rate(2, 'hour', '110.00', '2026-01-01'),
  rate(3, 'hour', '95.00', '2025-03-01'),
]
const at = `/api/v1/contractors/${priya().id}/rates`

test('the rate that holds today is marked, and so is one that is still to come', () => {
  show(<ContractorRates contractor={priya({ rates })} />)

  const rows = screen.getAllByRole('listitem')
  expect(within(rows[0]!).getByText('Planned')).toBeTruthy()
  expect(within(rows[1]!).getByText('Today')).toBeTruthy()
  expect(within(rows[2]!).queryByText('Today')).toBeNull()
})

test('whoever may not agree on rates only reads them', () => {
  const can = { change: true, seeRates: true, changeRates: false, ban: false, moveTo: [] }
  show(<ContractorRates contractor={priya({ rates, can })} />)

  expect(screen.queryAllByRole('button')).toEqual([])
})

test('a rate is typed as people write amounts, and a refusal stands at its field', async () => {
  const detail = 'Choose another day.'
  const calls = serve({
    [`POST ${at}`]: () =>
      refusal(409, 'rate-exists', 'There is already a rate for this unit from this day on.', {
        errors: [{ pointer: '#/validFrom', detail }],
      }),
  })
  const { user } = show(<ContractorRates contractor={priya({ rates })} />)

  await user.click(screen.getByRole('button', { name: 'Add a rate' }))
  await user.type(await screen.findByLabelText('Amount'), '1,250')
  await user.click(screen.getByRole('button', { name: 'Add the rate' }))

  expect(calls.at(-1)?.body).toEqual({
    unit: 'day',
    price: { amount: '1250.00', currency: 'USD' },
    validFrom: '2026-11-22',
  })
  expect((await screen.findAllByText(detail)).length).toBeGreaterThan(0)
})

test('a rate is taken back', async () => {
  const calls = serve({ [`DELETE ${at}/${rates[0]!.id}`]: () => ({ body: rates[0] }) })
  const { user } = show(<ContractorRates contractor={priya({ rates })} />)

  await user.click(screen.getAllByRole('button', { name: 'Take back' })[0]!)

  expect(calls.at(-1)?.method).toBe('DELETE')
})
