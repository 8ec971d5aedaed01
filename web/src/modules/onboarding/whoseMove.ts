import type { Blocker } from '#kernel/blocker.ts'

const words: Readonly<Record<Blocker['owner'], string>> = {
  contractor: 'Waits for the contractor',
  manager: 'Waits for the manager',
  finance: 'Waits for finance',
  releaser: 'Waits for whoever releases payments',
  legal: 'Waits for legal',
  admin: 'Waits for an admin',
  owner: 'Waits for the owner',
  nobody: 'Waits for nobody',
}

/** Whose move it is, as a sentence that "since …" can follow. */
export const whoseMove = (owner: Blocker['owner']): string => words[owner]
