import { contractorParts } from '#web/app/contractorParts.ts'
import { useSession } from '#web/app/session.ts'

/** The parts this person may see, of the modules that are on. */
export const useContractorParts = (): typeof contractorParts => {
  const { here } = useSession()
  const isShown = ({ permission, module }: Shown) =>
    here.can.includes(permission) && (module === undefined || !here.modulesOff.includes(module))
  const { tabs, notices, actions } = contractorParts
  return { tabs: tabs.filter(isShown), notices: notices.filter(isShown), actions: actions.filter(isShown) }
}

type Shown = (typeof contractorParts)['notices'][number]
