import type { Blocker } from '#kernel/blocker.ts'
import { dayInWords, type PlainDate } from '#kernel/dates.ts'
import type { PaymentFacts } from './store.ts'

type Asked = Readonly<{ facts: PaymentFacts; today: PlainDate }>

/** What the calendar and the runs say. Pure: everything it knows, it is given. */
export const paymentBlockers = (asked: Asked): readonly Blocker[] =>
  [notYetDue(asked), inRun(asked)].filter((blocker) => blocker !== undefined)

const notYetDue = ({ facts: { payable, live }, today }: Asked): Blocker | undefined =>
  !payable || live || payable.dueOn <= today
    ? undefined
    : {
        code: 'payments.not-due',
        sentence: `It falls due on ${dayInWords(payable.dueOn)}.`,
        owner: 'nobody',
        since: payable.openedAt,
        by: payable.dueOn,
        clears: { label: 'See what is due', path: '/payments' },
      }

const moveOf = { open: 'finance', locked: 'releaser', approved: 'releaser' } as const

const inRun = ({ facts: { live } }: Asked): Blocker | undefined => {
  if (!live || live.sentAt) return undefined
  const { runId, runNumber, runStatus, payOn, preparedAt } = live
  return {
    code: 'payments.in-run',
    sentence: `It is in pay run ${runNumber}, which pays on ${dayInWords(payOn)}.`,
    owner: runStatus === 'locked' || runStatus === 'approved' ? moveOf[runStatus] : moveOf.open,
    since: preparedAt,
    by: payOn,
    clears: { label: 'Open the pay run', path: `/pay-runs/${runId}` },
  }
}
