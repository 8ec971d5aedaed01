import { IconBriefcase, IconFileInvoice, IconFileText, IconHome, IconUserCircle } from '@tabler/icons-react'
import type { ComponentType } from 'react'

export type PortalNavigationItem = Readonly<{
  label: string
  icon: ComponentType<{ size?: number; stroke?: number }>
  /** Below `/portal`; empty for its first page. */
  path: string
}>

/** The tabs of the contractor's side: at most five, so that each is as wide as a thumb. A module adds its line here. */
export const portalNavigation: readonly PortalNavigationItem[] = [
  { label: 'Home', icon: IconHome, path: '' },
  { label: 'Work', icon: IconBriefcase, path: 'work' },
  { label: 'Invoices', icon: IconFileInvoice, path: 'invoices' },
  { label: 'Papers', icon: IconFileText, path: 'agreements' },
  { label: 'Profile', icon: IconUserCircle, path: 'profile' },
]
