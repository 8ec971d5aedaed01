import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { listLegalEntities } from '#modules/organizations/contract.ts'
import { sumPayables } from '#modules/payments/contract.ts'
import { useMay } from '#web/app/session.ts'
import { useToday } from '#web/lib/useToday.ts'
import { useView } from '#web/lib/useView.ts'
import { firstPayDay } from '#web/modules/payments/firstPayDay.ts'
import { PrepareRunForm } from '#web/modules/payments/PrepareRunForm.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** Starts a pay run, for whoever may. */
export const PrepareRunButton = () => {
  const mayPrepare = useMay('payments.prepare-run')
  const [isOpen, dialog] = useDisclosure()
  const entities = useView(listLegalEntities, { withArchived: false }, { enabled: isOpen })
  const totals = useView(sumPayables, {}, { enabled: isOpen })
  const today = useToday()
  const error = entities.error ?? totals.error
  const isLoaded = entities.data !== undefined && totals.data !== undefined
  if (!mayPrepare) return null
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={dialog.open}>
        Prepare a pay run
      </Button>
      <Modal opened={isOpen} onClose={dialog.close} title="Prepare a pay run" size="md">
        <ProblemNote problem={error} />
        {isLoaded ? (
          <PrepareRunForm
            entities={entities.data.items}
            payOn={firstPayDay(totals.data.items, today)}
            onCancel={dialog.close}
          />
        ) : null}
        {isLoaded || error ? null : <SkeletonList rows={4} label="Loading the legal entities" shape="lines" />}
      </Modal>
    </>
  )
}
