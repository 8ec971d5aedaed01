import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Work } from '#kernel/command.ts'
import type { FileId } from './contract.ts'

const validMs = 5 * 60_000

type Bearer = Pick<Work, 'actor' | 'now' | 'secrets'>

/**
 * A way to one file for one person for five minutes, as `expiry.signature`: nothing has to be stored or swept. It is
 * bound to the proof it was given out under, so that it ends with the session.
 */
export const ticketFor = (work: Bearer, fileId: FileId): Readonly<{ ticket: string; expiresAt: Date }> => {
  const expiresAt = new Date(work.now.getTime() + validMs)
  return {
    ticket: `${expiresAt.getTime()}.${signatureOf(work, fileId, expiresAt.getTime()).toString('base64url')}`,
    expiresAt,
  }
}

export const isTicketFor = (work: Bearer, fileId: FileId, ticket: string | undefined): boolean => {
  const { expiry, signature } = /^(?<expiry>\d{13})\.(?<signature>[\w-]{43})$/.exec(ticket ?? '')?.groups ?? {}
  if (expiry === undefined || signature === undefined || Number(expiry) <= work.now.getTime()) return false
  return timingSafeEqual(Buffer.from(signature, 'base64url'), signatureOf(work, fileId, Number(expiry)))
}

const signatureOf = ({ actor, secrets }: Bearer, fileId: FileId, expiry: number): Buffer =>
  createHmac('sha256', secrets.derive('tickets to protected files'))
    .update([actor.organizationId, actor.personId, actor.confirmedAt?.getTime(), fileId, expiry].join('|'))
    .digest()
