import { Link } from '@tanstack/react-router'
import { useMay, useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import './InvoicesHeader.css'

/** The two ways to look at invoices: what waits for a decision, and everything. */
export const InvoicesHeader = ({ subtitle }: Readonly<{ subtitle: string }>) => {
  const { here } = useSession()
  const mayDecide = useMay('invoices.approve')
  return (
    <PageHeader
      title="Invoices"
      subtitle={subtitle}
      actions={
        mayDecide ? (
          <nav className="InvoicesHeader" aria-label="Invoices">
            <Link to={pathIn(here.slug, 'invoices')} activeOptions={{ exact: true, includeSearch: false }}>
              To decide
            </Link>
            <Link to={pathIn(here.slug, 'invoices/all')} activeOptions={{ exact: true, includeSearch: false }}>
              All
            </Link>
          </nav>
        ) : undefined
      }
    />
  )
}
