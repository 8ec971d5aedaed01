import { getRouteApi } from '@tanstack/react-router'
import { z } from 'zod'
import { Currency } from '#kernel/money.ts'
import { LegalEntityId } from '#modules/organizations/contract.ts'
import { LedgerAccountKind } from '#modules/payments/contract.ts'
import { NotFoundPage } from '#web/app/NotFoundPage.tsx'
import { LedgerEntries } from '#web/modules/payments/LedgerEntries.tsx'

const route = getRouteApi('/$organization/staff/payments/ledger/$legalEntityId/$kind/$ownerId/$currency')

const Account = z.object({
  legalEntityId: LegalEntityId,
  kind: LedgerAccountKind,
  ownerId: z.uuid(),
  currency: Currency,
})

/** One account of the books, as its address names it. */
export const LedgerAccountPage = () => {
  const params = route.useParams()
  const account = Account.safeParse(params)
  return account.success ? <LedgerEntries account={account.data} /> : <NotFoundPage />
}
