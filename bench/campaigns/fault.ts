import { setTimeout as sleep } from 'node:timers/promises'
import { addContractor, viewContractor } from '#modules/directory/contract.ts'
import type { Answer, Ask, Caller } from './caller.ts'
import type { Company } from './company.ts'
import type { Install } from './install.ts'
import { lost } from './kept-checks.ts'
import type { Kept } from './writers.ts'

/** Where faults are let loose: an install that works, with people who are signed in. */
export type Scene = Readonly<{ install: Install; company: Company; caller: Caller }>

/** What was seen of one fault: the sentence that was said, and everything that was not as promised. */
export type Seen = Readonly<{ fault: string; said: string; faults: readonly string[] }>

let count = 0

/** One more contractor on file; the work that must go on. */
export const oneMore = ({ company }: Scene): Ask => {
  count += 1
  const input = { displayName: `Kim ${count}`, email: `kim${count}@example.com`, country: 'US' }
  return { by: company.members.omar, endpoint: addContractor, input, key: `kim-${count}` }
}

/** Acknowledged before the fault, to be found afterwards. */
export const keep = async (scene: Scene, times: number): Promise<readonly Kept[]> => {
  const kept: Kept[] = []
  for (let time = 0; time < times; time += 1) {
    const ask = oneMore(scene)
    const { status, text } = await scene.caller.insist(ask)
    if (status !== 200) throw new Error(`Before the fault ${ask.endpoint.name} was answered with ${status}: ${text}`)
    kept.push({ by: ask.by, text, view: { endpoint: viewContractor, idName: 'contractorId' } })
  }
  return kept
}

export const stillThere = ({ caller, company }: Scene, kept: readonly Kept[]): Promise<readonly string[]> =>
  lost(caller, company.members.maya, kept)

/** What a refusal says on the screen, in the form every refusal has; a fault when it is anything else. */
export const plainAnswer = (
  answer: Answer | undefined,
  statuses: readonly number[],
): Readonly<{ said: string; faults: readonly string[] }> => {
  if (!answer) return { said: '', faults: ['The connection broke instead of an answer.'] }
  if (!statuses.includes(answer.status))
    return { said: '', faults: [`The answer was ${answer.status}: ${answer.text}`] }
  const { title } = JSON.parse(answer.text) as { title?: string }
  return title && isPlain(title) ? { said: title, faults: [] } : { said: '', faults: [`Not plain: ${answer.text}`] }
}

/** A line that a person can act on: no stack, no JSON, no name of an exception. */
export const isPlain = (line: string): boolean => /^[A-Z].*\.$/.test(line) && !/Error|at file:|[{}]/.test(line)

/** Ended with one plain line and nothing else. */
export const oneSentence = (lines: readonly string[]): readonly string[] =>
  lines.length === 1 && lines.every(isPlain) ? [] : [`Instead of one plain sentence: ${lines.join(' / ')}`]

export const within = async (seconds: number, isSo: () => Promise<boolean>): Promise<boolean> => {
  const giveUpAt = performance.now() + seconds * 1_000
  while (performance.now() < giveUpAt) {
    if (await isSo().catch(() => false)) return true
    await sleep(200)
  }
  return false
}
