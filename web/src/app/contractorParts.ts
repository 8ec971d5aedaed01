import { lazy } from 'react'
import type { ContractorView } from '#modules/directory/contract.ts'
import type { Part } from '#web/app/part.ts'

export type OfContractor = Readonly<{ contractor: ContractorView }>

/** A tab of a contractor's page, after the directory's own. */
export type ContractorTab = Part<OfContractor> & Readonly<{ label: string }>

const InviteButton = lazy(() =>
  import('#web/modules/onboarding/InviteButton.tsx').then(({ InviteButton }) => ({ default: InviteButton })),
)
const OnboardingNotice = lazy(() =>
  import('#web/modules/onboarding/OnboardingNotice.tsx').then(({ OnboardingNotice }) => ({
    default: OnboardingNotice,
  })),
)
const ContractorPayee = lazy(() =>
  import('#web/modules/payees/ContractorPayee.tsx').then(({ ContractorPayee }) => ({ default: ContractorPayee })),
)
const ContractorTaxForms = lazy(() =>
  import('#web/modules/tax/ContractorTaxForms.tsx').then(({ ContractorTaxForms }) => ({
    default: ContractorTaxForms,
  })),
)
const ContractorAgreements = lazy(() =>
  import('#web/modules/agreements/ContractorAgreements.tsx').then(({ ContractorAgreements }) => ({
    default: ContractorAgreements,
  })),
)
const ContractorWork = lazy(() =>
  import('#web/modules/work/ContractorWork.tsx').then(({ ContractorWork }) => ({ default: ContractorWork })),
)
const ContractorInvoices = lazy(() =>
  import('#web/modules/invoices/ContractorInvoices.tsx').then(({ ContractorInvoices }) => ({
    default: ContractorInvoices,
  })),
)

/** The parts of a contractor's page that belong to other modules. A module adds its lines here. */
export const contractorParts: Readonly<{
  tabs: readonly ContractorTab[]
  /** Under the title: why something cannot go on, and how far it is. */
  notices: readonly Part<OfContractor>[]
  /** Beside the title: the one primary action, such as inviting. */
  actions: readonly Part<OfContractor>[]
}> = {
  tabs: [
    { id: 'work', label: 'Work', permission: 'work.list-assignments', module: 'work', component: ContractorWork },
    {
      id: 'invoices',
      label: 'Invoices',
      permission: 'invoices.list',
      module: 'invoices',
      component: ContractorInvoices,
    },
    {
      id: 'agreements',
      label: 'Agreements',
      permission: 'agreements.list-agreements',
      module: 'agreements',
      component: ContractorAgreements,
    },
    { id: 'tax', label: 'Tax', permission: 'tax.list-forms', module: 'tax', component: ContractorTaxForms },
    { id: 'payee', label: 'Payee', permission: 'payees.view', component: ContractorPayee },
  ],
  notices: [{ id: 'onboarding', permission: 'onboarding.list', module: 'onboarding', component: OnboardingNotice }],
  actions: [{ id: 'invite', permission: 'onboarding.invite', module: 'onboarding', component: InviteButton }],
}
