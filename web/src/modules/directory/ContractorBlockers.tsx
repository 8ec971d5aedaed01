import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Blocker } from '#kernel/blocker.ts'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { LiftBan } from '#web/modules/directory/LiftBan.tsx'
import { MoveContractor } from '#web/modules/directory/MoveContractor.tsx'
import { Blockers } from '#web/ui/Blockers.tsx'

/** Why nothing new may start with this contractor, and the button that clears it on the spot. */
export const ContractorBlockers = ({ contractor }: OfContractor) => {
  const [isLifting, lifting] = useDisclosure()
  const [isResuming, resuming] = useDisclosure()
  const actionFor = ({ code, clears }: Blocker) => {
    if (code === 'directory.do-not-engage' && contractor.can.ban)
      return <Act label={clears.label} act={lifting.open} />
    const mayResume = code === 'directory.paused' && contractor.can.moveTo.includes('active')
    // What leads elsewhere leads to this very page: nothing to press.
    return mayResume ? <Act label={clears.label} act={resuming.open} /> : <span />
  }
  return (
    <>
      <Blockers title="Before anything new can start" blockers={contractor.blockers} actionFor={actionFor} />
      <LiftBan contractor={contractor} opened={isLifting} onClose={lifting.close} />
      <MoveContractor contractor={contractor} to={isResuming ? 'active' : undefined} onClose={resuming.close} />
    </>
  )
}

const Act = ({ label, act }: Readonly<{ label: string; act: () => void }>) => (
  <Button size="xs" onClick={act}>
    {label}
  </Button>
)
