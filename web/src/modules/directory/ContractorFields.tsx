import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { listContractorTypes } from '#modules/directory/contract.ts'
import type { CommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import type { ContractorValues } from '#web/modules/directory/contractorValues.ts'
import { ProfileFields } from '#web/modules/directory/ProfileFields.tsx'
import { DepartmentSelect } from '#web/modules/organizations/DepartmentSelect.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { RestoredNote } from '#web/ui/RestoredNote.tsx'
import { Section } from '#web/ui/Section.tsx'

type ContractorFieldsProps = Readonly<{
  form: CommandForm<ContractorValues>
  act: string
  onCancel: () => void
}>

/** Everything on file about a contractor, to be typed: who they are, and where the company files them. */
export const ContractorFields = ({ form, act, onCancel }: ContractorFieldsProps) => (
  <form onSubmit={form.submit} noValidate>
    <Stack gap="lg" maw={720}>
      {form.isRestored ? <RestoredNote onDiscard={form.discard} /> : null}
      <Section title="Who they are">
        <Stack gap="md">
          <ProfileFields
            inputProps={(name) => form.getInputProps(name)}
            email={<TextInput label="E-mail" type="email" autoComplete="email" {...form.getInputProps('email')} />}
          />
        </Stack>
      </Section>
      <Section title="Where we file them" description="Not shown to the contractor.">
        <Placement form={form} />
      </Section>
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

const Placement = ({ form }: Pick<ContractorFieldsProps, 'form'>) => {
  const types = useView(listContractorTypes, {})
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <Select
          label="Type"
          placeholder="None"
          clearable
          clearButtonProps={{ 'aria-label': 'Clear' }}
          data={(types.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('typeId')}
        />
        <DepartmentSelect placeholder="None" clearable {...form.getInputProps('departmentId')} />
      </SimpleGrid>
      <TextInput
        label="External id"
        description="What another system calls them. Imports find them by it."
        {...form.getInputProps('externalId')}
      />
    </Stack>
  )
}
