import { Button, Checkbox, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import {
  type AgreementTemplateView,
  addTemplate,
  agreementKinds,
  changeTemplate,
  listTemplates,
} from '#modules/agreements/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { type CommandForm, useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import { TemplatePreview } from '#web/modules/agreements/TemplatePreview.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import './TemplateForm.css'

type Values = {
  name: string
  kind: (typeof agreementKinds)[number]
  body: string
  counterSignature: boolean
  daysToSign: number
}

const empty: Values = { name: '', kind: 'nda', body: '', counterSignature: true, daysToSign: 30 }

export const NewTemplate = () => {
  const { here } = useSession()
  const navigate = useNavigate()
  const form = useCommandForm(addTemplate, {
    initial: empty,
    inputFrom: (values) => values,
    refreshes: ['agreements'],
    onDone: ({ id }) => void navigate({ to: pathIn(here.slug, `agreements/templates/${id}`) }),
    draft: { name: 'agreement-template', never: [] },
  })
  return <Editor form={form} act="Keep the template" />
}

export const ChangeTemplate = ({ template }: Readonly<{ template: AgreementTemplateView }>) => {
  const { id: agreementTemplateId, version, name, kind, body, counterSignature, daysToSign } = template
  const initial: Values = { name, kind, body, counterSignature, daysToSign }
  const form = useCommandForm(changeTemplate, {
    initial,
    inputFrom: (values: Values) => ({ ...values, agreementTemplateId, version }),
    refreshes: ['agreements', 'audit'],
    onDone: () => undefined,
  })
  return <Editor form={form} act="Keep as a new version" />
}

const kinds: Readonly<Record<Values['kind'], string>> = {
  nda: 'Non-disclosure agreement',
  msa: 'Master services agreement',
  sow: 'Statement of work',
  other: 'Something else',
}

/** The text at the left, how it will read at the right. */
const Editor = ({ form, act }: Readonly<{ form: CommandForm<Values>; act: string }>) => (
  <div className="TemplateForm">
    <Section>
      <form onSubmit={form.submit} noValidate>
        <Stack gap="md">
          <TextInput label="Name" {...form.getInputProps('name')} />
          <Select
            label="Kind"
            allowDeselect={false}
            data={agreementKinds.map((value) => ({ value, label: kinds[value] }))}
            {...form.getInputProps('kind')}
          />
          <Body form={form} />
          <NumberInput label="Days to sign" min={1} max={365} {...form.getInputProps('daysToSign')} />
          <Checkbox
            label="Somebody signs for the organization as well"
            {...form.getInputProps('counterSignature', { type: 'checkbox' })}
          />
          <ProblemNote problem={form.problem} />
          <Button type="submit" loading={form.pending}>
            {act}
          </Button>
        </Stack>
      </form>
    </Section>
    <TemplatePreview name={form.values.name} body={form.values.body} />
  </div>
)

const Body = ({ form }: Readonly<{ form: CommandForm<Values> }>) => {
  const { data } = useView(listTemplates, {})
  const area = useRef<HTMLTextAreaElement>(null)
  const insert = (name: string) => {
    const { body } = form.getValues()
    const at = area.current?.selectionStart ?? body.length
    form.setFieldValue('body', `${body.slice(0, at)}{{${name}}}${body.slice(at)}`)
    area.current?.focus()
  }
  return (
    <Stack gap={6}>
      <Textarea
        ref={area}
        label="Text"
        description="# before a heading, - before an item, ** around what stands out, {{field: …}} for what is asked when it is sent."
        autosize
        minRows={14}
        maxRows={30}
        {...form.getInputProps('body')}
      />
      <fieldset className="TemplateForm-fields" aria-label="Put a merge field into the text">
        {(data?.mergeFields ?? []).map(({ name, means }) => (
          <Button key={name} variant="default" size="compact-xs" title={means} onClick={() => insert(name)}>
            {name}
          </Button>
        ))}
      </fieldset>
    </Stack>
  )
}
