import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { currencies } from '#web/lib/currencies.ts'
import type { CommandForm } from '#web/lib/useCommandForm.ts'
import { DepartmentSelect } from '#web/modules/organizations/DepartmentSelect.tsx'
import { LegalEntitySelect } from '#web/modules/organizations/LegalEntitySelect.tsx'
import type { ProjectValues } from '#web/modules/work/projectForm.ts'
import { MoneyField } from '#web/ui/MoneyField.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import '@mantine/dates/styles.layer.css'

type ProjectFieldsProps = Readonly<{
  form: CommandForm<ProjectValues>
  act: string
  onCancel: () => void
}>

/** What a project is: whose work, who pays, how much it may cost. */
export const ProjectFields = ({ form, act, onCancel }: ProjectFieldsProps) => (
  <form onSubmit={form.submit} noValidate>
    <Stack gap="md">
      <TextInput label="Name" autoComplete="off" data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label="Code"
        description="As your books know it, if they do."
        autoComplete="off"
        {...form.getInputProps('code')}
      />
      <DepartmentSelect description="Work and spend are filed under it." {...form.getInputProps('departmentId')} />
      <LegalEntitySelect
        description="The part of the organization that pays for it."
        {...form.getInputProps('legalEntityId')}
      />
      <MoneyField
        label="Budget"
        description="Leave it empty if there is none."
        currency={form.values.budget.currency}
        currencies={currencies}
        onCurrency={(currency) => form.setFieldValue('budget.currency', currency)}
        {...form.getInputProps('budget.amount')}
        error={form.errors['budget.amount'] ?? form.errors.budget}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <DateInput label="First day" clearable {...form.getInputProps('startsOn')} />
        <DateInput label="Last day" clearable {...form.getInputProps('endsOn')} />
      </SimpleGrid>
      <ProblemNote problem={form.problem} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={form.pending}>
          {act}
        </Button>
      </Group>
    </Stack>
  </form>
)
