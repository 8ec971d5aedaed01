import { lazy } from 'react'
import type { ProjectId } from '#modules/work/contract.ts'
import type { Part } from '#web/app/part.ts'

const ProjectInvoices = lazy(() =>
  import('#web/modules/invoices/ProjectInvoices.tsx').then(({ ProjectInvoices }) => ({ default: ProjectInvoices })),
)
const TemplateInFlows = lazy(() =>
  import('#web/modules/onboarding/TemplateInFlows.tsx').then(({ TemplateInFlows }) => ({ default: TemplateInFlows })),
)

type Tab = Part<Readonly<{ projectId: ProjectId }>> & Readonly<{ label: string }>

/** The tabs of a project after its own. A module above adds its line here. */
export const projectTabs: readonly Tab[] = [
  { id: 'invoices', label: 'Invoices', permission: 'invoices.list', module: 'invoices', component: ProjectInvoices },
]

/** Under the title of a template: what uses it. */
export const templateParts: readonly Part<Readonly<{ templateId: string }>>[] = [
  { id: 'flows', permission: 'onboarding.list', module: 'onboarding', component: TemplateInFlows },
]
