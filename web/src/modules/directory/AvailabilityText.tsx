import type { ContractorRow, ContractorView } from '#modules/directory/contract.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { wordOf } from '#web/ui/toneOf.ts'

type AvailabilityTextProps = Readonly<{
  contractor: Pick<ContractorRow, 'availability' | 'availableFrom'> &
    Partial<Pick<ContractorView, 'availabilityNote' | 'availabilitySetAt'>>
}>

/** "Limited from 14 Dec", and when that was said: an old word about being free is worth little. */
export const AvailabilityText = ({ contractor }: AvailabilityTextProps) => {
  const { availability, availableFrom, availabilityNote, availabilitySetAt } = contractor
  if (availability === 'unknown') return '—'
  return (
    <>
      {wordOf(availability)}
      {availableFrom === null ? null : (
        <>
          {' '}
          from <DateText value={availableFrom} />
        </>
      )}
      {availabilityNote ? `: ${availabilityNote}` : null}
      {availabilitySetAt ? (
        <>
          {' '}
          (said <DateText value={availabilitySetAt} />)
        </>
      ) : null}
    </>
  )
}
