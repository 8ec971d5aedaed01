import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { listLegalEntities } from '#modules/organizations/contract.ts'
import { useMay } from '#web/app/session.ts'
import { useView } from '#web/lib/useView.ts'
import { PrepareRunForm } from '#web/modules/payments/PrepareRunForm.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** Starts a pay run, for whoever may. */
export const PrepareRunButton = () => {
  const mayPrepare = useMay('payments.prepare-run')
  const [isOpen, dialog] = useDisclosure()
  const { data, error } = useView(listLegalEntities, { withArchived: false }, { enabled: isOpen })
  if (!mayPrepare) return null
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={dialog.open}>
        Prepare a pay run
      </Button>
      <Modal opened={isOpen} onClose={dialog.close} title="Prepare a pay run" size="md">
        <ProblemNote problem={error} />
        {data ? <PrepareRunForm entities={data.items} onCancel={dialog.close} /> : null}
        {data || error ? null : <SkeletonList rows={4} label="Loading the legal entities" shape="lines" />}
      </Modal>
    </>
  )
}
