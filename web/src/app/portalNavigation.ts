import { IconBriefcase, IconCash, IconFileInvoice, IconFileText, IconHome } from '@tabler/icons-react'
import type { ComponentType } from 'react'

export type PortalNavigationItem = Readonly<{
  label: string
  icon: ComponentType<{ size?: number; stroke?: number }>
  /** Below `/portal`; empty for its first page. */
  path: string
  /** Other pages that stand under this tab, below `/portal` as well. */
  also?: readonly string[]
}>

/**
 * The tabs of the contractor's side: at most five, so that each is as wide as a thumb. A module adds its line here;
 * pages about oneself are in `accountNavigation.ts`.
 */
export const portalNavigation: readonly PortalNavigationItem[] = [
  { label: 'Home', icon: IconHome, path: '' },
  { label: 'Work', icon: IconBriefcase, path: 'work' },
  { label: 'Invoices', icon: IconFileInvoice, path: 'invoices' },
  { label: 'Payments', icon: IconCash, path: 'payments' },
  { label: 'Papers', icon: IconFileText, path: 'agreements', also: ['tax', 'payout'] },
]
