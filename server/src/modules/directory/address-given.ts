import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { askForAddress, portalPersonFor } from '#modules/access/index.ts'
import type { Contractor } from './contractor.ts'
import { emailTaken } from './problems.ts'
import { contractorsKnownBy } from './store.ts'

type Given = Readonly<{ email: string; asked?: DomainEvent }>

/**
 * The address to put on file now. Whoever signs in keeps theirs until they have confirmed the new one: otherwise mail
 * and sign-in would part ways, and writing an address here would be the first step into somebody's account.
 */
export const addressGiven = async (work: Work, contractor: Contractor, wanted: string): Promise<Given> => {
  if (wanted === contractor.email) return { email: wanted }
  const person = await portalPersonFor(work.tx, contractor.id)
  if (!person || person.email === wanted) return { email: wanted }
  const [holder] = await contractorsKnownBy(work.tx, { emails: [wanted], externalIds: [], hold: false })
  if (holder) throw emailTaken({ errors: [{ pointer: '#/email', detail: 'This address is taken.' }] })
  return {
    email: contractor.email,
    asked: await askForAddress(work, { person, email: wanted, contractorId: contractor.id }),
  }
}
