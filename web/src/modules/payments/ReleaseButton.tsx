import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { listLegalEntities } from '#modules/organizations/contract.ts'
import { type PayRunView, releasePayRun } from '#modules/payments/contract.ts'
import { useMay } from '#web/app/session.ts'
import { countOf } from '#web/lib/countOf.ts'
import { formatDay } from '#web/lib/formatDate.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useNow } from '#web/lib/useNow.ts'
import { useView } from '#web/lib/useView.ts'
import { madeOldByPayments } from '#web/modules/payments/madeOldByPayments.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'

/** The one step that sends money: it says how many, how much, from where and when. */
export const ReleaseButton = ({ run }: Readonly<{ run: PayRunView }>) => {
  const { id: payRunId, version, payments, total, payOn, legalEntityId, legalEntityName } = run
  const releasing = useCommand(releasePayRun, madeOldByPayments)
  const [isAsking, dialog] = useDisclosure()
  const maySeeAccount = useMay('organizations.list-legal-entities')
  const { data } = useView(listLegalEntities, { withArchived: true }, { enabled: maySeeAccount })
  const account = data?.items.find(({ id }) => id === legalEntityId)?.account
  const from = account ? `${account.bankName} ·${account.last4}` : legalEntityName
  const count = countOf(payments, 'payment')
  const day = formatDay(payOn, useNow())
  return (
    <>
      <Button onClick={dialog.open}>Release</Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={dialog.close}
        title={`Release ${count}?`}
        confirm={`Release ${count}`}
        onConfirm={() => releasing.mutate({ payRunId, version }, { onSuccess: dialog.close })}
        pending={releasing.isPending}
        problem={releasing.error}
      >
        <strong>
          Release {count}, {formatMoney(total)}, from {from} on {day}.
        </strong>{' '}
        The file for the bank is made once, and this cannot be taken back.
      </ConfirmDialog>
    </>
  )
}
