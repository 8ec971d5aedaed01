import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type AgreementView, counterSign, downloadAgreement, viewAgreement } from '#modules/agreements/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useView } from '#web/lib/useView.ts'
import { AgreementReader } from '#web/modules/agreements/AgreementReader.tsx'
import { DraftFields } from '#web/modules/agreements/DraftFields.tsx'
import { SendDraft } from '#web/modules/agreements/SendDraft.tsx'
import { SignForm } from '#web/modules/agreements/SignForm.tsx'
import { VoidAgreement } from '#web/modules/agreements/VoidAgreement.tsx'
import { SubjectTimeline } from '#web/modules/audit/SubjectTimeline.tsx'
import { Blockers } from '#web/ui/Blockers.tsx'
import { CopyButton } from '#web/ui/CopyButton.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { DetailLayout } from '#web/ui/DetailLayout.tsx'
import { DownloadButton } from '#web/ui/DownloadButton.tsx'
import { FactList } from '#web/ui/FactList.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

const route = getRouteApi('/$organization/staff/agreements/$agreementId')

/** One agreement: fill in and send a draft, read it, sign it for the organization, keep the sealed copy. */
export const AgreementPage = () => {
  const { agreementId } = route.useParams()
  const { data, error, refetch } = useView(viewAgreement, { agreementId })
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList rows={8} label="Loading the agreement" shape="lines" />
  return <Agreement agreement={data} />
}

type OfAgreement = Readonly<{ agreement: AgreementView }>

const Agreement = ({ agreement }: OfAgreement) => {
  const { organization } = route.useParams()
  const { id, title, status, contractorId, contractorName, can, blockers } = agreement
  return (
    <DetailLayout
      back={{ to: pathIn(organization, 'agreements'), label: 'Agreements' }}
      title={title}
      state={<StateBadge state={status} />}
      subtitle={`With ${contractorName}`}
      actions={
        <>
          <Button variant="default" component={Link} to={pathIn(organization, `contractors/${contractorId}`)}>
            The contractor
          </Button>
          {status === 'draft' ? null : <DownloadButton endpoint={downloadAgreement} input={{ agreementId: id }} />}
          {can.void ? <VoidAgreement agreement={agreement} /> : null}
          {can.send ? <SendDraft agreement={agreement} /> : null}
        </>
      }
      blockers={<Blockers title="Before it is complete" blockers={blockers} names={{ contractor: contractorName }} />}
      tabs={[
        {
          id: 'document',
          label: 'Document',
          content: (
            <>
              {can.change ? <DraftFields key={agreement.version} agreement={agreement} /> : null}
              <AgreementReader key={status} agreement={agreement} />
              {can.sign ? <CounterSign agreement={agreement} /> : null}
            </>
          ),
        },
      ]}
      rail={
        <>
          <Facts agreement={agreement} />
          <SubjectTimeline subjectId={id} />
        </>
      }
    />
  )
}

const CounterSign = ({ agreement }: OfAgreement) => {
  const { person } = useSession()
  const signing = useCommand(counterSign, ['agreements', 'onboarding', 'directory', 'audit'])
  const { id: agreementId, version, consent, contentHash } = agreement
  if (!consent || !contentHash) return null
  return (
    <Section title="Sign for the organization" description="The other side has signed. Yours completes it.">
      <SignForm
        {...{ consent, contentHash }}
        suggestedName={person.name}
        pending={signing.isPending}
        problem={signing.error}
        onSign={(given) => signing.mutate({ agreementId, version, ...given })}
      />
    </Section>
  )
}

const Facts = ({ agreement }: OfAgreement) => {
  const { signatures, sentAt, viewedAt, expiresOn, completedAt, reason, sealedSha256 } = agreement
  return (
    <Section title="Where it stands">
      <FactList
        facts={[
          { label: 'Sent', value: <DateText value={sentAt} /> },
          { label: 'Opened', value: <DateText value={viewedAt} /> },
          { label: 'Sign by', value: <DateText value={expiresOn} /> },
          ...signatures.map(({ name, capacity, signedAt }) => ({
            label: capacity === '' ? 'Signed by the contractor' : capacity,
            value: (
              <>
                {name}, <DateText value={signedAt} />
              </>
            ),
          })),
          { label: 'Complete', value: <DateText value={completedAt} /> },
          ...(reason === null ? [] : [{ label: 'Why', value: reason }]),
          ...(sealedSha256 === null
            ? []
            : [
                {
                  label: 'Fingerprint',
                  value: (
                    <span className="numbers">
                      {sealedSha256.slice(0, 12)}… <CopyButton text={sealedSha256} label="Copy the SHA-256" />
                    </span>
                  ),
                },
              ]),
        ]}
      />
    </Section>
  )
}
