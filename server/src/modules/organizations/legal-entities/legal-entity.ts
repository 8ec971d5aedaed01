import { type Actor, may } from '#kernel/actor.ts'
import { canonicalJson } from '#kernel/canonical-json.ts'
import type { PostalAddress } from '#kernel/postal-address.ts'
import type { Sealed } from '#kernel/secrets.ts'
import { changeAccounts, changeLegalEntities, reveal } from '#modules/organizations/permissions.ts'
import { legalEntityArchived } from '#modules/organizations/problems.ts'
import type { LegalEntityId, LegalEntityView } from './contract.ts'

/** A number that lies sealed, and what may be shown of it. */
export type SealedNumber = Readonly<{ sealed: Sealed; last4: string }>

export type SealedAccount = Readonly<
  { bankName: string; number: SealedNumber } & (
    | { kind: 'us'; routingNumber: string; achCompanyId: Sealed }
    | { kind: 'iban'; bic: string | null }
  )
>

export type LegalEntity = Readonly<{
  id: LegalEntityId
  name: string
  address: PostalAddress
  currency: string
  ein: SealedNumber | null
  account: SealedAccount | null
  archivedAt: Date | null
  version: number
}>

/** What is archived stays as it was when it last signed or paid. */
export const beInUse = (entity: LegalEntity): LegalEntity => {
  if (entity.archivedAt) throw legalEntityArchived()
  return entity
}

export const changedIn = (before: LegalEntity, after: LegalEntity): string[] =>
  (['name', 'address', 'currency'] as const).filter(
    (field) => canonicalJson(before[field]) !== canonicalJson(after[field]),
  )

export const legalEntityView = (entity: LegalEntity, actor: Actor): LegalEntityView => {
  const { id, name, address, currency, ein, account, archivedAt, version } = entity
  const inUse = archivedAt === null
  return {
    id,
    name,
    address,
    currency,
    einLast4: ein?.last4 ?? null,
    account: account && {
      kind: account.kind,
      bankName: account.bankName,
      routingNumber: account.kind === 'us' ? account.routingNumber : null,
      bic: account.kind === 'iban' ? account.bic : null,
      last4: account.number.last4,
    },
    archived: !inUse,
    version,
    can: {
      change: inUse && may(actor, changeLegalEntities),
      changeAccount: inUse && may(actor, changeAccounts),
      reveal: may(actor, reveal),
    },
  }
}
