import { Text } from '@mantine/core'
import { viewMyPayee } from '#modules/payees/contract.ts'
import { useView } from '#web/lib/useView.ts'
import { BankAccountForm } from '#web/modules/payees/BankAccountForm.tsx'
import { MyPayeeForm } from '#web/modules/payees/MyPayeeForm.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** The bank account; who is paid comes first where the data stage did not ask for it. */
export const PayoutStage = ({ onDone }: Readonly<{ onDone: () => void }>) => {
  const { data, error } = useView(viewMyPayee, {})
  if (error) return <ProblemNote problem={error} />
  if (!data) return <SkeletonList rows={3} label="Loading" shape="lines" />
  if (!data.payee) {
    return (
      <>
        <Text size="sm">First say who is paid.</Text>
        <MyPayeeForm payee={null} />
      </>
    )
  }
  const { legalName, address } = data.payee
  return (
    <BankAccountForm holderName={legalName} country={address.country} act="Save the bank account" onDone={onDone} />
  )
}
