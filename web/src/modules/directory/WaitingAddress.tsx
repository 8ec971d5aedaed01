import { Text } from '@mantine/core'
import { type ContractorId, viewWaitingAddress } from '#modules/directory/contract.ts'
import { useView } from '#web/lib/useView.ts'
import { DateText } from '#web/ui/DateText.tsx'

/** Whoever signs in keeps their address until they have confirmed the new one: whom it waits for, and until when. */
export const WaitingAddress = ({ contractorId }: Readonly<{ contractorId: ContractorId }>) => {
  const { data } = useView(viewWaitingAddress, { contractorId })
  return data?.waiting ? (
    <Text size="xs" c="dimmed">
      {data.waiting.email} waits for them to confirm it, until <DateText value={new Date(data.waiting.expiresAt)} />
    </Text>
  ) : null
}
