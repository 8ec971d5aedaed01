import { Select } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { ContractorId, type EngagementView, listEngagements } from '#modules/directory/contract.ts'
import { formatDay } from '#web/lib/formatDate.ts'
import { useNow } from '#web/lib/useNow.ts'
import { useView } from '#web/lib/useView.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

type EngagementPickerProps = Readonly<{
  contractorId: string | null
  value: string | null
  onChange: (engagementId: string | null) => void
  error?: ReactNode
}>

/** The engagements a contractor has that are not over. The only one is chosen by itself. */
export const EngagementPicker = ({ contractorId, value, onChange, error }: EngagementPickerProps) => {
  const asked = ContractorId.safeParse(contractorId).data
  const now = useNow()
  const found = useView(listEngagements, { contractorId: asked ?? nobody }, { enabled: asked !== undefined })
  const open = (found.data?.items ?? []).filter(({ status }) => status !== 'ended')
  const only = open.length === 1 ? open[0]?.id : undefined
  useEffect(() => {
    if (only !== undefined && value === null) onChange(only)
  }, [only, value, onChange])
  const hasNone = asked !== undefined && found.data !== undefined && open.length === 0
  return (
    <>
      <Select
        label="Engagement"
        description="The agreement chain and the legal entity this work falls under."
        placeholder={asked === undefined ? 'Choose the contractor first' : 'Choose one'}
        disabled={asked === undefined}
        name="engagementId"
        data={open.map((engagement) => ({ value: engagement.id, label: wordsOf(engagement, now) }))}
        value={value}
        onChange={onChange}
        error={error ?? (hasNone ? 'This contractor has no engagement. Open one on their page first.' : undefined)}
      />
      <ProblemNote problem={found.error} onRetry={() => void found.refetch()} />
    </>
  )
}

const nobody = ContractorId.parse('00000000-0000-7000-8000-000000000000')

const wordsOf = ({ legalEntityName, startsOn, endsOn }: EngagementView, now: Date): string =>
  `${legalEntityName}, ${formatDay(startsOn, now)} – ${endsOn ? formatDay(endsOn, now) : 'open end'}`
