export type SettingsItem = Readonly<{
  label: string
  /** Below the organization: `settings/brand`. */
  path: string
  /** Who sees it: the permission its page asks for. */
  permission: string
  /** Not shown while the organization has this switched off. */
  module?: string
}>

/** The pages of the settings, in the order somebody sets an organization up. A new one adds its line here. */
export const settingsNavigation: readonly SettingsItem[] = [
  { label: 'Organization', path: 'settings/organization', permission: 'organizations.view' },
  { label: 'Members', path: 'settings/members', permission: 'access.list-members' },
  { label: 'Brand', path: 'settings/brand', permission: 'organizations.view' },
  { label: 'Legal entities', path: 'settings/legal-entities', permission: 'organizations.list-legal-entities' },
  { label: 'Departments', path: 'settings/departments', permission: 'organizations.list-departments' },
  { label: 'Contractor types', path: 'settings/contractor-types', permission: 'directory.list-contractors' },
  { label: 'Onboarding', path: 'settings/onboarding', permission: 'onboarding.list', module: 'onboarding' },
  { label: 'Modules', path: 'settings/modules', permission: 'organizations.view' },
  { label: 'Approvals', path: 'settings/approvals', permission: 'approvals.list-limits' },
  {
    label: 'Payment schedules',
    path: 'settings/payment-schedules',
    permission: 'payments.view-payability',
    module: 'payments',
  },
  { label: 'API keys', path: 'settings/api-keys', permission: 'access.list-keys' },
  { label: 'Outgoing mail', path: 'settings/mails', permission: 'messaging.list-mails' },
]
