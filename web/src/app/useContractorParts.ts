import { contractorParts } from '#web/app/contractorParts.ts'
import { useIsShown } from '#web/app/part.ts'

/** The parts this person may see, of the modules that are on. */
export const useContractorParts = (): typeof contractorParts => {
  const isShown = useIsShown()
  const { tabs, notices, actions } = contractorParts
  return { tabs: tabs.filter(isShown), notices: notices.filter(isShown), actions: actions.filter(isShown) }
}
