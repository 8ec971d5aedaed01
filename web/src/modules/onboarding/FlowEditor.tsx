import { Alert, Button, Group, Menu, Stack, TextInput, VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { StageKind } from '#modules/onboarding/contract.ts'
import type { CommandForm } from '#web/lib/useCommandForm.ts'
import { StageIcon } from '#web/modules/onboarding/StageIcon.tsx'
import { StagePlanCard } from '#web/modules/onboarding/StagePlanCard.tsx'
import { kindsToAdd, kindWords, moved, newStage, type StageValues } from '#web/modules/onboarding/stagePlans.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { RestoredNote } from '#web/ui/RestoredNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import './FlowEditor.css'

export type FlowValues = { name: string; stages: StageValues[] }
export type FlowForm = Pick<
  CommandForm<FlowValues>,
  'values' | 'errors' | 'getInputProps' | 'setFieldValue' | 'clearErrors' | 'submit' | 'pending' | 'problem'
> &
  Readonly<{ isRestored: boolean; discard: () => void }>

type FlowEditorProps = Readonly<{
  form: FlowForm
  act: string
  cancelTo: string
  /** Something to know before it is saved. */
  hint?: string
  /** Above the name: whom a new flow is for. */
  children?: ReactNode
}>

/** The name of a flow and its stages: in order, each opened where it is changed. */
export const FlowEditor = ({ form, act, cancelTo, hint, children }: FlowEditorProps) => (
  <form onSubmit={form.submit} noValidate>
    <Stack gap="md">
      {form.isRestored ? <RestoredNote onDiscard={form.discard} /> : null}
      {hint === undefined ? null : <Alert role="status">{hint}</Alert>}
      <Section>
        <Stack gap="md" maw={480}>
          {children}
          <TextInput
            label="Name"
            description="Members see it when they invite somebody."
            {...form.getInputProps('name')}
          />
        </Stack>
      </Section>
      <Stages form={form} />
      <ProblemNote problem={form.problem} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" component={Link} to={cancelTo}>
          Cancel
        </Button>
        <Button type="submit" loading={form.pending}>
          {act}
        </Button>
      </Group>
    </Stack>
  </form>
)

const Stages = ({ form }: Readonly<{ form: FlowForm }>) => {
  const { stages } = form.values
  const [openKey, setOpenKey] = useState<string>()
  const [said, setSaid] = useState('')
  const keep = (next: StageValues[]) => {
    // What was refused stands at places that may now be others'.
    form.clearErrors()
    form.setFieldValue('stages', next)
  }
  const add = (kind: StageKind) => {
    const stage = newStage(kind, stages)
    keep([...stages, stage])
    setOpenKey(stage.key)
  }
  const move = (from: number, by: -1 | 1) => {
    keep(moved(stages, from, by))
    setSaid(`${stages[from]?.title ?? ''} is now step ${from + by + 1} of ${stages.length}.`)
  }
  const minutes = stages.reduce((sum, stage) => sum + (Number(stage.minutes) || 0), 0)
  return (
    <Section
      title={`Steps, about ${minutes} minutes`}
      description="In this order, as the contractor sees them. Agreements are sent once the details before them are there."
      flush
    >
      <ol className="FlowEditor-stages">
        {stages.map((stage, index) => (
          <StagePlanCard
            key={stage.key}
            stage={stage}
            place={{ index, of: stages.length }}
            isOpen={stage.key === openKey}
            onToggle={() => setOpenKey(stage.key === openKey ? undefined : stage.key)}
            onMove={(by) => move(index, by)}
            onRemove={() => keep(stages.filter((_, at) => at !== index))}
            onChange={(next) =>
              form.setFieldValue(
                'stages',
                stages.map((one, at) => (at === index ? next : one)),
              )
            }
            errorOf={(field) => form.errors[`stages.${index}.${field}`]}
          />
        ))}
      </ol>
      <div className="FlowEditor-add">
        <AddStage kinds={kindsToAdd(stages)} onAdd={add} />
        {form.errors.stages ? <p className="FlowEditor-error">{form.errors.stages}</p> : null}
      </div>
      <VisuallyHidden aria-live="polite">{said}</VisuallyHidden>
    </Section>
  )
}

type AddStageProps = Readonly<{ kinds: readonly StageKind[]; onAdd: (kind: StageKind) => void }>

const AddStage = ({ kinds, onAdd }: AddStageProps) => (
  <Menu position="bottom-start" returnFocus={false}>
    <Menu.Target>
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
        Add a step
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      {kinds.map((kind) => (
        <Menu.Item key={kind} leftSection={<StageIcon kind={kind} />} onClick={() => onAdd(kind)}>
          {kindWords[kind]}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
)
