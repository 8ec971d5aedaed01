import { Button } from '@mantine/core'
import { useState } from 'react'
import type { LimitsView } from '#modules/approvals/contract.ts'
import { useMay } from '#web/app/session.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { type Holder, LimitsDialog } from '#web/modules/approvals/LimitsDialog.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Row, Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'

/** Limits by member. Whoever is not listed has none. */
export const LimitsSection = ({ holders }: Readonly<{ holders: readonly LimitsView[] }>) => {
  const maySet = useMay('approvals.change-limits')
  const [chosen, setChosen] = useState<Holder | 'somebody'>()
  return (
    <Section
      title="Limits"
      description="How much somebody may approve for one contractor in 30 days. Whoever is not listed may approve any amount."
      flush={holders.length > 0}
      actions={
        maySet ? (
          <Button variant="default" size="xs" flex="none" onClick={() => setChosen('somebody')}>
            Set a limit
          </Button>
        ) : undefined
      }
    >
      {holders.length === 0 ? (
        'Nobody has a limit yet.'
      ) : (
        <Rows>
          {holders.map((holder) => (
            <Row key={holder.personId} title={<PersonName name={holder.name} size="sm" detail={limitsOf(holder)} />}>
              {holder.can.change ? (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={`Change the limit of ${holder.name}`}
                  onClick={() => setChosen(holder)}
                >
                  Change
                </Button>
              ) : null}
            </Row>
          ))}
        </Rows>
      )}
      <LimitsDialog
        key={chosen === undefined || chosen === 'somebody' ? chosen : chosen.personId}
        chosen={chosen}
        holders={holders}
        onClose={() => setChosen(undefined)}
      />
    </Section>
  )
}

const limitsOf = ({ limits }: LimitsView): string =>
  limits.length === 0 ? 'Any amount' : `Up to ${limits.map(formatMoney).join(' or ')}`
