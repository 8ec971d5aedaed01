import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useNavigate } from '@tanstack/react-router'
import type { PlainDate } from '#kernel/dates.ts'
import type { LegalEntityView } from '#modules/organizations/contract.ts'
import { type PayMethod, preparePayRun, sumPayables } from '#modules/payments/contract.ts'
import { useSession } from '#web/app/session.ts'
import { countOf } from '#web/lib/countOf.ts'
import { currencies } from '#web/lib/currencies.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import { dayTyped } from '#web/modules/payments/dayTyped.ts'
import { wordsOfMethod } from '#web/modules/payments/wordsOfMethod.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import '@mantine/dates/styles.layer.css'

type PrepareRunFormProps = Readonly<{ entities: readonly LegalEntityView[]; payOn: PlainDate; onCancel: () => void }>
type Values = { legalEntityId: string; currency: string; payOn: string; method: PayMethod }

/** The account a legal entity pays from decides which file its bank takes. */
const methodOf = (entity: LegalEntityView | undefined): PayMethod =>
  entity?.account?.kind === 'iban' ? 'pain001' : 'nacha'

/** Who pays, in what, on which day: everything that is due by then and free to be paid goes in. */
export const PrepareRunForm = ({ entities, payOn, onCancel }: PrepareRunFormProps) => {
  const { here } = useSession()
  const navigate = useNavigate()
  const [first] = entities
  const initial: Values = {
    legalEntityId: first?.id ?? '',
    currency: first?.currency ?? 'USD',
    payOn,
    method: methodOf(first),
  }
  const form = useCommandForm(preparePayRun, {
    initial,
    inputFrom: (values) => values,
    refreshes: ['payments', 'invoices', 'audit'],
    onDone: ({ id }) => void navigate({ to: pathIn(here.slug, `payments/runs/${id}`) }),
  })
  const choose = (id: string | null) => {
    const entity = entities.find((each) => each.id === id)
    if (entity) form.setValues({ legalEntityId: entity.id, currency: entity.currency, method: methodOf(entity) })
  }
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="md">
        <Select
          label="Who pays"
          data={entities.map(({ id, name }) => ({ value: id, label: name }))}
          allowDeselect={false}
          {...form.getInputProps('legalEntityId')}
          onChange={choose}
        />
        <Group grow align="flex-start">
          <Select label="Currency" data={currencies} allowDeselect={false} {...form.getInputProps('currency')} />
          <DateInput label="Pay day" {...form.getInputProps('payOn')} />
        </Group>
        <Select
          label="File for the bank"
          data={[...wordsOfMethod].map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          {...form.getInputProps('method')}
        />
        <WhatIsDue {...form.values} />
        <ProblemNote problem={form.problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={form.pending}>
            Prepare it
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const WhatIsDue = ({ legalEntityId, currency, payOn }: Values) => {
  const dueBy = dayTyped(payOn)
  const { data } = useView(sumPayables, { dueBy }, { enabled: dueBy !== undefined, keepPrevious: true })
  if (!data) return null
  const total = data.items.find((each) => each.legalEntityId === legalEntityId && each.currency === currency)
  const held = total?.held.count ? `, ${total.held.count} more are held back` : ''
  return (
    <Text size="sm" c="dimmed" role="status">
      {total?.due.count
        ? `Due by then: ${countOf(total.due.count, 'invoice')} over ${formatMoney(total.due.total)}${held}.`
        : `Nothing is due by then that could be paid${held}.`}
    </Text>
  )
}
