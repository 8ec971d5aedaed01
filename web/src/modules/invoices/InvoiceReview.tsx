import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type InvoiceId, type InvoiceView, viewInvoice } from '#modules/invoices/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useKeys } from '#web/lib/useKeys.ts'
import { useView } from '#web/lib/useView.ts'
import { DecisionButtons } from '#web/modules/invoices/DecisionButtons.tsx'
import { InvoiceDocument } from '#web/modules/invoices/InvoiceDocument.tsx'
import { InvoiceFindings } from '#web/modules/invoices/InvoiceFindings.tsx'
import { InvoiceLines } from '#web/modules/invoices/InvoiceLines.tsx'
import { invoiceFacts } from '#web/modules/invoices/invoiceFacts.tsx'
import { useDecision } from '#web/modules/invoices/useDecision.ts'
import { FactList } from '#web/ui/FactList.tsx'
import { MoneyText } from '#web/ui/MoneyText.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

type InvoiceReviewProps = Readonly<{
  invoiceId: InvoiceId
  /** `j` and `k`: to the next one, to the one before. */
  onStep: (step: 1 | -1) => void
  onDecided: () => void
}>

/** One invoice with its document beside it, decided with one key. */
export const InvoiceReview = ({ invoiceId, onStep, onDecided }: InvoiceReviewProps) => {
  const { data, error, refetch } = useView(viewInvoice, { invoiceId })
  const decision = useDecision(data, onDecided)
  useKeys({
    j: () => onStep(1),
    k: () => onStep(-1),
    a: decision.approve,
    r: () => {
      if (data?.can.decide) decision.ask('return')
    },
  })
  return (
    <section className="InvoiceReview" aria-label="The chosen invoice">
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {data || error ? null : <SkeletonList rows={5} label="Loading the invoice" shape="lines" />}
      {data ? (
        <>
          <Head invoice={data}>
            {data.can.decide ? <DecisionButtons invoice={data} decision={decision} withKeys /> : null}
          </Head>
          <ProblemNote problem={decision.approval.error} />
          <div className="InvoiceReview-body">
            <ReviewData invoice={data} />
            <div className="InvoiceReview-paper">
              <InvoiceDocument invoice={data} onLookAgain={() => void refetch()} />
            </div>
          </div>
        </>
      ) : null}
    </section>
  )
}

type OfInvoice = Readonly<{ invoice: InvoiceView }>

const Head = ({ invoice, children }: OfInvoice & Readonly<{ children: ReactNode }>) => {
  const { here } = useSession()
  return (
    <header className="InvoiceReview-head">
      <div className="InvoiceReview-words">
        <h2 className="InvoiceReview-title">
          <Anchor component={Link} to={pathIn(here.slug, `invoices/${invoice.id}`)} inherit>
            {invoice.number}
          </Anchor>
          <StateBadge state={invoice.status} />
        </h2>
        <span className="InvoiceReview-from">{invoice.contractorName}</span>
      </div>
      {children}
    </header>
  )
}

const ReviewData = ({ invoice }: OfInvoice) => {
  const { here } = useSession()
  return (
    <div className="InvoiceReview-data">
      <MoneyText value={invoice.total} className="InvoiceReview-total numbers" />
      <InvoiceFindings title="Look at this before you decide" findings={invoice.findings} />
      <InvoiceLines invoice={invoice} />
      {invoice.can.decide ? null : <p className="InvoiceReview-from">Somebody else decides on this one.</p>}
      <FactList facts={invoiceFacts(invoice, here.slug)} />
      {invoice.note === '' ? null : (
        <div>
          <h3>Note from {invoice.contractorName}</h3>
          <p className="Prose">{invoice.note}</p>
        </div>
      )}
    </div>
  )
}
