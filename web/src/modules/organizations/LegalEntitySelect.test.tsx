import { useForm } from '@mantine/form'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { LegalEntitySelect } from './LegalEntitySelect.tsx'

const uuid = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
const legalEntity = (number: number, name: string, archived: boolean) => ({
  id: uuid(number),
  name,
  address: {
    line1: '12 SW Alder St',
    line2: null,
    city: 'Portland',
    region: 'OR',
    postalCode: '97205',
    country: 'US',
  },
  currency: 'USD',
  einLast4: null,
  account: null,
  archived,
  version: 1,
  can: { change: false, changeAccount: false, reveal: false },
})
const all = [
  legalEntity(1, 'Northwind LLC', false),
  legalEntity(2, 'Northwind Film LLC', true),
  legalEntity(3, 'Northwind Print LLC', true),
]

const Fields = ({ legalEntityId }: Readonly<{ legalEntityId: string | null }>) => {
  const form = useForm({ initialValues: { legalEntityId } })
  return <LegalEntitySelect {...form.getInputProps('legalEntityId')} />
}

const opened = async (legalEntityId: string | null) => {
  serve({ 'GET /api/v1/legal-entities': () => ({ body: { isCut: false, items: all } }) })
  const { user } = showPage(<Fields legalEntityId={legalEntityId} />, { at: '/northwind/projects' })
  const field = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Legal entity' })
  await user.click(field)
  await screen.findByRole('option', { name: 'Northwind LLC' })
  return { field, options: () => screen.getAllByRole('option').map(({ textContent }) => textContent) }
}

test('an archived legal entity is offered for nothing new', async () => {
  const { options } = await opened(null)

  expect(options()).toEqual(['Northwind LLC'])
}, 20_000)

test('what an archived one pays for names it and may stay with it', async () => {
  const { field, options } = await opened(uuid(2))

  expect(field.value).toBe('Northwind Film LLC (archived)')
  expect(options()).toEqual(['Northwind LLC', 'Northwind Film LLC (archived)'])
}, 20_000)
