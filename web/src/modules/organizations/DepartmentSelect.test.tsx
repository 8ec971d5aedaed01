import { useForm } from '@mantine/form'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { DepartmentSelect } from './DepartmentSelect.tsx'

const uuid = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
const department = (number: number, name: string, archived: boolean) => ({
  id: uuid(number),
  name,
  archived,
  version: 1,
})
const all = [department(1, 'Design', false), department(2, 'Film', true), department(3, 'Print', true)]

const Fields = ({ departmentId }: Readonly<{ departmentId: string | null }>) => {
  const form = useForm({ initialValues: { departmentId } })
  return <DepartmentSelect clearable {...form.getInputProps('departmentId')} />
}

const opened = async (departmentId: string | null) => {
  const calls = serve({ 'GET /api/v1/departments': () => ({ body: { isCut: false, items: all } }) })
  const { user } = showPage(<Fields departmentId={departmentId} />, { at: '/northwind/contractors/new' })
  const field = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Department' })
  await user.click(field)
  await screen.findByRole('option', { name: 'Design' })
  return { calls, user, field, options: () => screen.getAllByRole('option').map(({ textContent }) => textContent) }
}

test('an archived department is offered to nobody', async () => {
  const { options } = await opened(null)

  expect(options()).toEqual(['Design'])
}, 20_000)

test('whoever had it before keeps it by name, and may come back to it until the form is sent', async () => {
  const { user, field, options } = await opened(uuid(2))

  expect(field.value).toBe('Film (archived)')
  expect(options()).toEqual(['Design', 'Film (archived)'])
  await user.click(screen.getByRole('option', { name: 'Design' }))
  expect(field.value).toBe('Design')
  await user.click(field)
  expect(options()).toContain('Film (archived)')
}, 20_000)
