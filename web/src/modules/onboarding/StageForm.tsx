import { Stack } from '@mantine/core'
import { AgreementId } from '#modules/agreements/contract.ts'
import type { MyStageView } from '#modules/onboarding/contract.ts'
import { MyAgreement } from '#web/modules/agreements/MyAgreement.tsx'
import { AskedChange } from '#web/modules/onboarding/AskedChange.tsx'
import { DataStage } from '#web/modules/onboarding/DataStage.tsx'
import { DocumentStage } from '#web/modules/onboarding/DocumentStage.tsx'
import { PayoutStage } from '#web/modules/onboarding/PayoutStage.tsx'
import { W9Form } from '#web/modules/tax/W9Form.tsx'
import { Section } from '#web/ui/Section.tsx'
import { WhyAsk } from '#web/ui/WhyAsk.tsx'

export type OfStage = Readonly<{ stage: MyStageView; onDone: () => void }>

/** The open stage: what it asks for, why, and what has to be changed in what was handed in before. */
export const StageForm = ({ stage, onDone }: OfStage) => {
  if (stage.kind === 'agreement' && stage.agreementId !== null) {
    return <MyAgreement agreementId={AgreementId.parse(stage.agreementId)} onSettled={onDone} />
  }
  return (
    <Section title={stage.title} {...(stage.description === null ? {} : { description: stage.description })}>
      <Stack gap="md">
        {stage.why === '' ? null : <WhyAsk>{stage.why}</WhyAsk>}
        {stage.changes
          .filter(({ field }) => !stage.fields.some((known) => known === field))
          .map(({ field, note }) => (
            <AskedChange key={field} note={note} />
          ))}
        <Body stage={stage} onDone={onDone} />
      </Stack>
    </Section>
  )
}

const Body = ({ stage, onDone }: OfStage) => {
  if (stage.kind === 'data') return <DataStage stage={stage} onDone={onDone} />
  if (stage.kind === 'tax_form') return <W9Form onSigned={onDone} />
  if (stage.kind === 'payout_method') return <PayoutStage onDone={onDone} />
  if (stage.kind === 'document') return <DocumentStage stage={stage} onDone={onDone} />
  return 'The agreement is on its way to you. You can sign it here once it is sent.'
}
