import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import type { LegalEntityView } from '#modules/organizations/contract.ts'
import { currencies } from '#web/lib/currencies.ts'
import type { CommandForm } from '#web/lib/useCommandForm.ts'
import { AddressFields, emptyAddress, sentAddress, typedAddress } from '#web/ui/AddressFields.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

type Values = Readonly<{ name: string; currency: string; address: typeof emptyAddress; ein: string }>

/** What the form starts with: a legal entity on file, or nothing. */
export const legalEntityValues = (entity?: LegalEntityView): Values => ({
  name: entity?.name ?? '',
  currency: entity?.currency ?? 'USD',
  address: entity ? typedAddress(entity.address) : emptyAddress,
  ein: '',
})

/** Without the EIN, which is changed by itself. */
export const sentLegalEntity = ({ name, currency, address }: Values) => ({
  name,
  currency,
  address: sentAddress(address),
})

type LegalEntityFieldsProps = Readonly<{
  form: CommandForm<Values>
  withEin?: boolean
  onCancel: () => void
  act: string
}>

/** Name, address and currency; for a new one the EIN as well. */
export const LegalEntityFields = ({ form, withEin = false, onCancel, act }: LegalEntityFieldsProps) => (
  <form onSubmit={form.submit} noValidate>
    <Stack gap="md">
      <TextInput label="Registered name" data-autofocus {...form.getInputProps('name')} />
      <AddressFields inputProps={(path) => form.getInputProps(path)} country={form.values.address.country} />
      {withEin ? (
        <TextInput
          label="EIN"
          description="Kept sealed; later only its last four digits are shown. It can be added later."
          placeholder="12-3456789"
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('ein')}
        />
      ) : null}
      <Select
        label="Currency"
        description="What it pays in unless something else is agreed."
        data={[...new Set([...currencies, form.values.currency])]}
        {...form.getInputProps('currency')}
      />
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
