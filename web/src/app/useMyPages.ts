import { type NavigationItem, navigation } from '#web/app/navigation.ts'
import { useSession } from '#web/app/session.ts'

/** The pages this person may open, of the modules that are on. */
export const useMyPages = (): readonly NavigationItem[] => {
  const { here } = useSession()
  return navigation.filter(
    ({ permission, module }) =>
      here.can.includes(permission) && (module === undefined || !here.modulesOff.includes(module)),
  )
}
