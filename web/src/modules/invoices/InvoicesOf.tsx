import { IconFileInvoice } from '@tabler/icons-react'
import type { ContractorId } from '#modules/directory/contract.ts'
import { listInvoices } from '#modules/invoices/contract.ts'
import type { ProjectId } from '#modules/work/contract.ts'
import { useSession } from '#web/app/session.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { usePages } from '#web/lib/usePages.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PagedRows } from '#web/ui/PagedRows.tsx'
import { RowEnd } from '#web/ui/RowEnd.tsx'
import { Row } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

type InvoicesOfProps = Readonly<{
  filter: Readonly<{ projectId?: ProjectId; contractorId?: ContractorId }>
}>

/** The invoices of one project or contractor, the newest first. */
export const InvoicesOf = ({ filter }: InvoicesOfProps) => {
  const { here } = useSession()
  const pages = usePages(listInvoices, { ...filter, limit: 20 })
  return (
    <Section flush>
      <PagedRows
        noun="invoices"
        pages={pages}
        row={({ id, number, contractorName, projectName, status, issuedOn, total }) => (
          <Row
            key={id}
            to={pathIn(here.slug, `invoices/${id}`)}
            title={filter.contractorId ? projectName : contractorName}
            detail={
              <>
                {number} · <DateText value={issuedOn} />
              </>
            }
          >
            <RowEnd state={<StateBadge state={status} />} figure={formatMoney(total)} />
          </Row>
        )}
        empty={
          <EmptyState icon={IconFileInvoice} title="Nothing was invoiced yet">
            Invoices appear here once they are submitted.
          </EmptyState>
        }
      />
    </Section>
  )
}
