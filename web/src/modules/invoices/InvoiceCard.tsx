import { Group, Text } from '@mantine/core'
import type { InvoiceRow } from '#modules/invoices/contract.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { MoneyText } from '#web/ui/MoneyText.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

/** An invoice in a list on a phone. */
export const InvoiceCard = ({ invoice }: Readonly<{ invoice: InvoiceRow }>) => {
  const { contractorName, number, status, total, projectName, submittedAt } = invoice
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <PersonName name={contractorName} detail={number} />
        <MoneyText value={total} fw={500} />
      </Group>
      <Group justify="space-between" wrap="nowrap" gap="sm" mt={6} pl={40}>
        <Text size="sm" c="dimmed" truncate>
          {projectName} · <DateText value={submittedAt} />
        </Text>
        <StateBadge state={status} />
      </Group>
    </>
  )
}
