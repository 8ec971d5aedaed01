import { Button, Group, SimpleGrid, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Money } from '#kernel/money.ts'
import type { CommandForm } from '#web/lib/useCommandForm.ts'
import { LineFields } from '#web/modules/invoices/LineFields.tsx'
import { TotalBar } from '#web/modules/invoices/TotalBar.tsx'
import { newLine, type TypedInvoice, type TypedLine } from '#web/modules/invoices/typedInvoice.ts'
import { totalsOf } from '#web/modules/invoices/typedTotals.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { RestoredNote } from '#web/ui/RestoredNote.tsx'
import { Section } from '#web/ui/Section.tsx'

type InvoiceFieldsProps = Readonly<{
  form: CommandForm<TypedInvoice>
  currency: string
  /** What a new line starts with. */
  unit: string
  unitPrice: string
  /** What was paid before, less rounding: it stays whatever the lines come to. */
  adjustment?: Money
}>

/** An invoice while it is written, with its total at the foot of the screen all the time. */
export const InvoiceFields = ({ form, currency, unit, unitPrice, adjustment }: InvoiceFieldsProps) => {
  const { lines } = form.values
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="md">
        {form.isRestored ? <RestoredNote onDiscard={form.discard} /> : null}
        <Section>
          <Stack gap="md">
            <TextInput
              label="Your number"
              description="As in your own books. Each one can be used once a year."
              autoComplete="off"
              {...form.getInputProps('number')}
            />
            <TextInput label="Date" type="date" {...form.getInputProps('issuedOn')} />
            <SimpleGrid cols={2} spacing="sm">
              <TextInput label="Work from" type="date" {...form.getInputProps('periodFrom')} />
              <TextInput label="to" type="date" {...form.getInputProps('periodTo')} />
            </SimpleGrid>
          </Stack>
        </Section>
        <Lines form={form} currency={currency} />
        <Group>
          <Button
            variant="default"
            size="md"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => form.insertListItem('lines', newLine(unit, unitPrice))}
          >
            Add a line
          </Button>
        </Group>
        <Section>
          <Textarea
            label="Note"
            description="Whoever approves it reads this."
            autosize
            minRows={2}
            maxRows={8}
            {...form.getInputProps('note')}
          />
        </Section>
        <ProblemNote problem={form.problem} />
        <TotalBar totals={totalsOf(lines, currency)} adjustment={adjustment}>
          <Button type="submit" size="md" loading={form.pending}>
            Save and check
          </Button>
        </TotalBar>
      </Stack>
    </form>
  )
}

const Lines = ({ form, currency }: Pick<InvoiceFieldsProps, 'form' | 'currency'>) => {
  const { lines } = form.values
  const withTax = lines.some(({ taxRate }) => taxRate !== '0')
  const setTax = (isOn: boolean) =>
    form.setFieldValue(
      'lines',
      lines.map((line) => ({ ...line, taxRate: isOn ? '' : '0' })),
    )
  return (
    <>
      {lines.map((line, index) => (
        <LineFields
          key={line.key}
          line={line}
          number={index + 1}
          currency={currency}
          withTax={withTax}
          inputProps={(field: keyof TypedLine) => form.getInputProps(`lines.${index}.${field}`)}
          onRemove={lines.length > 1 ? () => form.removeListItem('lines', index) : undefined}
        />
      ))}
      <Switch
        label="I add tax"
        description="VAT, GST or sales tax, if you have to charge it."
        checked={withTax}
        onChange={(event) => setTax(event.currentTarget.checked)}
      />
    </>
  )
}
