import type { Work } from '#kernel/command.ts'
import { addDays, type PlainDate } from '#kernel/dates.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { todayOf } from '#modules/organizations/index.ts'
import { type Agreement, send } from './agreement.ts'
import { compose, hashOf } from './compose.ts'
import { type NewAgreement, openDraft } from './draft-agreement.ts'
import { agreementSent } from './events.ts'
import { agreementIncomplete } from './problems.ts'
import { saveAgreement } from './store.ts'
import { templateVersionOf } from './templates/store.ts'

type Sent = Readonly<{ agreement: Agreement; event: DomainEvent }>
type Until = Readonly<{ expiresOn?: PlainDate | undefined }>

/** Fixes the text and its hash. What is not known yet keeps it here: nothing with a gap is ever sent. */
export const fixAndSend = async (work: Work, draft: Agreement, { expiresOn }: Until): Promise<Sent> => {
  const { tx, actor, causedBy, now } = work
  const template = await templateVersionOf(tx, draft.templateId, draft.templateVersion)
  const { content, missing } = await compose(work, template, draft)
  if (missing.length > 0) throw agreementIncomplete({ errors: missing })
  const today = await todayOf(work)
  const contentSha256 = hashOf(content)
  const sent = send(draft, {
    ...{ content, contentSha256, sentBy: causedBy ?? actor.personId, today, now },
    expiresOn: expiresOn ?? addDays(today, template.daysToSign),
  })
  const { id: agreementId, contractorId, engagementId, title } = draft
  const until = { expiresOn: sent.expiresOn ?? today, contentSha256 }
  return {
    agreement: await saveAgreement(tx, sent),
    event: agreementSent({ agreementId, contractorId, engagementId, title, ...until }),
  }
}

/**
 * Sends an agreement in one step: called by whoever asks for it in the course of something larger, such as onboarding,
 * who has asked for the permission and records the event.
 */
export const sendAgreement = async (work: Work, wanted: NewAgreement & Until): Promise<Sent> => {
  const { expiresOn, ...draft } = wanted
  return fixAndSend(work, await openDraft(work, draft), { expiresOn })
}
