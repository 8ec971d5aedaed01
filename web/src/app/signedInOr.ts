import { redirect } from '@tanstack/react-router'
import { ProblemError } from '#web/lib/problem.ts'

/** Waits for what only somebody signed in may see; a stranger goes to the sign-in and comes back here afterwards. */
export const signedInOr = async <Answer>(
  here: Readonly<{ href: string }>,
  asked: Promise<Answer>,
): Promise<Answer> => {
  try {
    return await asked
  } catch (thrown) {
    if (thrown instanceof ProblemError && thrown.slug === 'unauthenticated') {
      throw redirect({ to: '/sign-in', search: here.href === '/' ? {} : { next: here.href } })
    }
    throw thrown
  }
}
