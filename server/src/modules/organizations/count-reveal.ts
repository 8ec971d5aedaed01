import type { Work } from '#kernel/command.ts'
import { todayOf } from './organization-of.ts'
import { countOneReveal } from './store.ts'

/**
 * Counts one look at a sealed value, in the transaction that shows it. A stolen session cannot read through everything:
 * after 20 a day it is over, whichever module holds the value.
 */
export const countReveal = async (work: Pick<Work, 'tx' | 'now' | 'actor'>): Promise<void> =>
  countOneReveal(work.tx, work.actor.personId, await todayOf(work))
