import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { type AgreementContent, type AgreementId, downloadAgreement } from '#modules/agreements/contract.ts'
import { AgreementText } from '#web/modules/agreements/AgreementText.tsx'
import { FilePreview } from '#web/ui/FilePreview.tsx'
import { Section } from '#web/ui/Section.tsx'

type AgreementReaderProps = Readonly<{
  agreement: Readonly<{ id: AgreementId; title: string; content: AgreementContent }>
  /** What it opens with: the text reads on any screen, the pages are what is kept. */
  first?: 'text' | 'pages'
}>

/** The whole document: as text that fits the screen, or page by page as it is kept. */
export const AgreementReader = ({ agreement, first = 'text' }: AgreementReaderProps) => {
  const [shown, setShown] = useState<string>(first)
  const { id: agreementId, title, content } = agreement
  return (
    <Section
      title={title}
      actions={
        <SegmentedControl
          aria-label="How to read it"
          size="xs"
          value={shown}
          onChange={setShown}
          data={[
            { value: 'text', label: 'Text' },
            { value: 'pages', label: 'Pages' },
          ]}
        />
      }
    >
      {shown === 'text' ? (
        <AgreementText content={content} />
      ) : (
        <FilePreview endpoint={downloadAgreement} input={{ agreementId }} name={`${title}.pdf`} />
      )}
    </Section>
  )
}
