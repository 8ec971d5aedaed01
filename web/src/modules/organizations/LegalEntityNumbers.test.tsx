import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { LegalEntityView } from '#modules/organizations/contract.ts'
import { serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { LegalEntityNumbers } from './LegalEntityNumbers.tsx'

const id = '01930000-0000-7000-8000-000000000021'
const onWire = {
  id,
  name: 'Northwind Studios LLC',
  address: { line1: '12 SW Alder St', city: 'Portland', region: 'OR', postalCode: '97205', country: 'US' },
  currency: 'USD',
  einLast4: '6789',
  account: { kind: 'us' as const, bankName: 'Mercury', routingNumber: '021000021', bic: null, last4: '8812' },
  archived: false,
  version: 2,
  can: { change: true, changeAccount: true, reveal: true },
}

const shown = (change: object = {}) => {
  const calls = serve({
    [`POST /api/v1/legal-entities/${id}/ein/reveal`]: () => ({ body: { ein: '123456789' } }),
    [`PUT /api/v1/legal-entities/${id}/account`]: () => ({ body: { ...onWire, version: 3 } }),
  })
  const entity = LegalEntityView.decode({ ...onWire, ...change })
  const at = `/northwind/settings/legal-entities/${id}`
  return { calls, ...showPage(<LegalEntityNumbers entity={entity} />, { at }) }
}

describe('the numbers of a legal entity', { timeout: 20_000 }, () => {
  test('cannot be shown or changed by whoever may not', async () => {
    shown({ can: { change: false, changeAccount: false, reveal: false } })

    expect(await screen.findByText('••-•••6789')).toBeTruthy()
    expect(screen.getByText('•••• 8812')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('are shown whole once a reason was given', async () => {
    const { calls, user } = shown()

    await user.click(await screen.findByRole('button', { name: 'Show employer number' }))
    const popover = within(await screen.findByRole('dialog'))
    await user.type(popover.getByRole('textbox'), 'For the bank')
    await user.click(popover.getByRole('button', { name: 'Show employer number' }))

    expect(await screen.findByText('12-3456789')).toBeTruthy()
    expect(calls.map(({ body }) => body)).toEqual([{ reason: 'For the bank' }])
  })

  test('of an account are checked before they are sent, and sent without what belongs to the other kind', async () => {
    const { calls, user } = shown()
    await user.click(await screen.findByRole('button', { name: 'Change the bank account' }))
    const dialog = within(await screen.findByRole('dialog'))
    const type = async (label: string, text: string) => {
      await user.clear(dialog.getByLabelText(label))
      await user.type(dialog.getByLabelText(label), text)
    }

    await type('Bank', 'Mercury')
    await type('Routing number', '021000022')
    await type('Account number', '0001-2345 8812')
    await user.click(dialog.getByRole('button', { name: 'Put it down' }))
    expect((await dialog.findAllByText(/One of the digits is wrong/)).length).toBeGreaterThan(0)
    expect(calls).toEqual([])
    await type('Routing number', '021000021')
    await user.click(dialog.getByRole('button', { name: 'Put it down' }))

    expect(calls.map(({ body }) => body)).toEqual([
      {
        version: 2,
        account: {
          kind: 'us',
          bankName: 'Mercury',
          routingNumber: '021000021',
          accountNumber: '000123458812',
          achCompanyId: null,
        },
      },
    ])
  })
})
