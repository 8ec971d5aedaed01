import { IconAlertCircle } from '@tabler/icons-react'
import type { FieldError } from '#kernel/problem.ts'
import { fieldOf } from '#web/lib/formProblems.ts'
import type { ProblemError } from '#web/lib/problem.ts'
import './ProblemNote.css'

type ProblemNoteProps = Readonly<{
  /** Nothing is shown for none, so a page can pass `command.error` as it is. */
  problem: ProblemError | null | undefined
  /** Tries what was refused again: for views that could not be loaded. */
  onRetry?: () => void
}>

/** A refusal in its own words, announced when it appears; each field it names is a link to that field. */
export const ProblemNote = ({ problem, onRetry }: ProblemNoteProps) => {
  if (!problem) return null
  const reference = problem.status >= 500 ? problem.extras.requestId : undefined
  return (
    <div className="ProblemNote" role="alert">
      <IconAlertCircle size={18} stroke={1.8} aria-hidden className="ProblemNote-icon" />
      <div className="ProblemNote-words">
        <p className="ProblemNote-title">{problem.message}</p>
        {problem.errors.length > 0 ? <FieldErrors errors={problem.errors} /> : null}
        {typeof reference === 'string' ? (
          <p className="ProblemNote-reference">If it happens again, give your admin this reference: {reference}</p>
        ) : null}
        {onRetry ? (
          <button type="button" className="ProblemNote-link" onClick={onRetry}>
            Try again
          </button>
        ) : null}
      </div>
    </div>
  )
}

const FieldErrors = ({ errors }: Readonly<{ errors: readonly FieldError[] }>) => (
  <ul className="ProblemNote-errors">
    {errors.map(({ pointer, detail }) => (
      <li key={`${pointer} ${detail}`}>
        <button type="button" className="ProblemNote-link" onClick={() => focusField(fieldOf(pointer))}>
          {detail}
        </button>
      </li>
    ))}
  </ul>
)

/** Mantine's form marks its inputs by path; plain inputs have a name. A field that is elsewhere stays unfocused. */
const focusField = (field: string): void => {
  const name = CSS.escape(field)
  const found = document.querySelector<HTMLElement>(`[data-path="${name}"], [name="${name}"], [id="${name}"]`)
  found?.focus()
  found?.scrollIntoView({ block: 'center' })
}
