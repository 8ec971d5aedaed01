import type { PayRunView } from '#modules/payments/contract.ts'
import { wordsOfMethod } from '#web/modules/payments/wordsOfMethod.ts'
import { DateText } from '#web/ui/DateText.tsx'
import type { Fact } from '#web/ui/FactList.tsx'

export const payRunFacts = (run: PayRunView): readonly Fact[] => [
  { label: 'Prepared', value: said(run.prepared) },
  { label: 'Locked', value: said(run.locked) },
  { label: 'Approved', value: said(run.approved) },
  { label: 'Released', value: said(run.released) },
  { label: 'Bank accepted', value: <DateText value={run.acknowledgedAt} /> },
  { label: 'Kind of file', value: wordsOfMethod.get(run.method) },
  { label: 'File', value: run.file?.name },
]

const said = (act: PayRunView['prepared']) =>
  act && (
    <>
      {act.name ?? 'A former member'}, <DateText value={act.at} />
    </>
  )
