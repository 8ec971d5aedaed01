import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCoin } from '@tabler/icons-react'
import type { ContractorView, RateView } from '#modules/directory/contract.ts'
import { removeRate } from '#modules/directory/contract.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useToday } from '#web/lib/useToday.ts'
import { AddRate } from '#web/modules/directory/AddRate.tsx'
import { RateText } from '#web/modules/directory/RateText.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Row, Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

/** What somebody costs, from which day on: the newest first, the ones that hold today marked. */
export const ContractorRates = ({ contractor }: OfContractor) => {
  const [isAdding, adding] = useDisclosure()
  const today = useToday()
  const { rates, can } = contractor
  const add = can.changeRates ? <Button onClick={adding.open}>Add a rate</Button> : undefined
  return (
    <Section
      title="Rates"
      description="A new rate leaves running assignments as they are."
      actions={rates.length > 0 ? add : undefined}
      flush
    >
      {rates.length === 0 ? (
        <EmptyState icon={IconCoin} title="No rate is agreed yet" action={add}>
          By the hour, the day or the piece, each from a day on.
        </EmptyState>
      ) : (
        <Rows>
          {rates.map((rate) => (
            <RateRow key={rate.id} contractor={contractor} rate={rate} today={today} />
          ))}
        </Rows>
      )}
      <AddRate contractor={contractor} opened={isAdding} onClose={adding.close} />
    </Section>
  )
}

type RateRowProps = OfContractor & Readonly<{ rate: RateView; today: string }>

const RateRow = ({ contractor, rate, today }: RateRowProps) => {
  const removing = useCommand(removeRate, ['directory', 'audit'])
  return (
    <Row
      title={<RateText rate={rate} />}
      detail={
        <>
          From <DateText value={rate.validFrom} />
        </>
      }
    >
      <Group gap="xs" wrap="nowrap">
        {standing(contractor.rates, rate, today)}
        {contractor.can.changeRates ? (
          <Button
            variant="default"
            size="xs"
            loading={removing.isPending}
            onClick={() => removing.mutate({ contractorId: contractor.id, rateId: rate.id })}
          >
            Take back
          </Button>
        ) : null}
      </Group>
      <ProblemNote problem={removing.error} />
    </Row>
  )
}

const standing = (rates: ContractorView['rates'], rate: RateView, today: string) => {
  if (rate.validFrom > today) return <StateBadge state="planned" />
  const newest = rates.find(({ unit, validFrom }) => unit === rate.unit && validFrom <= today)
  return newest?.id === rate.id ? <StateBadge state="active" label="Today" /> : null
}
