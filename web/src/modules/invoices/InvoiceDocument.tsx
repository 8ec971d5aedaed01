import { Button } from '@mantine/core'
import { IconFileInvoice } from '@tabler/icons-react'
import { downloadInvoice, type InvoiceView } from '#modules/invoices/contract.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { FilePreview } from '#web/ui/FilePreview.tsx'
import { Section } from '#web/ui/Section.tsx'

type InvoiceDocumentProps = Readonly<{
  invoice: Pick<InvoiceView, 'id' | 'number' | 'pdfFileId'>
  onLookAgain: () => void
}>

/** The invoice as paper. It is set right after the submission, so for a moment there may be none. */
export const InvoiceDocument = ({ invoice, onLookAgain }: InvoiceDocumentProps) =>
  invoice.pdfFileId === null ? (
    <Section flush>
      <EmptyState
        icon={IconFileInvoice}
        title="The document is being made"
        action={
          <Button variant="default" onClick={onLookAgain}>
            Look again
          </Button>
        }
      >
        It takes a few seconds after an invoice was submitted.
      </EmptyState>
    </Section>
  ) : (
    <FilePreview endpoint={downloadInvoice} input={{ invoiceId: invoice.id }} name={`${invoice.number}.pdf`} />
  )
