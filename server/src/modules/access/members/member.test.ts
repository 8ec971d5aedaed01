import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor, Role } from '#kernel/actor.ts'
import { OrganizationId, PersonId } from '#kernel/ids.ts'
import { MemberId, memberRoles } from '#modules/access/contract.ts'
import {
  disabled,
  enabled,
  grantsMoney,
  type Member,
  refuseAgainstOwner,
  refuseBeyondRole,
  refuseLastOwner,
  refuseMixedAuditor,
  refuseOwnMembership,
  removed,
  viewOf,
} from './member.ts'

const uuid = (last: number) => `0199a000-0000-7000-8000-${String(last).padStart(12, '0')}`
const actor = (...roles: Role[]): Actor => ({
  organizationId: OrganizationId.parse(uuid(1)),
  personId: PersonId.parse(uuid(2)),
  roles,
  departmentIds: 'all',
  via: 'session',
})
const member = (changes: Partial<Member> = {}): Member => ({
  id: MemberId.parse(uuid(3)),
  personId: uuid(4),
  name: 'Lee Okafor',
  email: 'lee@northwind.example',
  roles: ['manager'],
  departmentIds: null,
  status: 'active',
  lastSeenAt: null,
  unseenLinkOf: null,
  version: 1,
  ...changes,
})

test('an auditor holds no other role', () => {
  expect(() => refuseMixedAuditor(['auditor', 'manager'])).toThrow(/no other role/)
  expect(() => refuseMixedAuditor(['auditor'])).not.toThrow()
})

test('an admin hands out no role by which money moves, nor takes one away', () => {
  expect(() => refuseBeyondRole(actor('admin'), ['manager'], ['manager', 'finance'])).toThrow(/Only an owner/)
  expect(() => refuseBeyondRole(actor('admin'), ['releaser'], ['manager'])).toThrow(/Only an owner/)
  expect(() => refuseBeyondRole(actor('admin'), [], ['owner'])).toThrow(/Only an owner/)
})

test('nobody but an owner ever changes who is owner, finance or releaser', () => {
  const someRoles = fc.subarray(memberRoles)

  fc.assert(
    fc.property(
      someRoles,
      someRoles,
      fc.subarray(memberRoles.filter((role) => role !== 'owner')),
      (before, after, own) => {
        const guarded = (roles: readonly Role[]) =>
          (['owner', 'finance', 'releaser'] as const).map((role) => roles.includes(role)).join()
        const change = () => refuseBeyondRole(actor(...own), before, after)
        if (guarded(before) === guarded(after)) expect(change).not.toThrow()
        else expect(change).toThrow()
        expect(() => refuseBeyondRole(actor('owner'), before, after)).not.toThrow()
      },
    ),
  )
})

test('only what is newly granted asks for a fresh sign-in', () => {
  expect(grantsMoney(['finance'], ['finance', 'manager'])).toBe(false)
  expect(grantsMoney(['finance'], [])).toBe(false)
  expect(grantsMoney(['finance'], ['finance', 'releaser'])).toBe(true)
})

test('the last owner stays an owner', () => {
  const owner = member({ roles: ['owner'] })

  expect(() => refuseLastOwner([owner.id], owner)).toThrow(/last one/)
  expect(() => refuseLastOwner([owner.id, MemberId.parse(uuid(9))], owner)).not.toThrow()
})

test('an admin cannot lock an owner out, and nobody locks themselves out', () => {
  expect(() => refuseAgainstOwner(actor('admin'), member({ roles: ['owner'] }))).toThrow(/Only an owner/)
  expect(() => refuseOwnMembership(actor('owner'), member({ personId: uuid(2) }))).toThrow(/yourself/)
})

test.each([
  ['disabled', disabled, 'invited'],
  ['disabled', disabled, 'disabled'],
  ['enabled', enabled, 'active'],
  ['removed', removed, 'removed'],
] as const)('somebody cannot be %s while %s', (_, change, status) => {
  expect(() => change(member({ status }))).toThrow(/as it is now/)
})

test('the view offers just what would be granted', () => {
  expect(viewOf(member(), actor('auditor')).can).toEqual({
    changeRoles: false,
    inviteAgain: false,
    showLink: false,
    disable: false,
    enable: false,
    remove: false,
  })
  expect(viewOf(member(), actor('admin')).can).toMatchObject({ changeRoles: true, disable: true, remove: true })
  expect(viewOf(member({ roles: ['owner'] }), actor('admin')).can).toMatchObject({
    changeRoles: false,
    remove: false,
  })
  expect(viewOf(member({ personId: uuid(2) }), actor('owner')).can).toMatchObject({ disable: false, remove: false })
  expect(viewOf(member({ status: 'invited', personId: null }), actor('owner')).can).toMatchObject({
    inviteAgain: true,
    disable: false,
    remove: true,
  })
})
