import type { ProblemError } from '#web/lib/problem.ts'

/** `#/lines/0/quantity` is the form's field `lines.0.quantity` (RFC 6901 pointer to Mantine path). */
export const fieldOf = (pointer: string): string =>
  pointer
    .replace(/^#?\/?/, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')

/** A refusal's field errors, ready for `form.setErrors`. The first sentence about a field is the one shown under it. */
export const formProblems = (problem: ProblemError): Readonly<Record<string, string>> =>
  Object.fromEntries([...problem.errors].reverse().map(({ pointer, detail }) => [fieldOf(pointer), detail]))
