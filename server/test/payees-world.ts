import { randomUUID } from 'node:crypto'
import type { Actor } from '#kernel/actor.ts'
import { PersonId } from '#kernel/ids.ts'
import { grantPortalAccess } from '#modules/access/index.ts'
import { addContractor, type ContractorId, changeContractor, viewContractor } from '#modules/directory/contract.ts'
import { requestPayoutMethod, saveMyPayee, verifyPayoutMethod, viewPayee } from '#modules/payees/contract.ts'
import { portland } from './organizations-world.ts'
import { usAccount } from './payments-world.ts'
import type { World } from './world.ts'

let count = 0

/** A contractor on file who does not sign in yet. */
export const onFile = async (w: World, email = `holder-${count++}@example.com`): Promise<ContractorId> =>
  (await w.done(addContractor, w.member('owner'), { displayName: 'Priya Raman', email, country: 'US' })).id

/** The same one, signing in to the portal, and having said who is legally paid. */
export const inPortalWithPayee = async (w: World, contractorId: ContractorId) => {
  const { email } = await w.done(viewContractor, w.member('owner'), { contractorId })
  const personId = PersonId.parse(
    randomUUID()
      .replace(/^(.{14})./, '$17')
      .replace(/^(.{19})./, '$18'),
  )
  // A password would take longer than everything else here, and nobody signs in with it.
  await w.sql('insert into auth.people (id, name, email, email_verified) values ($1, $2, $3, true)', [
    personId,
    'Priya Raman',
    email,
  ])
  await w.work(w.member('owner'), (work) => grantPortalAccess(work, { contractorId, name: 'Priya Raman', email }))
  const actor: Actor = { ...w.member('contractor'), personId, contractorId }
  await w.done(saveMyPayee, actor, { kind: 'person', legalName: 'Priya Raman', address: portland })
  return { contractorId, email, personId, actor }
}
export type Holder = Awaited<ReturnType<typeof inPortalWithPayee>>

/** As time goes by, so that everybody who acts has proved lately that it is them. */
export const fresh = (w: World, actor: Actor): Actor => ({ ...actor, confirmedAt: w.now() })

/** Names an account; gives what has to be said to decide about it. */
export const named = async (w: World, { actor }: Pick<Holder, 'actor'>, account: object) => {
  const payee = await w.done(requestPayoutMethod, fresh(w, actor), { account })
  const method = payee.payoutMethods.find(({ status }) => status === 'pending_verification')!
  return { payoutMethodId: method.id, version: method.version }
}

export const how = 'Called the number on file, Priya said yes'

export const confirmed = async (w: World, holder: Pick<Holder, 'actor'>, account: object) =>
  w.done(verifyPayoutMethod, w.member('finance'), { ...(await named(w, holder, account)), how })

/** An account that nobody else is paid to. */
export const account = () => usAccount(String(70_000_000 + count++))

export const holder = async (w: World): Promise<Holder> => inPortalWithPayee(w, await onFile(w))

/** Paid to an account already: what comes next is a change. */
export const paid = async (w: World) => {
  const one = await holder(w)
  const { id } = await confirmed(w, one, account())
  return { ...one, paidTo: id }
}

/** Paid, and another account confirmed: its three days run. */
export const changing = async (w: World) => {
  const one = await paid(w)
  const next = await confirmed(w, one, account())
  return { ...one, next: { payoutMethodId: next.id, version: next.version } }
}

/** The states of their accounts, the newest first. */
export const statusesOf = async (w: World, { contractorId }: Pick<Holder, 'contractorId'>) => {
  const { payee } = await w.done(viewPayee, w.member('finance'), { contractorId })
  return payee?.payoutMethods.map(({ status }) => status)
}

/** The kinds of mail about their accounts that each of these addresses was sent, in order. */
export const mailsAbout = async (w: World, contractorId: string, ...addresses: readonly string[]) => {
  await w.deliver()
  const rows = await w.sql(
    `select m.to_address, m.kind from outgoing_mails m join payout_methods p on p.id = m.subject_id
     join payees y on y.id = p.payee_id where y.contractor_id = $1 order by m.id`,
    [contractorId],
  )
  return addresses.map((address) => rows.filter(({ to_address }) => to_address === address).map(({ kind }) => kind))
}

/** The staff write another address on the contractor's page. */
export const writeAddress = async (w: World, contractorId: ContractorId, email: string) => {
  const { version, displayName, country } = await w.done(viewContractor, w.member('owner'), { contractorId })
  return w.done(changeContractor, w.member('manager'), { contractorId, version, displayName, country, email })
}

/** Lets the hold of an account end by the database's clock, which is the only one that counts. */
export const endHoldIn = (w: World, payoutMethodId: string, milliseconds: number) =>
  w.sql(`update payout_methods set hold_until = now() + make_interval(secs => $2) where id = $1`, [
    payoutMethodId,
    milliseconds / 1_000,
  ])
