import { Button } from '@mantine/core'
import { IconFileInvoice, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { listMyInvoices } from '#modules/invoices/contract.ts'
import { useSession } from '#web/app/session.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { usePages } from '#web/lib/usePages.ts'
import { toneForContractor } from '#web/modules/invoices/toneForContractor.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PagedRows } from '#web/ui/PagedRows.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { RowEnd } from '#web/ui/RowEnd.tsx'
import { Row } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

/** The contractor’s own invoices, the newest first. */
export const MyInvoicesPage = () => {
  const { here } = useSession()
  const pages = usePages(listMyInvoices, { limit: 30 })
  return (
    <>
      <PageHeader
        title="Invoices"
        actions={
          <Button
            component={Link}
            to={pathIn(here.slug, 'portal/invoices/new')}
            size="md"
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            New invoice
          </Button>
        }
      />
      <Section flush>
        <PagedRows
          noun="invoices"
          pages={pages}
          row={({ id, number, projectName, issuedOn, status, total }) => (
            <Row
              key={id}
              to={pathIn(here.slug, `portal/invoices/${id}`)}
              title={number}
              detail={
                <>
                  {projectName} · <DateText value={issuedOn} />
                </>
              }
            >
              <RowEnd
                state={<StateBadge state={status} tone={toneForContractor(status)} />}
                figure={formatMoney(total)}
              />
            </Row>
          )}
          empty={
            <EmptyState icon={IconFileInvoice} title="Your invoices will be here">
              Write one once your work has begun. You see here where each stands until the money is with you.
            </EmptyState>
          }
        />
      </Section>
    </>
  )
}
