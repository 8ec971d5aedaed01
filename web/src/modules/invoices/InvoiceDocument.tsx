import { Button } from '@mantine/core'
import { IconFileInvoice } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
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
    <BeingMade onLookAgain={onLookAgain} />
  ) : (
    <FilePreview endpoint={downloadInvoice} input={{ invoiceId: invoice.id }} name={`${invoice.number}.pdf`} />
  )

const pauseMs = 1_500
const triesMax = 20

/** Looks again by itself for half a minute; after that whoever waits may. */
const BeingMade = ({ onLookAgain }: Pick<InvoiceDocumentProps, 'onLookAgain'>) => {
  const look = useRef(onLookAgain)
  look.current = onLookAgain
  useEffect(() => {
    let tries = 0
    const timer = setInterval(() => {
      tries += 1
      if (tries >= triesMax) clearInterval(timer)
      look.current()
    }, pauseMs)
    return () => clearInterval(timer)
  }, [])
  return (
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
        It takes a few seconds after an invoice was submitted and appears here by itself.
      </EmptyState>
    </Section>
  )
}
