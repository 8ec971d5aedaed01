import { Checkbox, Modal, Text, Textarea } from '@mantine/core'
import { requestChanges, type StageView } from '#modules/onboarding/contract.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { dataWords } from '#web/modules/onboarding/dataWords.ts'
import { DialogForm } from '#web/ui/DialogForm.tsx'

type AskForChangesProps = Readonly<{ stage: StageView; opened: boolean; onClose: () => void }>

/** Names the fields to mend, each with a note; everything else stays as it was handed in. */
export const AskForChanges = ({ stage, opened, onClose }: AskForChangesProps) => (
  <Modal opened={opened} onClose={onClose} title={`What should change in “${stage.title}”?`}>
    <Form stage={stage} onDone={onClose} />
  </Modal>
)

const fieldsOf = ({ kind, fields }: StageView): readonly string[] =>
  kind === 'data' ? fields : kind === 'document' ? ['file'] : ['form']

type Typed = { notes: Readonly<Record<string, string | undefined>> }

const Form = ({ stage, onDone }: Readonly<{ stage: StageView; onDone: () => void }>) => {
  const fields = fieldsOf(stage)
  const initial: Typed = { notes: fields.length === 1 ? { [fields[0] ?? '']: '' } : {} }
  const form = useCommandForm(requestChanges, {
    initial,
    inputFrom: ({ notes }: Typed) => ({
      stageId: stage.id,
      version: stage.version,
      changes: fields.flatMap((field) => (notes[field] === undefined ? [] : [{ field, note: notes[field] }])),
    }),
    refreshes: ['onboarding', 'audit'],
    onDone,
  })
  const { notes } = form.values
  const set = (field: string, note: string | undefined) => form.setFieldValue('notes', { ...notes, [field]: note })
  // The server counts the changes that were sent; the form shows them by field.
  const errorOf = (field: string) =>
    form.errors[`changes.${fields.filter((one) => notes[one] !== undefined).indexOf(field)}.note`]
  return (
    <DialogForm form={form} act="Ask for changes" onCancel={onDone}>
      <Text size="sm">Everything you do not name stays as it is.</Text>
      {fields.map((field) => (
        <div key={field}>
          {fields.length > 1 ? (
            <Checkbox
              label={dataWords[field] ?? field}
              checked={notes[field] !== undefined}
              onChange={(event) => set(field, event.currentTarget.checked ? '' : undefined)}
            />
          ) : null}
          {notes[field] === undefined ? null : (
            <Textarea
              mt={6}
              label={fields.length > 1 ? `What to change: ${dataWords[field] ?? field}` : 'What to change'}
              autosize
              minRows={2}
              value={notes[field]}
              error={errorOf(field)}
              onChange={(event) => set(field, event.currentTarget.value)}
            />
          )}
        </div>
      ))}
    </DialogForm>
  )
}
