import { Button } from '@mantine/core'
import { IconFileInvoice } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { downloadInvoice, type InvoiceView, makeDocument } from '#modules/invoices/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { FilePreview } from '#web/ui/FilePreview.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'

type InvoiceDocumentProps = Readonly<{
  invoice: Pick<InvoiceView, 'id' | 'number' | 'pdfFileId'>
  onLookAgain: () => void
}>

type BeingMadeProps = Readonly<{ invoiceId: InvoiceView['id']; onLookAgain: () => void }>

/** The invoice as paper. It is set right after the submission, so for a moment there may be none. */
export const InvoiceDocument = ({ invoice, onLookAgain }: InvoiceDocumentProps) =>
  invoice.pdfFileId === null ? (
    <BeingMade invoiceId={invoice.id} onLookAgain={onLookAgain} />
  ) : (
    <FilePreview endpoint={downloadInvoice} input={{ invoiceId: invoice.id }} name={`${invoice.number}.pdf`} />
  )

const pauseMs = 1_500
const looksMax = 3

/** Looks again by itself. What is not made by then, such as an invoice brought in from elsewhere, is asked for. */
const BeingMade = ({ invoiceId, onLookAgain }: BeingMadeProps) => {
  const making = useCommand(makeDocument, ['invoices'])
  const { mutate, isPending, error } = making
  const look = useRef(onLookAgain)
  look.current = onLookAgain
  useEffect(() => {
    let looks = 0
    const timer = setInterval(() => {
      looks += 1
      if (looks < looksMax) return look.current()
      clearInterval(timer)
      // Made by another in the same moment: then it is there to be looked at.
      mutate({ invoiceId }, { onError: () => look.current() })
    }, pauseMs)
    return () => clearInterval(timer)
  }, [mutate, invoiceId])
  return (
    <Section flush>
      <ProblemNote problem={error?.slug === 'invoice-document-there' ? null : error} />
      <EmptyState
        icon={IconFileInvoice}
        title="The document is being made"
        action={
          <Button variant="default" loading={isPending} onClick={() => mutate({ invoiceId })}>
            Make it now
          </Button>
        }
      >
        It takes a few seconds and appears here by itself.
      </EmptyState>
    </Section>
  )
}
