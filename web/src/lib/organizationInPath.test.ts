import { expect, test } from 'vitest'
import { organizationInPath } from './organizationInPath.ts'

test.each([
  ['/', undefined],
  ['/sign-in/link', undefined],
  ['/set-up', undefined],
  ['/northwind', 'northwind'],
  ['/northwind/contractors/1', 'northwind'],
])('%s belongs to %s', (pathname, organization) => {
  expect(organizationInPath(pathname)).toBe(organization)
})
