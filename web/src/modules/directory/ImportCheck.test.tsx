import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ImportPreview } from '#modules/directory/contract.ts'
import { show } from '#web/test/show.tsx'
import { ImportCheck } from './ImportCheck.tsx'
import { ImportColumns } from './ImportColumns.tsx'

const row = (number: number, outcome: 'new' | 'refused', errors: { column: string; detail: string }[] = []) => ({
  row: number,
  outcome,
  displayName: `Person ${number}`,
  email: `person-${number}@example.com`,
  contractorId: null,
  fields: [],
  errors,
})

const preview: ImportPreview = {
  encoding: 'utf-8',
  delimiter: ';',
  columns: [
    { header: 'Name', field: 'displayName', samples: ['Person 2', 'Person 3'] },
    { header: 'Kontakt', field: 'ignore', samples: ['person-2@example.com'] },
  ],
  isMapped: false,
  counts: { new: 1, changed: 0, unchanged: 0, refused: 1 },
  rows: [row(3, 'refused', [{ column: 'Kontakt', detail: 'Write the e-mail address.' }]), row(2, 'new')],
}
const looked = { file: new File(['Name'], 'people.csv'), preview, country: null }

test('nothing goes on before a column of addresses is named', async () => {
  const { user } = show(<ImportColumns looked={looked} onBack={() => undefined} onLooked={() => undefined} />)

  const on = screen.getByRole<HTMLButtonElement>('button', { name: 'See what each row will do' })
  expect(on.disabled).toBe(true)
  expect(screen.getByRole('alert').textContent).toContain('Say which column holds the e-mail addresses.')
  await user.click(screen.getByRole('combobox', { name: 'What Kontakt is' }))
  await user.click(await screen.findByRole('option', { name: 'E-mail' }))

  expect(on.disabled).toBe(false)
})

test('a field that one column has is not offered to another', async () => {
  const { user } = show(<ImportColumns looked={looked} onBack={() => undefined} onLooked={() => undefined} />)

  await user.click(screen.getByRole('combobox', { name: 'What Kontakt is' }))

  const offered = (await screen.findAllByRole('option')).map((option) => option.textContent)
  expect(offered).toContain('Leave out')
  expect(offered).not.toContain('Name')
})

test('mistakes come first, each with its row and its column, and hold everything until they are left out', async () => {
  const { user } = show(<ImportCheck looked={looked} onBack={() => undefined} onImported={() => undefined} />)

  const cells = within(screen.getAllByRole('row')[1]!).getAllByRole('cell')
  expect(cells.map(({ textContent }) => textContent)).toEqual([
    '3',
    'Person 3person-3@example.com',
    'Kontakt: Write the e-mail address.',
  ])
  const act = screen.getByRole<HTMLButtonElement>('button', { name: 'Add 1 contractor' })
  expect(act.disabled).toBe(true)
  await user.click(screen.getByRole('switch', { name: /Leave out 1 row/ }))
  expect(act.disabled).toBe(false)
})

test('a file that changes nothing says so', () => {
  const counts = { new: 0, changed: 0, unchanged: 2, refused: 0 }
  const same = { ...looked, preview: { ...preview, counts, rows: [] } }

  show(<ImportCheck looked={same} onBack={() => undefined} onImported={() => undefined} />)

  expect(screen.getByText('2 stay as they are')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Nothing to import' }).disabled).toBe(true)
})
