import type { Actor } from '#kernel/actor.ts'
import {
  addContractor,
  addContractorType,
  addEngagement,
  addRate,
  type ContractorView,
} from '#modules/directory/contract.ts'
import type { World } from './world.ts'

let people = 0

/** A contractor on file as a draft. Every call makes another one. */
export const aContractor = (w: World, profile: Readonly<Record<string, unknown>> = {}): Promise<ContractorView> => {
  people += 1
  return w.done(addContractor, w.member('owner'), {
    displayName: `Contractor ${people}`,
    email: `contractor-${people}@example.com`,
    country: 'US',
    ...profile,
  })
}

/** The same contractor, signed in to the portal. */
export const inPortal = (w: World, { id }: Readonly<{ id: string }>): Actor => ({
  ...w.member('contractor'),
  contractorId: id,
})

/** Brings a contractor into a state past the steps that lead there: for tests about what follows from the state. */
export const inStatus = async (w: World, { id }: Readonly<{ id: string }>, status: string): Promise<void> => {
  await w.sql('alter table contractors disable trigger only_legal_transitions')
  await w.sql('update contractors set status = $2, version = version + 1 where id = $1', [id, status])
  await w.sql('alter table contractors enable trigger only_legal_transitions')
}

export const anEngagement = async (w: World, contractor: Readonly<{ id: string }>, legalEntityId: string) =>
  w.done(addEngagement, w.member('owner'), {
    contractorId: contractor.id,
    legalEntityId,
    startsOn: '2026-12-01',
  })

export const aContractorType = (w: World, name: string) => w.done(addContractorType, w.member('owner'), { name })

export const aRate = (w: World, { id }: Readonly<{ id: string }>, amount: string, validFrom: string) =>
  w.done(addRate, w.member('owner'), {
    contractorId: id,
    unit: 'hour',
    price: { amount, currency: 'USD' },
    validFrom,
  })
