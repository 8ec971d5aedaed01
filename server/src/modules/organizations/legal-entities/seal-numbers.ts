import type { Work } from '#kernel/command.ts'
import { invalidInput } from '#kernel/problem.ts'
import { lastFour, type Place } from '#kernel/secrets.ts'
import type { LegalEntityId, OriginatingAccount } from './contract.ts'
import type { LegalEntity, SealedAccount, SealedNumber } from './legal-entity.ts'

type Vault = Pick<Work, 'tx' | 'secrets'>
type Column = 'ein' | 'bank_account' | 'ach_company_id'

/** Where a number lies: sealed for this row and column, it opens nowhere else. */
const placeOf = ({ tx }: Vault, rowId: LegalEntityId, column: Column): Place => ({
  organizationId: tx.organizationId,
  table: 'legal_entities',
  column,
  rowId,
})

export const sealEin = (vault: Vault, id: LegalEntityId, ein: string): SealedNumber => ({
  sealed: vault.secrets.seal(placeOf(vault, id, 'ein'), ein),
  last4: lastFour(ein),
})

export const openEin = (vault: Vault, id: LegalEntityId, ein: SealedNumber): string =>
  vault.secrets.open(placeOf(vault, id, 'ein'), ein.sealed)

export const sealAccount = (vault: Vault, entity: LegalEntity, account: OriginatingAccount): SealedAccount => {
  const { id } = entity
  const { bankName } = account
  const plain = account.kind === 'us' ? account.accountNumber : account.iban
  const number = { sealed: vault.secrets.seal(placeOf(vault, id, 'bank_account'), plain), last4: lastFour(plain) }
  if (account.kind === 'iban') return { kind: 'iban', bankName, number, bic: account.bic }
  const companyId = account.achCompanyId ?? companyIdFromEin(vault, entity)
  return {
    kind: 'us',
    bankName,
    number,
    routingNumber: account.routingNumber,
    achCompanyId: vault.secrets.seal(placeOf(vault, id, 'ach_company_id'), companyId),
  }
}

/** The usual company id: the digit 1 says that an EIN follows (Nacha Operating Rules, Appendix Three). */
const companyIdFromEin = (vault: Vault, { id, ein }: LegalEntity): string => {
  if (ein) return `1${openEin(vault, id, ein)}`
  throw invalidInput({
    errors: [
      {
        pointer: '#/account/achCompanyId',
        detail: 'Write the company id your bank gave you, or put down the EIN first.',
      },
    ],
  })
}

export type OpenAccount = Readonly<
  { bankName: string } & (
    | { kind: 'us'; routingNumber: string; accountNumber: string; achCompanyId: string }
    | { kind: 'iban'; iban: string; bic: string | null }
  )
>

export const openAccount = (vault: Vault, id: LegalEntityId, account: SealedAccount): OpenAccount => {
  const { bankName } = account
  const number = vault.secrets.open(placeOf(vault, id, 'bank_account'), account.number.sealed)
  if (account.kind === 'iban') return { kind: 'iban', bankName, iban: number, bic: account.bic }
  return {
    kind: 'us',
    bankName,
    routingNumber: account.routingNumber,
    accountNumber: number,
    achCompanyId: vault.secrets.open(placeOf(vault, id, 'ach_company_id'), account.achCompanyId),
  }
}
