import { z } from 'zod'
import { event } from '#kernel/event.ts'
import { OrganizationId, PersonId } from '#kernel/ids.ts'
import { Money } from '#kernel/money.ts'
import { readLimits } from './permissions.ts'

export const limitsChanged = event(
  'approvals.limits-changed',
  'changed how much a member may approve',
  z.object({ personId: PersonId, limits: z.array(Money) }),
)

export const policyChanged = event(
  'approvals.policy-changed',
  'changed from which amount on two people approve',
  z.object({ organizationId: OrganizationId, policyVersion: z.int(), secondAbove: z.array(Money) }),
  { needs: readLimits },
)
