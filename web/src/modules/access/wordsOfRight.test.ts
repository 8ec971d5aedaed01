import { expect, test } from 'vitest'
import { fullWordsOfRight, groupsOfRights, wordsOfRight } from './wordsOfRight.ts'

test('a right reads as what it lets somebody do', () => {
  expect(wordsOfRight('directory.list-contractors')).toBe('List contractors')
})

test('alone, a right says of what', () => {
  expect(fullWordsOfRight('payments.list')).toBe('Payments: list')
})

test('rights stand with their module', () => {
  expect(groupsOfRights(['audit.search-log', 'invoices.list', 'audit.view-timeline'])).toEqual([
    { title: 'Audit', rights: ['audit.search-log', 'audit.view-timeline'] },
    { title: 'Invoices', rights: ['invoices.list'] },
  ])
})
