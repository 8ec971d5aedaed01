import type { Blocker } from '#kernel/blocker.ts'
import { dayInWords, type PlainDate } from '#kernel/dates.ts'
import type { Invoice } from '#modules/invoices/index.ts'
import type { PaymentFacts } from './store.ts'

type Asked = Readonly<{ invoice: Pick<Invoice, 'contractorId' | 'currency'>; facts: PaymentFacts; today: PlainDate }>

/** What the accounts and the calendar say. Pure: everything it knows, it is given. */
export const paymentBlockers = (asked: Asked): readonly Blocker[] =>
  [noBank(asked), otherCurrency(asked), accountReturned(asked), notYetDue(asked), inRun(asked)].filter(
    (blocker) => blocker !== undefined,
  )

const noBank = ({ facts: { hasBank, legalEntityName, payable } }: Asked): Blocker | undefined =>
  hasBank || !payable
    ? undefined
    : {
        code: 'payments.no-originating-account',
        sentence: `${legalEntityName} has no bank account to pay from.`,
        owner: 'finance',
        since: payable.openedAt,
        by: payable.dueOn,
        clears: { label: 'Put down the account', path: '/settings/legal-entities' },
      }

const otherCurrency = ({ invoice, facts: { account, payable } }: Asked): Blocker | undefined =>
  !account || account.currency === invoice.currency
    ? undefined
    : {
        code: 'payments.other-currency',
        sentence: `The account ending in ${account.last4} takes ${account.currency}, and the invoice is in ${invoice.currency}.`,
        owner: 'contractor',
        since: payable?.openedAt ?? account.since,
        by: payable?.dueOn ?? null,
        clears: { label: `Add an account in ${invoice.currency}`, path: '/portal/payout' },
      }

const accountReturned = ({ facts: { account, accountReturned: returned, payable } }: Asked): Blocker | undefined =>
  !account || !returned
    ? undefined
    : {
        code: 'payments.account-returned',
        sentence: `A payment to the account ending in ${account.last4} came back: ${returned.reason}`,
        owner: 'contractor',
        since: returned.at,
        by: payable?.dueOn ?? null,
        clears: { label: 'Give another account', path: '/portal/payout' },
      }

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
