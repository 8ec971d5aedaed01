import { Group, Text } from '@mantine/core'
import type { ContractorRow } from '#modules/directory/contract.ts'
import { nameOfCountry } from '#web/lib/nameOfCountry.ts'
import { RateText } from '#web/modules/directory/RateText.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

/** A contractor in a list on a phone. */
export const ContractorCard = ({ contractor }: Readonly<{ contractor: ContractorRow }>) => {
  const { displayName, email, status, doNotEngage, country, rate, skills } = contractor
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <PersonName name={displayName} detail={email} />
        <StateBadge state={doNotEngage ? 'do_not_engage' : status} />
      </Group>
      <Text size="sm" c="dimmed" mt={6} pl={40}>
        {nameOfCountry(country)}
        {rate === null ? null : (
          <>
            {' · '}
            <RateText rate={rate} />
          </>
        )}
        {skills.length === 0 ? null : ` · ${skills.slice(0, 3).join(', ')}`}
      </Text>
    </>
  )
}
