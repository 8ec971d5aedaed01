import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { InvoiceRow } from '#modules/invoices/contract.ts'
import { useSession } from '#web/app/session.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { DateText } from '#web/ui/DateText.tsx'

type InboxListProps = Readonly<{
  waiting: readonly InvoiceRow[]
  /** The one that is open beside the list. Without one, each opens a page of its own: on a phone. */
  chosen: InvoiceRow | undefined
}>

/** What waits, the oldest first. */
export const InboxList = ({ waiting, chosen }: InboxListProps) => {
  const { here } = useSession()
  const current = useRef<HTMLAnchorElement>(null)
  const chosenId = chosen?.id
  useEffect(() => {
    if (chosenId) current.current?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])
  return (
    <ul className="InboxList" aria-label="Invoices to decide">
      {waiting.map(({ id, contractorName, number, total, submittedAt, projectName }) => (
        <li key={id}>
          <Link
            ref={id === chosenId ? current : undefined}
            to={chosen ? pathIn(here.slug, 'invoices') : pathIn(here.slug, `invoices/${id}`)}
            {...(chosen ? { search: { invoice: id } as never, replace: true, resetScroll: false } : {})}
            aria-current={id === chosenId ? 'true' : undefined}
            className="InboxList-item"
          >
            <span className="InboxList-name">{contractorName}</span>
            <span className="numbers">{formatMoney(total)}</span>
            <span className="InboxList-detail">
              {number} · {projectName}
            </span>
            <span className="InboxList-detail" data-end="true">
              <DateText value={submittedAt} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
