import type { z } from 'zod'
import type { PlainDate } from '#kernel/dates.ts'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import type { ContractorId, RateId } from '#modules/directory/ids.ts'
import { rateExists, rateNotFound } from '#modules/directory/problems.ts'
import type { DirectoryTables } from '#modules/directory/tables.ts'
import { RateView } from './contract.ts'
import { ratesOn } from './rate.ts'

const db = (tx: Tx) => tx.withTables<DirectoryTables>()

const list: Statement = {
  name: 'directory.rates',
  text: `select id, unit, money_json(amount_minor, currency) as price, valid_from as "validFrom"
    from contractor_rates where organization_id = $1 and contractor_id = $2
    order by valid_from desc, unit limit 500`,
}

/** Every rate of a contractor, the newest first. */
export const ratesOf = async (tx: Tx, contractorId: ContractorId): Promise<readonly RateView[]> => {
  const rows = await tx.named<z.input<typeof RateView>>(list, [tx.organizationId, contractorId])
  return rows.map((row) => RateView.decode(row))
}

/** What a contractor costs by this unit on a day, if that was agreed. */
export const rateOn = async (
  tx: Tx,
  contractorId: ContractorId,
  unit: RateView['unit'],
  day: PlainDate,
): Promise<RateView | undefined> => ratesOn(await ratesOf(tx, contractorId), day).find((rate) => rate.unit === unit)

export const insertRate = async (tx: Tx, contractorId: ContractorId, rate: RateView): Promise<void> => {
  const { id, unit, price, validFrom } = rate
  await db(tx)
    .insertInto('contractor_rates')
    .values({
      organization_id: tx.organizationId,
      id,
      contractor_id: contractorId,
      unit,
      amount_minor: price.minor,
      currency: price.currency,
      valid_from: validFrom,
    })
    .execute()
    .catch(refusing('one_rate_per_unit_and_start', dayTaken))
}

const dayTaken = () => rateExists({ errors: [{ pointer: '#/validFrom', detail: 'Choose another day.' }] })

export const deleteRate = async (tx: Tx, contractorId: ContractorId, rateId: RateId): Promise<RateView> => {
  const rate = (await ratesOf(tx, contractorId)).find(({ id }) => id === rateId)
  if (!rate) throw rateNotFound({ rateId })
  await db(tx)
    .deleteFrom('contractor_rates')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', rateId)
    .execute()
  return rate
}
