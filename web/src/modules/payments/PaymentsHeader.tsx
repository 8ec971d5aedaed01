import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMay, useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { PrepareRunButton } from '#web/modules/payments/PrepareRunButton.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import './PaymentsHeader.css'

/** The ways to look at money that leaves: what is due, the runs, and the books. */
export const PaymentsHeader = ({ subtitle }: Readonly<{ subtitle: string }>) => {
  const mayReadBooks = useMay('payments.list-entries')
  return (
    <PageHeader
      title="Payments"
      subtitle={subtitle}
      actions={
        <>
          <nav className="PaymentsHeader" aria-label="Payments">
            <Way path="payments">Due</Way>
            <Way path="payments/runs">Pay runs</Way>
            {mayReadBooks ? <Way path="payments/ledger">Ledger</Way> : null}
          </nav>
          <PrepareRunButton />
        </>
      }
    />
  )
}

const Way = ({ path, children }: Readonly<{ path: string; children: ReactNode }>) => {
  const { here } = useSession()
  return (
    <Link to={pathIn(here.slug, path)} activeOptions={{ exact: true, includeSearch: false }}>
      {children}
    </Link>
  )
}
