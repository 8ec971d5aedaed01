import { Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { downloadTaxForm, type TaxFormView } from '#modules/tax/contract.ts'
import { SaveProtected } from '#web/modules/files/SaveProtected.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { DownloadButton } from '#web/ui/DownloadButton.tsx'
import { FactList } from '#web/ui/FactList.tsx'
import { Section } from '#web/ui/Section.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

type TaxFormCardProps = Readonly<{
  form: TaxFormView
  /** The number: masked, or with a way to look at it. */
  number: ReactNode
  /** The sealed form, which has the whole number on it. */
  mayOpen: boolean
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
export const TaxFormCard = ({ form, number, mayOpen }: TaxFormCardProps) => {
  const { id: taxFormId, name, businessName, classification, llcCode, status, notices, revision, wholeFileId } = form
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
          ...(form.accountNumbers === '' ? [] : [{ label: 'Account numbers', value: form.accountNumbers }]),
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
      {form.hasDocument ? (
        <Group gap="sm" mt="md">
          <DownloadButton endpoint={downloadTaxForm} input={{ taxFormId }} size="xs">
            Download a copy
          </DownloadButton>
          {mayOpen && wholeFileId ? (
            <SaveProtected fileId={wholeFileId}>Download with the whole number</SaveProtected>
          ) : null}
        </Group>
      ) : null}
    </Section>
  )
}
