import type { ContractorId } from '#modules/directory/contract.ts'
import { viewContractor } from '#modules/directory/contract.ts'
import type { DataField, StageView } from '#modules/onboarding/contract.ts'
import { viewPayee } from '#modules/payees/contract.ts'
import { useMay } from '#web/app/session.ts'
import { linesOfAddress } from '#web/lib/linesOfAddress.ts'
import { useView } from '#web/lib/useView.ts'
import { dataWords } from '#web/modules/onboarding/dataWords.ts'
import { FactList } from '#web/ui/FactList.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

type StageDataProps = Readonly<{ stage: StageView; contractorId: ContractorId }>

/** What is on file now for the fields that the stage asked for. */
export const StageData = ({ stage, contractorId }: StageDataProps) => {
  const maySeePayee = useMay('payees.view')
  const contractor = useView(viewContractor, { contractorId })
  const payee = useView(viewPayee, { contractorId }, { enabled: maySeePayee })
  if (!contractor.data || (maySeePayee && payee.isPending)) {
    return <SkeletonList rows={3} label="Loading what was handed in" shape="lines" />
  }
  const profile = contractor.data
  const paid = payee.data?.payee
  const shownOf = (field: DataField) => {
    if (field === 'legalName') return maySeePayee ? paid?.legalName : 'Seen by finance and legal'
    if (field === 'address') {
      return maySeePayee ? paid && linesOfAddress(paid.address).join(', ') : 'Seen by finance and legal'
    }
    return field === 'skills' ? profile.skills.join(', ') : profile[field]
  }
  return (
    <FactList facts={stage.fields.map((field) => ({ label: dataWords[field] ?? field, value: shownOf(field) }))} />
  )
}
