import { Button, Stack, TextInput } from '@mantine/core'
import { type AgreementView, changeDraft, viewTemplate } from '#modules/agreements/contract.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'

type OfAgreement = Readonly<{ agreement: AgreementView }>

/** What a draft still asks for before it can be sent. */
export const DraftFields = ({ agreement }: OfAgreement) => {
  const { data } = useView(viewTemplate, { agreementTemplateId: agreement.templateId })
  const names = data?.fields ?? []
  const { missing } = agreement
  if (names.length === 0 && missing.length === 0) return null
  return (
    <Section title="Before it is sent">
      <Stack gap="md">
        {missing.length > 0 ? (
          <ul style={{ margin: 0, paddingLeft: 20 }}>
            {missing.map(({ pointer, detail }) => (
              <li key={`${pointer} ${detail}`}>{detail}</li>
            ))}
          </ul>
        ) : null}
        {names.length > 0 ? <FieldsForm agreement={agreement} names={names} /> : null}
      </Stack>
    </Section>
  )
}

const FieldsForm = ({ agreement, names }: OfAgreement & Readonly<{ names: readonly string[] }>) => {
  const { id: agreementId, version, fields } = agreement
  const form = useCommandForm(changeDraft, {
    // By place, because a name may hold a dot, which forms take for a path.
    initial: { values: names.map((name) => fields[name] ?? '') },
    inputFrom: ({ values }) => ({
      agreementId,
      version,
      fields: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])),
    }),
    refreshes: ['agreements', 'audit'],
    onDone: () => undefined,
  })
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="md">
        {names.map((name, index) => (
          <TextInput
            key={name}
            label={name}
            {...form.getInputProps(`values.${index}`)}
            error={form.errors[`fields.${name}`]}
          />
        ))}
        <ProblemNote problem={form.problem} />
        <Button type="submit" variant="default" loading={form.pending}>
          Fill it in
        </Button>
      </Stack>
    </form>
  )
}
