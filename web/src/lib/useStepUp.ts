import { createContext, useContext } from 'react'
import { ProblemError } from '#web/lib/problem.ts'

/** Resolves true once the person has shown again that it is them, false when they would rather not. */
export type StepUp = (problem: ProblemError) => Promise<boolean>

const nobodyAsks: StepUp = () => Promise.resolve(false)

export const StepUpContext = createContext<StepUp>(nobodyAsks)

/** Asks the person to confirm that it is them. `useCommand` does so by itself; only what goes around it needs this. */
export const useStepUp = (): StepUp => useContext(StepUpContext)

/** Runs something, and once more after a confirmation if that is what it was refused for. */
export const withStepUp = async <Result>(stepUp: StepUp, run: () => Promise<Result>): Promise<Result> => {
  try {
    return await run()
  } catch (thrown) {
    if (!(thrown instanceof ProblemError) || !isMendedByStepUp(thrown)) throw thrown
    if (!(await stepUp(thrown))) throw thrown
    return await run()
  }
}

/** A confirmation that ran out, or a session that did: a dialog mends both, and what was typed stays on the screen. */
const isMendedByStepUp = ({ slug }: ProblemError): boolean =>
  slug === 'step-up-required' || slug === 'unauthenticated'
