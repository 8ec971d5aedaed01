import { useEffect, useRef } from 'react'
import { Flag, useRemembered } from '#web/lib/useRemembered.ts'

export type Keys = Readonly<Record<string, () => void>>

/** Fields take every key for themselves, and an open dialog or menu is not the page. */
const taking = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]'

/**
 * Single keys for a page: `j`, `x`, `/`. Whoever dictates or has an unsteady hand can switch them off in their own menu
 * (WCAG 2.2, 2.1.4).
 */
export const useKeys = (keys: Keys): void => {
  const [isOn] = useKeysSwitch()
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!isOn) return
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest(taking)) return
      const act = latest.current[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isOn])
}

export const useKeysSwitch = () => useRemembered('single-keys', Flag, true)
