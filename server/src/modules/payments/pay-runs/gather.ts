import { type HoldSources, summaryOf } from '#modules/payments/holds/hold-sources.ts'
import type { PayMethod } from './contract.ts'
import type { LeftOut } from './left-out-store.ts'
import type { NewPayment, Picked } from './pick-store.ts'

type Free = Picked &
  Readonly<{ payeeId: string; payoutMethodId: string; payoutMethodVersion: number; holds: readonly [] }>

/** Parts what can be paid in a run from what cannot, with the reason. */
export const sift = (
  picked: readonly Picked[],
  { sources, method }: Readonly<{ sources: HoldSources; method: PayMethod }>,
): Readonly<{ free: readonly Free[]; held: readonly LeftOut[] }> => {
  const free: Free[] = []
  const held: LeftOut[] = []
  for (const each of picked) {
    const { payeeId, payoutMethodId, payoutMethodVersion, payableId } = each
    const holds = [...each.holds, ...railOf(each, method)]
    if (holds.length > 0 || payeeId === null || payoutMethodId === null || payoutMethodVersion === null)
      held.push({ payableId, reason: summaryOf(sources, holds) })
    else free.push({ ...each, payeeId, payoutMethodId, payoutMethodVersion, holds: [] })
  }
  return { free, held }
}

/** ACH reaches American accounts only. */
const railOf = ({ accountKind }: Picked, method: PayMethod): readonly string[] =>
  method === 'nacha' && accountKind === 'iban' ? ['payments.other-rail'] : []

type Naming = Readonly<{ newId: () => NewPayment['id']; runNumber: number }>

/** One payment for each payee over everything that is owed to them. The reference fits where banks have least room. */
export const paymentsFor = (free: readonly Free[], { newId, runNumber }: Naming): readonly NewPayment[] =>
  [...Map.groupBy(free, ({ payeeId }) => payeeId).values()].flatMap((owed, at) => {
    const [first] = owed
    if (first === undefined) return []
    const { contractorId, payeeId, payoutMethodId, payoutMethodVersion } = first
    return [
      {
        id: newId(),
        reference: `R${runNumber}-${at + 1}`,
        contractorId,
        payeeId,
        payoutMethodId,
        payoutMethodVersion,
        minor: owed.reduce((sum, { minor }) => sum + minor, 0n),
        lines: owed.map(({ payableId, minor }) => ({ payableId, minor })),
      },
    ]
  })
