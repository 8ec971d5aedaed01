import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { show } from '#web/test/show.tsx'
import { LongSelect } from './LongSelect.tsx'

const zones = ['Europe/Berlin', 'Europe/Lisbon', 'UTC']
const options = () => screen.queryAllByRole('option', { hidden: true })

test('hundreds of options are no burden to a form in which nobody is choosing', async () => {
  const { user } = show(
    <>
      <LongSelect label="Time zone" data={zones} />
      <button type="button">Elsewhere</button>
    </>,
  )
  expect(options()).toEqual([])

  await user.click(screen.getByRole('combobox', { name: 'Time zone' }))
  expect(options()).toHaveLength(3)
  await user.click(screen.getByRole('button', { name: 'Elsewhere' }))

  expect(options()).toEqual([])
})

test('an open list says that it is open, and is chosen from by the keyboard alone', async () => {
  const { user } = show(<LongSelect label="Time zone" data={zones} />)
  const field = screen.getByRole('combobox', { name: 'Time zone' })

  await user.tab()
  await user.keyboard('{ArrowDown}')
  expect(field.getAttribute('aria-expanded')).toBe('true')
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '')
  expect(list && within(list).getAllByRole('option', { hidden: true })).toHaveLength(3)
  await user.keyboard('Lis{ArrowDown}{Enter}')

  expect(field).toHaveProperty('value', 'Europe/Lisbon')
})
