import type { Blocker } from '#kernel/blocker.ts'
import type { Work } from '#kernel/command.ts'
import type { Statement } from '#kernel/db.ts'
import type { Held, HoldWords, PaymentHolds } from '#kernel/holds.ts'
import { modulesOff } from '#modules/organizations/index.ts'

/** The views and words of the modules that are on: what one that is off would say stops nobody. */
export type HoldSources = Readonly<{
  /** Tells apart which modules are on, for the names of statements. */
  key: string
  views: readonly Pick<PaymentHolds, 'view' | 'by'>[]
  wordsFor: (code: string) => HoldWords
}>

export const holdSources = async ({ tx, modules }: Pick<Work, 'tx' | 'modules'>): Promise<HoldSources> => {
  const off = await modulesOff(tx)
  const on = modules.paymentHolds.map(({ module }) => !off.includes(module))
  const sources = modules.paymentHolds.filter((_, index) => on[index])
  const words = Object.assign({}, ...modules.paymentHolds.map((source) => source.words)) as Record<string, HoldWords>
  return {
    key: on.map((isOn) => (isOn ? 1 : 0)).join(''),
    views: sources,
    wordsFor: (code) => {
      const said = words[code]
      if (!said) throw new Error(`No module has words for ${code}.`)
      return said
    },
  }
}

const meets: Readonly<Record<PaymentHolds['by'], string>> = {
  contractor: 'h.contractor_id = asked.contractor_id',
  engagement: `h.contractor_id = asked.contractor_id
    and (h.engagement_id is null or h.engagement_id = asked.engagement_id)`,
  invoice: 'h.invoice_id = asked.invoice_id',
}

/** SQL: every reason that holds what a CTE `asked (invoice_id, contractor_id, engagement_id)` is about. */
export const reasons = ({ views }: HoldSources): string =>
  views
    .map(
      (
        { view, by },
        place,
      ) => `select asked.invoice_id, asked.contractor_id, ${place} as place, h.code, h.since, h.by_day,
      h.detail from asked join ${view} h on h.organization_id = $1 and ${meets[by]}`,
    )
    .join('\n union all ')

/** SQL: the codes alone, one row for each invoice that is held. */
export const heldCodes = (sources: HoldSources): string =>
  `select invoice_id, array_agg(code order by place, code) as codes from (${reasons(sources)}) as reasons group by invoice_id`

const made = new Map<string, Statement>()

/** A statement over the views of the modules that are on: one for each set of them. */
export const holdStatement =
  (name: string, text: (sources: HoldSources) => string) =>
  (sources: HoldSources): Statement => {
    const full = `${name}-${sources.key}`
    const known = made.get(full) ?? { name: full, text: text(sources) }
    made.set(full, known)
    return known
  }

export const blockerFrom = ({ wordsFor }: HoldSources, held: Held): Blocker => {
  const { owner, tell } = wordsFor(held.code)
  return { code: held.code, owner, since: held.since, by: held.by, ...tell(held) }
}

/** The sentences kept with a run for what stayed out of it. */
export const summaryOf = ({ wordsFor }: HoldSources, codes: readonly string[]): string =>
  codes.map((code) => wordsFor(code).summary).join(' ')
