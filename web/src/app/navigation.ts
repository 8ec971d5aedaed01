import {
  IconBriefcase,
  IconBuildingBank,
  IconCash,
  IconChartBar,
  IconFileInvoice,
  IconFolders,
  IconSettings,
  IconShieldCheck,
  IconSignature,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'

/** The groups of the left side, in the order of the work. */
export const navigationGroups = ['People', 'Work', 'Money', 'Organization'] as const
export type NavigationGroup = (typeof navigationGroups)[number]

export type NavigationItem = Readonly<{
  group: NavigationGroup
  label: string
  icon: ComponentType<{ size?: number; stroke?: number }>
  /** Below the organization: `contractors`. */
  path: string
  /** Who sees it: the permission its page asks for. */
  permission: string
  /** Not shown while the organization has this switched off. */
  module?: string
}>

/**
 * The pages of the staff side. A new module adds its line here; a page that is not here is not in the app. What of it
 * waits for somebody is said in `waitingSources.ts`.
 */
export const navigation: readonly NavigationItem[] = [
  {
    group: 'People',
    label: 'Contractors',
    icon: IconUsers,
    path: 'contractors',
    permission: 'directory.list-contractors',
  },
  {
    group: 'People',
    label: 'Onboarding',
    icon: IconUserPlus,
    path: 'onboardings',
    permission: 'onboarding.list',
    module: 'onboarding',
  },
  {
    group: 'People',
    label: 'Agreements',
    icon: IconSignature,
    path: 'agreements',
    permission: 'agreements.list-agreements',
    module: 'agreements',
  },
  {
    group: 'Work',
    label: 'Projects',
    icon: IconFolders,
    path: 'projects',
    permission: 'work.list-assignments',
    module: 'work',
  },
  {
    group: 'Work',
    label: 'Assignments',
    icon: IconBriefcase,
    path: 'assignments',
    permission: 'work.list-assignments',
    module: 'work',
  },
  {
    group: 'Money',
    label: 'Invoices',
    icon: IconFileInvoice,
    path: 'invoices',
    permission: 'invoices.list',
    module: 'invoices',
  },
  {
    group: 'Money',
    label: 'Payments',
    icon: IconCash,
    path: 'payments',
    permission: 'payments.list',
    module: 'payments',
  },
  {
    group: 'Money',
    label: 'Bank accounts',
    icon: IconBuildingBank,
    path: 'bank-accounts',
    permission: 'payees.view',
  },
  {
    group: 'Money',
    label: 'Reports',
    icon: IconChartBar,
    path: 'reports',
    permission: 'reports.view-spend',
    module: 'reports',
  },
  {
    group: 'Organization',
    label: 'Audit',
    icon: IconShieldCheck,
    path: 'audit',
    permission: 'audit.search-log',
  },
  {
    group: 'Organization',
    label: 'Settings',
    icon: IconSettings,
    path: 'settings',
    permission: 'organizations.list-legal-entities',
  },
]
