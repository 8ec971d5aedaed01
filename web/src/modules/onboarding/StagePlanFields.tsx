import { Checkbox, NumberInput, SegmentedControl, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { dataFields } from '#modules/onboarding/contract.ts'
import { AgreementPlanFields } from '#web/modules/onboarding/AgreementPlanFields.tsx'
import { dataWords } from '#web/modules/onboarding/dataWords.ts'
import type { StageValues } from '#web/modules/onboarding/stagePlans.ts'

type Of<Stage> = Readonly<{
  stage: Stage
  onChange: (stage: StageValues) => void
  /** What marks a field by its path in the form, and what is wrong with it. */
  named: (field: string) => Readonly<{ 'data-path': string; error: ReactNode }>
}>
type OfKind<Kind extends StageValues['kind']> = Of<Extract<StageValues, { kind: Kind }>>
type Reviewed = Extract<StageValues, { review: unknown }>

type StagePlanFieldsProps = Omit<Of<StageValues>, 'named'> &
  Readonly<{ place: Readonly<{ index: number }>; errorOf: (field: string) => ReactNode }>

/** Everything about one stage: what all have, what its kind has, who looks at it. */
export const StagePlanFields = ({ stage, onChange, errorOf, place }: StagePlanFieldsProps) => {
  const named = (field: string) => ({ 'data-path': `stages.${place.index}.${field}`, error: errorOf(field) })
  return (
    <Stack gap="md" maw={560}>
      <TextInput
        label="Title"
        value={stage.title}
        onChange={(event) => onChange({ ...stage, title: event.currentTarget.value })}
        {...named('title')}
      />
      <KindFields stage={stage} onChange={onChange} named={named} />
      <Textarea
        label="Why you ask"
        description="The contractor reads it under “Why do you ask?”."
        autosize
        minRows={2}
        value={stage.why ?? ''}
        onChange={(event) => onChange({ ...stage, why: event.currentTarget.value })}
        {...named('why')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <NumberInput
          label="Minutes it takes"
          min={1}
          max={120}
          value={stage.minutes}
          onChange={(minutes) => onChange({ ...stage, minutes: Number(minutes) })}
          {...named('minutes')}
        />
        <NumberInput
          label="Days to do it"
          description="After the invitation is accepted."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={1}
          max={90}
          value={stage.dueInDays}
          onChange={(days) => onChange({ ...stage, dueInDays: Number(days) })}
          {...named('dueInDays')}
        />
      </SimpleGrid>
      {'review' in stage ? <Review stage={stage} onChange={onChange} /> : null}
    </Stack>
  )
}

const KindFields = ({ stage, onChange, named }: Of<StageValues>) => {
  if (stage.kind === 'data') return <DataPlanFields stage={stage} onChange={onChange} named={named} />
  if (stage.kind === 'agreement') return <AgreementPlanFields stage={stage} onChange={onChange} named={named} />
  return stage.kind === 'document' ? <DocumentPlanFields stage={stage} onChange={onChange} named={named} /> : null
}

const DataPlanFields = ({ stage, onChange, named }: OfKind<'data'>) => (
  <Checkbox.Group
    label="What to ask for"
    value={[...stage.fields]}
    {...named('fields')}
    onChange={(chosen) => onChange({ ...stage, fields: dataFields.filter((field) => chosen.includes(field)) })}
  >
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt={6}>
      {dataFields.map((field) => (
        <Checkbox key={field} value={field} label={dataWords[field] ?? field} />
      ))}
    </SimpleGrid>
  </Checkbox.Group>
)

const DocumentPlanFields = ({ stage, onChange, named }: OfKind<'document'>) => (
  <>
    <Textarea
      label="Which document it is"
      placeholder="Your insurance certificate of this year, all pages"
      autosize
      minRows={2}
      value={stage.description}
      onChange={(event) => onChange({ ...stage, description: event.currentTarget.value })}
      {...named('description')}
    />
    <Checkbox
      label="They cannot start without it"
      checked={stage.required ?? true}
      onChange={(event) => onChange({ ...stage, required: event.currentTarget.checked })}
    />
    <Checkbox
      label="Protect it, as identity papers"
      description="Only owners, legal and finance open it, and each says why."
      checked={stage.isProtected ?? false}
      onChange={(event) => onChange({ ...stage, isProtected: event.currentTarget.checked })}
    />
  </>
)

const Review = ({ stage, onChange }: Readonly<{ stage: Reviewed; onChange: (stage: StageValues) => void }>) => {
  const id = useId()
  return (
    <div>
      <p id={id} className="StagePlan-label">
        Who looks at it
      </p>
      <SegmentedControl
        aria-labelledby={id}
        value={stage.review}
        onChange={(review) => onChange({ ...stage, review: review === 'member' ? 'member' : 'nobody' })}
        data={[
          { value: 'member', label: 'A member' },
          { value: 'nobody', label: 'Nobody' },
        ]}
      />
    </div>
  )
}
