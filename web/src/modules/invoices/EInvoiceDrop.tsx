import { uploadFile } from '#modules/files/contract.ts'
import { draftInvoiceFromFile, type InvoiceView } from '#modules/invoices/contract.ts'
import type { AssignmentId } from '#modules/work/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { FileFindings } from '#web/modules/invoices/FileFindings.tsx'
import { FileDrop } from '#web/ui/FileDrop.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

type EInvoiceDropProps = Readonly<{ assignmentId: AssignmentId; onRead: (invoice: InvoiceView) => void }>

/** Instead of typing: an e-invoice file, which fills the invoice or says in words what is wrong with it. */
export const EInvoiceDrop = ({ assignmentId, onRead }: EInvoiceDropProps) => {
  const reading = useCommand(draftInvoiceFromFile, ['invoices'])
  return (
    <>
      <FileDrop
        endpoint={uploadFile}
        inputFor={({ name }) => ({ name })}
        onUploaded={({ id: fileId }) => reading.mutate({ assignmentId, fileId }, { onSuccess: onRead })}
        label="Do you have an e-invoice file?"
        description="Factur-X, XRechnung or UBL: a PDF or XML file fills the invoice for you."
        accept="application/pdf,application/xml,text/xml,.xml"
      />
      {reading.isPending ? <SkeletonList rows={2} label="Reading the file" shape="lines" /> : null}
      <FileFindings problem={reading.error} />
    </>
  )
}
