import { useRouterState } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'

/**
 * After going to another page the keyboard starts at that page, not at the link that led there. A page that took the
 * focus itself keeps it.
 */
export const useFocusOnArrival = (): RefObject<HTMLElement | null> => {
  const main = useRef<HTMLElement>(null)
  const pathname = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  const arrived = useRef<string>(undefined)
  useEffect(() => {
    const isFirst = arrived.current === undefined
    const isSame = arrived.current === pathname
    arrived.current = pathname
    if (isFirst || isSame || main.current?.contains(document.activeElement)) return
    main.current?.focus({ preventScroll: true })
  }, [pathname])
  return main
}
