import { afterAll, beforeAll, expect, test } from 'vitest'
import { money } from '#kernel/money.ts'
import { LedgerEntryId } from '#modules/payments/ids.ts'
import { invoiceApproved } from '#modules/payments/ledger.ts'
import { booksOf, type Payer, payer } from '#test/payments-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { postEntries } from './store.ts'

let w: World
let northwind: Payer
beforeAll(async () => {
  w = await createWorld()
  northwind = await payer(w)
})
afterAll(() => w.close())

const booking = (subjectId: string) => {
  const amount = money(100n, 'USD')
  const act = { legalEntityId: northwind.legalEntityId, payeeId: subjectId, amount }
  const entry = invoiceApproved({ ...act, id: w.runtime.outside.newId(LedgerEntryId) })
  return { kind: 'invoice_approved', subjectId, entry } as const
}
const someId = () => w.runtime.outside.newId(LedgerEntryId)
const post = (...bookings: ReturnType<typeof booking>[]) =>
  w.work(w.member(), ({ tx, now }) => postEntries(tx, bookings, now))

test('an entry that does not add up never reaches the books, whoever writes it', async () => {
  const { entry, ...rest } = booking(someId())
  const [debit, credit] = entry.postings
  const lopsided = { ...entry, postings: [debit!, { ...credit!, amount: money(-99n, 'USD') }] }

  await expect(post({ ...rest, entry: lopsided })).rejects.toThrow('does not add up to zero')
})

test('an entry balances in each currency by itself', async () => {
  const { entry, ...rest } = booking(someId())
  const [debit, credit] = entry.postings
  const account = { ...credit!.account, currency: 'EUR' }
  const mixed = { ...entry, postings: [debit!, { account, amount: money(-100n, 'EUR') }] }

  await expect(post({ ...rest, entry: mixed })).rejects.toThrow('does not add up to zero')
})

test('an entry with no postings or one is refused', async () => {
  const { entry, ...rest } = booking(someId())

  await expect(post({ ...rest, entry: { ...entry, postings: [] } })).rejects.toThrow('does not add up to zero')
})

test('nothing can be put into an entry afterwards that would unbalance it', async () => {
  const { entry, ...rest } = booking(someId())
  await post({ entry, ...rest })

  await expect(
    w.sql(`insert into ledger_postings values ($1, $2, 3, $3, 'bank', $3, 'USD', 5)`, [
      w.northwind,
      entry.id,
      northwind.legalEntityId,
    ]),
  ).rejects.toThrow('does not add up to zero')
})

test('an effect is booked once', async () => {
  const subjectId = someId()
  await post(booking(subjectId))

  await expect(post(booking(subjectId))).rejects.toMatchObject({ slug: 'already-booked' })
})

test.each(['ledger_entries', 'ledger_postings', 'bank_files', 'payment_schedules'])(
  'neither the application nor its owner changes or removes anything in %s',
  async (table) => {
    const asApp = (text: string) => w.runtime.db.pool.query(text)

    await expect(asApp(`update ${table} set organization_id = organization_id`)).rejects.toThrow('permission denied')
    await expect(asApp(`delete from ${table}`)).rejects.toThrow('permission denied')
    await expect(asApp(`truncate ${table}`)).rejects.toThrow('permission denied')
    await expect(asApp(`alter table ${table} disable trigger all`)).rejects.toThrow('must be owner')
    await expect(w.sql(`truncate ${table} cascade`)).rejects.toThrow('keeps what happened')
  },
)

test('a thousand entries go in at once and come to nothing', async () => {
  await post(...Array.from({ length: 1_000 }, () => booking(someId())))

  expect(await booksOf(w)).toEqual([])
})
