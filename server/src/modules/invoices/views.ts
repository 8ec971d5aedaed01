/** The SQL views that this module offers to reports: approved invoices and what became of them, one row each. */
export type InvoiceViews = {
  invoice_spend: {
    organization_id: string
    invoice_id: string
    month: string
    department_id: string
    project_id: string
    contractor_id: string
    legal_entity_id: string
    currency: string
    total_minor: bigint
  }
}
