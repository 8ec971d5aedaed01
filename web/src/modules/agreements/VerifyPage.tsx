import { Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { type DocumentVerdict, verifyDocument } from '#modules/agreements/contract.ts'
import { PublicCard } from '#web/app/PublicCard.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { type Fact, FactList } from '#web/ui/FactList.tsx'
import { FileDrop } from '#web/ui/FileDrop.tsx'
import './VerifyPage.css'

/** For anybody who holds a PDF: is it, to the last byte, what was sealed here? */
export const VerifyPage = () => {
  const [checked, setChecked] = useState<Readonly<{ name: string; verdict: DocumentVerdict }>>()
  return (
    <PublicCard
      title="Check a document"
      intro="Bring a signed PDF. You learn whether it was sealed here and whether anything in it was changed since."
      beneath="The file is checked and not kept."
    >
      <Stack gap="lg">
        <FileDrop
          endpoint={verifyDocument}
          inputFor={() => ({})}
          onUploaded={(verdict, file) => setChecked({ name: file.name, verdict })}
          label="Drop the PDF here"
          description="Up to 25 MB"
          accept="application/pdf"
        />
        {checked ? <Verdict {...checked} /> : null}
      </Stack>
    </PublicCard>
  )
}

const Verdict = ({ name, verdict }: Readonly<{ name: string; verdict: DocumentVerdict }>) => {
  const isGood = verdict.verdict !== 'refused'
  const Icon = isGood ? IconShieldCheck : IconAlertTriangle
  return (
    <section className="Verdict" data-good={isGood} aria-label="What was found" aria-live="polite">
      <p className="Verdict-sentence">
        <Icon size={22} stroke={1.7} aria-hidden />
        <strong>{verdict.sentence}</strong>
      </p>
      {verdict.problems.length > 0 ? (
        <ul className="Verdict-problems">
          {verdict.problems.map(({ code, sentence }) => (
            <li key={code}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      <FactList facts={factsOf(name, verdict)} layout="above" />
      <Text size="xs" c="dimmed" className="Verdict-hash">
        SHA-256 {verdict.sha256}
      </Text>
    </section>
  )
}

const factsOf = (name: string, { organizationName, sealedAt, agreement }: DocumentVerdict): readonly Fact[] => [
  { label: 'File', value: name },
  ...(organizationName === null ? [] : [{ label: 'Sealed by', value: organizationName }]),
  ...(sealedAt === null ? [] : [{ label: 'Sealed', value: <DateText value={sealedAt} /> }]),
  ...(agreement === null
    ? []
    : [
        { label: 'Agreement', value: agreement.title },
        ...agreement.signers.map(({ name: signer, role, signedAt }) => ({
          label: role === 'contractor' ? 'Signed by the contractor' : 'Signed for the organization',
          value: (
            <>
              {signer}, <DateText value={signedAt} />
            </>
          ),
        })),
      ]),
]
