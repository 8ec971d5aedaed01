import type { AssignmentStatus, AssignmentView } from '#modules/work/contract.ts'

export type MoveTo = 'draft' | 'active' | 'paused' | 'completed' | 'closed' | 'cancelled'

export type Move = Readonly<{
  to: MoveTo
  /** On the button. */
  act: string
  title: string
  /** What will happen. */
  says: string
  label: string
  tone: 'plain' | 'danger'
}>

/** What a press of the button does, in words, for each state it may lead to from here. */
export const movesOf = (assignment: AssignmentView): readonly Move[] =>
  assignment.can.moveTo.flatMap((to) => {
    const words = isMoveTo(to) ? wordsFor[to](assignment) : undefined
    return words ? [{ ...words, to: words.to }] : []
  })

const isMoveTo = (to: AssignmentStatus): to is MoveTo => to in wordsFor

type About = Pick<AssignmentView, 'title' | 'contractorName' | 'status'>

const why = 'Why? It goes on the record.'

const wordsFor: Readonly<Record<MoveTo, (about: About) => Move>> = {
  draft: ({ title, contractorName, status }) => ({
    to: 'draft',
    act: status === 'offered' ? 'Take the offer back' : 'Make it a draft again',
    title: status === 'offered' ? 'Take the offer back?' : `Draft “${title}” again?`,
    says:
      status === 'offered'
        ? `${contractorName} can no longer accept it and is told so. You can change it and offer it again.`
        : `You can change it and offer it to ${contractorName} again.`,
    label: why,
    tone: 'plain',
  }),
  active: ({ title, contractorName, status }) => ({
    to: 'active',
    act: status === 'completed' ? 'Not completed after all' : 'Resume',
    title: `Go on with “${title}”?`,
    says: `${contractorName} goes on working.`,
    label: why,
    tone: 'plain',
  }),
  paused: ({ title, contractorName }) => ({
    to: 'paused',
    act: 'Pause',
    title: `Pause “${title}”?`,
    says: `${contractorName} is told to stop for now. What was done so far can be invoiced.`,
    label: why,
    tone: 'plain',
  }),
  completed: ({ title, contractorName }) => ({
    to: 'completed',
    act: 'Complete',
    title: `Is “${title}” completed?`,
    says: `You confirm that the work is done. ${contractorName} can still invoice what is left.`,
    label: 'A word on how it went. It goes on the record.',
    tone: 'plain',
  }),
  closed: ({ title }) => ({
    to: 'closed',
    act: 'Close',
    title: `Close “${title}” for good?`,
    says: 'It cannot be opened again. What was done and is not invoiced yet can still be invoiced.',
    label: why,
    tone: 'danger',
  }),
  cancelled: ({ title, contractorName, status }) => ({
    to: 'cancelled',
    act: 'Cancel the work',
    title: `Cancel “${title}”?`,
    says: hasBegun(status)
      ? `It ends at once and cannot be opened again. ${contractorName} can invoice nothing more on it.`
      : `It cannot be opened again. ${status === 'draft' ? 'Nobody outside has seen it.' : `${contractorName} is told so.`}`,
    label: why,
    tone: 'danger',
  }),
}

const hasBegun = (status: AssignmentStatus): boolean => status === 'active' || status === 'paused'
