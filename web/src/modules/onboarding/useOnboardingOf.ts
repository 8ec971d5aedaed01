import type { ContractorId } from '#modules/directory/contract.ts'
import { listOnboardings } from '#modules/onboarding/contract.ts'
import { useView } from '#web/lib/useView.ts'

/** The newest onboarding of a contractor, if there ever was one. */
export const useOnboardingOf = (contractorId: ContractorId) => {
  const { data, isPending } = useView(listOnboardings, { contractorId, limit: 1 })
  return { onboarding: data?.items[0], isLoading: isPending }
}
