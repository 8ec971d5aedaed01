import { useState } from 'react'
import { asProblem, type ProblemError } from '#web/lib/problem.ts'

export type Attempt = Readonly<{
  pending: boolean
  problem: ProblemError | undefined
  run: (act: () => Promise<void>) => Promise<void>
}>

/** For what is no command, such as signing in: runs it, remembers that it runs, and what refused it. */
export const useAttempt = (): Attempt => {
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<ProblemError>()
  const run = async (act: () => Promise<void>) => {
    setPending(true)
    setProblem(undefined)
    try {
      await act()
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setPending(false)
    }
  }
  return { pending, problem, run }
}
