import { problem } from '#kernel/problem.ts'

export const linkEnded = problem(
  'link-ended',
  404,
  'This link no longer works: it was used, replaced by a newer one, or its time is over. Ask for a new one.',
)
export const noOpenInvitation = problem(
  'no-open-invitation',
  409,
  'There is no open invitation: it was accepted, or its time is over. Invite again.',
)
export const invitationOfAnother = problem(
  'invitation-of-another',
  409,
  'Only whoever sent this invitation sees its link. Invite again, and the link is yours to hand over.',
)
export const linkShown = problem('link-shown', 409, 'This link was shown once already. Invite again for a new one.')
export const memberNotFound = problem('member-not-found', 404, 'There is no such member.')
export const sessionNotFound = problem('session-not-found', 404, 'You are not signed in there any more.')
export const nowhereElse = problem('nowhere-else', 404, 'You are signed in nowhere else.')
export const keyNotFound = problem('key-not-found', 404, 'There is no such key.')

export const memberExists = problem('member-exists', 409, 'Somebody with this e-mail address is a member already.')
export const notWhileStatus = problem(
  'not-while-status',
  409,
  'This cannot be done with the membership as it is now.',
)
export const lastOwner = problem('last-owner', 409, 'Make somebody else an owner first: this is the last one.')
export const yourOwnMembership = problem(
  'your-own-membership',
  409,
  'You cannot lock yourself out. Ask another owner or admin to do it.',
)
export const auditorStandsAlone = problem(
  'auditor-stands-alone',
  409,
  'An auditor holds no other role, so that nobody audits their own work.',
)
export const beyondYourRole = problem(
  'beyond-your-role',
  403,
  'Only an owner may give or take the roles owner, finance and releaser, or change an owner.',
)
export const alreadyPortalUser = problem(
  'already-portal-user',
  409,
  'This person already signs in to the portal for another contractor of this organization.',
)

export const weakPassword = problem('weak-password', 422, 'This password would be guessed soon.')
export const signInExists = problem(
  'sign-in-exists',
  422,
  'You already have a sign-in here. Use the password you have.',
)
export const passwordMissing = problem('password-missing', 422, 'Choose a password to sign in with.')
export const scopeNotYours = problem('scope-not-yours', 422, 'A key can do no more than its owner.')

export const wrongSignIn = problem('wrong-sign-in', 401, 'This e-mail address and password do not belong together.')
export const wrongProof = problem('wrong-proof', 422, 'That did not match. Check it and try again.')
export const signInAgain = problem('sign-in-again', 401, 'This took too long. Start signing in again.')
export const tooManyGuesses = problem(
  'too-many-guesses',
  429,
  'Too many tries. Wait a moment, or use a sign-in link by mail.',
)
export const passkeyRefused = problem('passkey-refused', 422, 'This passkey could not be used. Try another way.')
export const signInRefused = problem('sign-in-refused', 422, 'This could not be done. Check it and try again.')
