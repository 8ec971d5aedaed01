import { getRouteApi } from '@tanstack/react-router'
import { Flow } from '#web/modules/onboarding/Flow.tsx'

const route = getRouteApi('/$organization/staff/settings/onboarding/$flowId')

export const FlowPage = () => {
  const { flowId } = route.useParams()
  return <Flow flowId={flowId} />
}
