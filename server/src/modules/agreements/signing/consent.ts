import type { ConsentView } from './contract.ts'

/**
 * What people agree to before they sign on a screen: 15 U.S.C. 7001(c) asks for the right to paper and to withdraw, the
 * scope, what is needed to read the document and how to get a copy. A change of these words needs another version.
 */
export const consent: ConsentView = {
  version: '2026-11',
  text: [
    'I want to sign this agreement electronically. My electronic signature binds me as one on paper would.',
    'This covers this agreement only. Until I sign I can ask the organization for paper instead, or change my mind, at no',
    'cost and without any other consequence than that signing takes longer.',
    'I need a browser and a program that shows PDF files to read it; I could open and read it with what I have.',
    'I can download the agreement now and the sealed copy at any time later.',
  ].join(' '),
}

const past: readonly ConsentView[] = []

/** The words behind a version that somebody agreed to, for the certificate. */
export const consentOf = (version: string): ConsentView => {
  const known = [consent, ...past].find((words) => words.version === version)
  if (!known) throw new Error('An agreement was signed under a consent that nobody remembers.')
  return known
}
