import { IconEye } from '@tabler/icons-react'
import type { InvoiceView } from '#modules/invoices/contract.ts'
import './InvoiceFindings.css'

type InvoiceFindingsProps = Readonly<{ title: string; findings: InvoiceView['findings'] }>

/** What to look at before an invoice is submitted or decided: it stops nothing, but it is to be seen. */
export const InvoiceFindings = ({ title, findings }: InvoiceFindingsProps) =>
  findings.length === 0 ? null : (
    <section className="InvoiceFindings" aria-label={title}>
      <IconEye size={18} stroke={1.8} aria-hidden />
      <div>
        <h3 className="InvoiceFindings-title">{title}</h3>
        <ul>
          {findings.map(({ code, detail }) => (
            <li key={`${code} ${detail}`}>{detail}</li>
          ))}
        </ul>
      </div>
    </section>
  )
