import type { ReactNode } from 'react'
import { downloadTaxForm, type TaxFormView } from '#modules/tax/contract.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { DownloadButton } from '#web/ui/DownloadButton.tsx'
import { FactList } from '#web/ui/FactList.tsx'
import { Section } from '#web/ui/Section.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

type TaxFormCardProps = Readonly<{
  form: TaxFormView
  /** The number: masked, or with a way to look at it. */
  number: ReactNode
  mayDownload: boolean
}>

const taxedAs: Readonly<Record<TaxFormView['classification'], string>> = {
  individual: 'Individual or sole proprietor',
  'c-corporation': 'C corporation',
  's-corporation': 'S corporation',
  partnership: 'Partnership',
  'trust-estate': 'Trust or estate',
  llc: 'LLC',
  other: 'Other',
}

/** A signed tax form with its number masked. */
export const TaxFormCard = ({ form, number, mayDownload }: TaxFormCardProps) => {
  const { id: taxFormId, name, businessName, classification, llcCode, status, notices, revision } = form
  const isCurrent = status === 'current'
  return (
    <Section
      title="Form W-9"
      description={`${revision}, for U.S. persons`}
      actions={<StateBadge state={status} {...(isCurrent ? { label: 'Current', tone: 'done' as const } : {})} />}
    >
      <FactList
        facts={[
          { label: 'Name', value: name },
          ...(businessName === '' ? [] : [{ label: 'Business name', value: businessName }]),
          { label: 'Taxed as', value: `${taxedAs[classification]}${llcCode === '' ? '' : ` (${llcCode})`}` },
          { label: form.tinKind === 'ein' ? 'EIN' : 'Number', value: number },
          { label: 'Signed', value: <DateText value={form.signedAt} /> },
          { label: 'In force from', value: <DateText value={form.validFrom} /> },
        ]}
      />
      {isCurrent && notices.length > 0 ? (
        <ul style={{ margin: '12px 0 0', paddingLeft: 20 }}>
          {notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      ) : null}
      {mayDownload && form.hasDocument ? (
        <div style={{ marginTop: 16 }}>
          <DownloadButton endpoint={downloadTaxForm} input={{ taxFormId }} size="xs" />
        </div>
      ) : null}
    </Section>
  )
}
