import { Button, Fieldset, Group, NumberInput, Select, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { changePaymentSchedule, type PaymentRule, type PaymentScheduleView } from '#modules/payments/contract.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

type Kind = PaymentRule['kind']
type Values = {
  kind: Kind
  days: number
  weekday: string
  cutOffBankingDays: number
  calendar: PaymentScheduleView['calendar']
}

const kinds: readonly Readonly<{ value: Kind; label: string }>[] = [
  { value: 'days_after_approval', label: 'So many days after approval' },
  { value: 'weekly', label: 'Every week' },
  { value: 'semi_monthly', label: 'On the 15th and the last day of the month' },
  { value: 'end_of_month', label: 'So many days after the end of the month' },
]
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((label, index) => ({
  value: String(index + 1),
  label,
}))
const calendars = [
  { value: 'us-federal-reserve', label: 'United States (Federal Reserve)' },
  { value: 'target', label: 'Euro (TARGET)' },
]

const ruleOf = ({ kind, days, weekday }: Values): PaymentRule => {
  if (kind === 'days_after_approval') return { kind, days }
  if (kind === 'end_of_month') return { kind, plusDays: days }
  return kind === 'weekly' ? { kind, weekday: Number(weekday) } : { kind }
}

const daysOf = (rule: PaymentRule): number => {
  if (rule.kind === 'days_after_approval') return rule.days
  return rule.kind === 'end_of_month' ? rule.plusDays : 30
}

/** Invoices that are approved already keep their day. */
export const ScheduleForm = ({ schedule }: Readonly<{ schedule: PaymentScheduleView }>) => {
  const { rule, cutOffBankingDays, calendar, legalEntityId, legalEntityName, version, can } = schedule
  const initial: Values = {
    kind: rule.kind,
    days: daysOf(rule),
    weekday: rule.kind === 'weekly' ? String(rule.weekday) : '4',
    cutOffBankingDays,
    calendar,
  }
  const form = useCommandForm(changePaymentSchedule, {
    initial,
    inputFrom: (values) => ({
      rule: ruleOf(values),
      cutOffBankingDays: values.cutOffBankingDays,
      calendar: values.calendar,
      legalEntityId,
      version,
    }),
    refreshes: ['payments', 'audit'],
    onDone: () =>
      notifications.show({ message: `${legalEntityName} pays by the new schedule from the next approval on.` }),
  })
  const { kind } = form.values
  return (
    <form onSubmit={form.submit} noValidate>
      <Fieldset variant="unstyled" disabled={!can.change} maw={480}>
        <Stack gap="md">
          <Select label="Pays" data={kinds} allowDeselect={false} {...form.getInputProps('kind')} />
          {kind === 'days_after_approval' || kind === 'end_of_month' ? (
            <NumberInput label="Days" min={0} max={120} {...form.getInputProps('days')} />
          ) : null}
          {kind === 'weekly' ? (
            <Select label="On" data={weekdays} allowDeselect={false} {...form.getInputProps('weekday')} />
          ) : null}
          <NumberInput
            label="Cut-off"
            description="How many banking days before a pay day an invoice must be approved to be in it."
            min={0}
            max={10}
            {...form.getInputProps('cutOffBankingDays')}
          />
          <Select
            label="Banking days of"
            data={calendars}
            allowDeselect={false}
            {...form.getInputProps('calendar')}
          />
          <ProblemNote problem={form.problem} />
          {can.change ? (
            <Group justify="flex-end">
              <Button type="submit" loading={form.pending}>
                Save
              </Button>
            </Group>
          ) : null}
        </Stack>
      </Fieldset>
    </form>
  )
}
