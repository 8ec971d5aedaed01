import { createContext, useContext } from 'react'
import { organizationInPath } from '#web/lib/organizationInPath.ts'
import { forgetWhere } from '#web/lib/useRemembered.ts'

/** Whose drafts these are. Undefined where nobody is signed in: then nothing that is typed is kept. */
export const DraftsOf = createContext<string | undefined>(undefined)

/**
 * Under which name a form keeps what is typed: of this person and this organization. Another person who signs in in the
 * same browser must never be shown it: it may be a tax form.
 */
export const useDraftName = (name: string | undefined): string | undefined => {
  const personId = useContext(DraftsOf)
  const organization = organizationInPath(window.location.pathname) ?? ''
  return personId === undefined || name === undefined ? undefined : `${ownOf(personId)}${organization}.${name}`
}

/** Somebody is signed in: what others have left in this browser goes, as it does when they sign out. */
export const forgetDraftsOfOthers = (personId: string): void =>
  forgetWhere((name) => name.startsWith(allDrafts) && !name.startsWith(ownOf(personId)))

export const forgetDrafts = (): void => forgetWhere((name) => name.startsWith(allDrafts))

const allDrafts = 'draft.'
const ownOf = (personId: string): string => `${allDrafts}${personId}.`
