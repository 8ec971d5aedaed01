import type { ProjectId } from '#modules/work/contract.ts'
import { InvoicesOf } from '#web/modules/invoices/InvoicesOf.tsx'

/** What was claimed for a project, as a tab of its page. */
export const ProjectInvoices = ({ projectId }: Readonly<{ projectId: ProjectId }>) => (
  <InvoicesOf filter={{ projectId }} />
)
