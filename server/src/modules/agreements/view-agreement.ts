import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { viewOfAgreement, viewOfMyAgreement } from './agreement-view.ts'
import * as contract from './contract.ts'
import { readAgreements, signOwnAgreements } from './permissions.ts'
import { agreementFor, agreementsFor } from './store.ts'

export const listAgreements = query(contract.listAgreements)({
  allow: (actor) => may(actor, readAgreements),
  read: ({ tx, actor }, page) => agreementsFor(actor, tx, page),
})

export const viewAgreement = query(contract.viewAgreement)({
  allow: (actor) => may(actor, readAgreements),
  read: async (work, { agreementId }) => viewOfAgreement(work, await agreementFor(work.actor, work.tx, agreementId)),
})

export const listMyAgreements = query(contract.listMyAgreements)({
  allow: (actor) => may(actor, signOwnAgreements) && actor.contractorId !== undefined,
  read: ({ tx, actor }, page) =>
    agreementsFor(actor, tx, { ...page, contractorId: actor.contractorId, sentOnly: true }),
})

export const viewMyAgreement = query(contract.viewMyAgreement)({
  allow: (actor) => may(actor, signOwnAgreements),
  read: async (work, { agreementId }) =>
    viewOfMyAgreement(work, await agreementFor(work.actor, work.tx, agreementId)),
})
