import { Button, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ContractorId } from '#modules/directory/contract.ts'
import type { FileView } from '#modules/files/contract.ts'
import type { StageView } from '#modules/onboarding/contract.ts'
import { useMay, useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { StoredFile } from '#web/modules/files/StoredFile.tsx'
import { AskedChange } from '#web/modules/onboarding/AskedChange.tsx'
import { dataWords } from '#web/modules/onboarding/dataWords.ts'
import { NotSent } from '#web/modules/onboarding/NotSent.tsx'
import { StageData } from '#web/modules/onboarding/StageData.tsx'
import { StageDecision } from '#web/modules/onboarding/StageDecision.tsx'
import { whoseMove } from '#web/modules/onboarding/whoseMove.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { Section } from '#web/ui/Section.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

type StageReviewProps = Readonly<{ stage: StageView; contractorId: ContractorId }>

/** One step as a reviewer sees it: what was handed in, beside the decision. */
export const StageReview = ({ stage, contractorId }: StageReviewProps) => (
  <Section
    title={stage.title}
    description={<Standing stage={stage} />}
    actions={<StateBadge state={stage.status} {...(stage.status === 'approved' ? { tone: 'done' as const } : {})} />}
  >
    <HandedIn stage={stage} contractorId={contractorId} />
    {stage.changes.map(({ field, note }) => (
      <AskedChange key={`${field} ${note}`} note={`${dataWords[field] ?? field}. ${note}`} />
    ))}
    <StageDecision stage={stage} />
  </Section>
)

const Standing = ({ stage }: Readonly<{ stage: StageView }>) => {
  const { status, waitsFor, since, dueOn, decidedAt, decidedByName, reason } = stage
  if (decidedAt && (status === 'approved' || status === 'waived' || status === 'rejected')) {
    return (
      <>
        {decidedByName ?? 'Settled by what is on file'}, <DateText value={decidedAt} />
        {reason ? `: ${reason}` : ''}
      </>
    )
  }
  return (
    <>
      {whoseMove(waitsFor)} since <DateText value={since} />
      {dueOn ? (
        <>
          , by <DateText value={dueOn} />
        </>
      ) : null}
    </>
  )
}

/** A protected document opens by the protected way, and to whoever may not open it says who does. */
const Document = ({ file }: Readonly<{ file: Pick<FileView, 'id' | 'name' | 'sensitivity'> }>) => {
  const mayOpen = useMay('files.open-protected')
  return file.sensitivity === 'protected' && !mayOpen ? (
    <Text size="sm">
      <strong>{file.name}</strong> is handed in. It is protected: an owner, legal or finance opens it.
    </Text>
  ) : (
    <StoredFile file={file} />
  )
}

const HandedIn = ({ stage, contractorId }: StageReviewProps) => {
  const { here } = useSession()
  const { kind, agreementId, fileId, fileName, isProtected, submittedAt, status, waitsFor } = stage
  // With no agreement out, what legal is waited for is the sending; with one, it is their signature.
  if (kind === 'agreement' && waitsFor === 'legal' && agreementId === null) return <NotSent stage={stage} />
  const isThere = submittedAt !== null || status === 'approved'
  if (kind === 'data') return isThere ? <StageData stage={stage} contractorId={contractorId} /> : null
  if (kind === 'document' && fileId && fileName) {
    return <Document file={{ id: fileId, name: fileName, sensitivity: isProtected ? 'protected' : 'normal' }} />
  }
  const isWithUs = status === 'submitted'
  const page =
    kind === 'agreement'
      ? agreementId && { to: `agreements/${agreementId}`, label: isWithUs ? 'Read and sign' : 'Read the agreement' }
      : kind === 'tax_form'
        ? isThere && { to: `contractors/${contractorId}?tab=tax`, label: 'See the form' }
        : isThere && {
            to: `contractors/${contractorId}?tab=payee`,
            label: isWithUs ? 'Check the bank account' : 'See the bank account',
          }
  return page ? (
    <Group>
      <Button component={Link} to={pathIn(here.slug, page.to)} variant="default" size="xs">
        {page.label}
      </Button>
    </Group>
  ) : (
    <Text size="sm" c="dimmed">
      Nothing is handed in yet.
    </Text>
  )
}
