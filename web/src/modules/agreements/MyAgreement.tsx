import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useEffect } from 'react'
import {
  type AgreementId,
  declineMyAgreement,
  type MyAgreementView,
  openMyAgreement,
  signMyAgreement,
} from '#modules/agreements/contract.ts'
import { useSession } from '#web/app/session.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { AgreementReader } from '#web/modules/agreements/AgreementReader.tsx'
import { SignForm } from '#web/modules/agreements/SignForm.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { FactList } from '#web/ui/FactList.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

type MyAgreementProps = Readonly<{ agreementId: AgreementId; onSettled?: () => void }>

/** An agreement to read whole, then sign or decline. Opening it is recorded: nobody signs what they have not opened. */
export const MyAgreement = ({ agreementId, onSettled }: MyAgreementProps) => {
  const opening = useCommand(openMyAgreement, ['agreements'])
  const { mutate } = opening
  useEffect(() => mutate({ agreementId }), [mutate, agreementId])
  if (opening.error) return <ProblemNote problem={opening.error} onRetry={() => mutate({ agreementId })} />
  if (!opening.data) return <SkeletonList rows={8} label="Loading the agreement" shape="lines" />
  return <Opened opened={opening.data} onSettled={onSettled} />
}

type OpenedProps = Readonly<{ opened: MyAgreementView; onSettled: (() => void) | undefined }>

const Opened = ({ opened, onSettled }: OpenedProps) => {
  const signing = useCommand(signMyAgreement, ['agreements', 'onboarding'])
  const declining = useCommand(declineMyAgreement, ['agreements', 'onboarding'])
  const [isDeclining, dialog] = useDisclosure()
  const { person } = useSession()
  const agreement = declining.data ?? signing.data ?? opened
  const { id: agreementId, version, can, consent, contentHash } = agreement
  const done = () => onSettled?.()
  return (
    <>
      <AgreementReader agreement={agreement} first={can.sign ? 'text' : 'pages'} />
      {can.sign && consent && contentHash ? (
        <Section title="Sign" description="Read the whole document above first.">
          <SignForm
            {...{ consent, contentHash }}
            suggestedName={person.name}
            pending={signing.isPending}
            problem={signing.error}
            onSign={(given) => signing.mutate({ agreementId, version, ...given }, { onSuccess: done })}
          />
        </Section>
      ) : (
        <Standing agreement={agreement} />
      )}
      {can.decline ? (
        <Button variant="subtle" color="gray" onClick={dialog.open}>
          I do not agree
        </Button>
      ) : null}
      <ReasonDialog
        opened={isDeclining}
        onClose={dialog.close}
        title={`Decline ${agreement.title}?`}
        label="What do you not agree to?"
        confirm="Decline"
        tone="danger"
        pending={declining.isPending}
        problem={declining.error}
        onConfirm={(reason) =>
          declining.mutate(
            { agreementId, version, reason },
            {
              onSuccess: () => {
                dialog.close()
                done()
              },
            },
          )
        }
      >
        Nothing is signed. Whoever sent it reads your reason and may send another one.
      </ReasonDialog>
    </>
  )
}

const Standing = ({ agreement }: Readonly<{ agreement: MyAgreementView }>) => {
  const { signatures, completedAt, reason, status } = agreement
  const signed = signatures.map(({ name, capacity, signedAt }) => ({
    label: capacity === '' ? 'Signed by the contractor' : capacity,
    value: (
      <>
        {name}, <DateText value={signedAt} />
      </>
    ),
  }))
  return (
    <Section title={status === 'partially_signed' ? 'You have signed' : 'Where it stands'}>
      <FactList
        facts={[
          ...signed,
          ...(reason === null ? [] : [{ label: 'Why', value: reason }]),
          { label: 'Complete', value: <DateText value={completedAt} none="Waits for the other side" /> },
        ]}
      />
    </Section>
  )
}
