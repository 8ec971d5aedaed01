import type { ComponentType } from 'react'
import { useSession } from '#web/app/session.ts'

/** What a module shows on the page of another that knows nothing of it. */
export type Part<Props> = Readonly<{
  id: string
  /** Who sees it: the permission its endpoint asks for. */
  permission: string
  /** Not shown while the organization has this switched off. */
  module?: string
  /** By `lazy`, so that it loads with the page that shows it. */
  component: ComponentType<Props>
}>

/** Whether this person may see a part, of the modules that are on. */
export const useIsShown = (): ((part: Pick<Part<never>, 'permission' | 'module'>) => boolean) => {
  const { here } = useSession()
  return ({ permission, module }) =>
    here.can.includes(permission) && (module === undefined || !here.modulesOff.includes(module))
}
