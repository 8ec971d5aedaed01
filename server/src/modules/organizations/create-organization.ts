import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import type { NewOrganization } from './contract.ts'
import { organizationCreated } from './events.ts'
import { insertOrganization } from './store.ts'

/** Called by whoever sets an organization up (`access`), inside the new organization's own transaction. */
export const createOrganization = async ({ tx, now }: Work, organization: NewOrganization): Promise<DomainEvent> => {
  await insertOrganization(tx, organization, now)
  const { name, slug } = organization
  return organizationCreated({ organizationId: tx.organizationId, name, slug })
}
