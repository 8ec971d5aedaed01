import { viewMyOnboarding } from '#modules/onboarding/contract.ts'
import { useSession } from '#web/app/session.ts'
import { useView } from '#web/lib/useView.ts'

/** The onboarding that waits for the contractor, if one does. */
export const useOpenOnboarding = () => {
  const { here } = useSession()
  const { data } = useView(viewMyOnboarding, {}, { enabled: !here.modulesOff.includes('onboarding') })
  return data?.items.find(({ status, nextStageId }) => status === 'in_progress' && nextStageId !== null)
}
