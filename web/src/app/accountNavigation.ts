import { IconShieldLock, IconUserCircle } from '@tabler/icons-react'
import type { ComponentType } from 'react'

export type AccountItem = Readonly<{
  label: string
  icon: ComponentType<{ size?: number }>
  /** Below the organization: `account/security`. */
  path: string
}>

/** The pages about oneself, in the menu under one's initials. A new one adds its line here. */
export const accountNavigation: readonly AccountItem[] = [
  { label: 'Security', icon: IconShieldLock, path: 'account/security' },
]

export const portalAccountNavigation: readonly AccountItem[] = [
  { label: 'Your profile', icon: IconUserCircle, path: 'portal/profile' },
  { label: 'Security', icon: IconShieldLock, path: 'portal/security' },
]
