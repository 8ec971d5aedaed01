import { addContractorRoute } from '#web/routes/addContractor.ts'
import {
  agreementRoute,
  agreementsRoute,
  newTemplateRoute,
  templateRoute,
  templatesRoute,
} from '#web/routes/agreements.ts'
import { nothingForStaffRoute, nothingInPortalRoute } from '#web/routes/anythingElse.ts'
import { approvalSettingsRoute } from '#web/routes/approvalSettings.ts'
import { addAssignmentRoute, assignmentRoute, assignmentsRoute } from '#web/routes/assignments.ts'
import { auditRoute, verificationRoute } from '#web/routes/audit.ts'
import { bankAccountsRoute } from '#web/routes/bankAccounts.ts'
import { brandSettingsRoute } from '#web/routes/brandSettings.ts'
import { changeContractorRoute } from '#web/routes/changeContractor.ts'
import { confirmAddressRoute } from '#web/routes/confirmAddress.ts'
import { contractorRoute } from '#web/routes/contractor.ts'
import { contractorsRoute } from '#web/routes/contractors.ts'
import { contractorTypesRoute } from '#web/routes/contractorTypes.ts'
import { departmentsRoute } from '#web/routes/departments.ts'
import { homeRoute } from '#web/routes/home.ts'
import { importContractorsRoute } from '#web/routes/importContractors.ts'
import { invitationRoute } from '#web/routes/invitation.ts'
import { invoiceInboxRoute, invoiceRoute, invoicesRoute } from '#web/routes/invoices.ts'
import { legalEntitiesRoute } from '#web/routes/legalEntities.ts'
import { legalEntityRoute } from '#web/routes/legalEntity.ts'
import { mailRoute, mailsRoute } from '#web/routes/mails.ts'
import { apiKeysRoute, membersRoute } from '#web/routes/members.ts'
import { modulesRoute } from '#web/routes/modules.ts'
import { myAgreementRoute, myAgreementsRoute } from '#web/routes/myAgreements.ts'
import { changeInvoiceRoute, myInvoiceRoute, myInvoicesRoute, newInvoiceRoute } from '#web/routes/myInvoices.ts'
import { myOnboardingRoute } from '#web/routes/myOnboarding.ts'
import { myPaymentsRoute } from '#web/routes/myPayments.ts'
import { myPayoutRoute } from '#web/routes/myPayout.ts'
import { myTaxRoute } from '#web/routes/myTax.ts'
import { myAssignmentRoute, myWorkRoute } from '#web/routes/myWork.ts'
import { flowRoute, flowsRoute, newFlowRoute } from '#web/routes/onboardingFlows.ts'
import { onboardingBoardRoute, onboardingRoute } from '#web/routes/onboardings.ts'
import { organizationRoute, portalRoute, staffRoute } from '#web/routes/organization.ts'
import { organizationSettingsRoute } from '#web/routes/organizationSettings.ts'
import { ownProfileRoute } from '#web/routes/ownProfile.ts'
import { paymentSchedulesRoute } from '#web/routes/paymentSchedules.ts'
import {
  duePaymentsRoute,
  ledgerAccountRoute,
  ledgerRoute,
  paymentRoute,
  payRunRoute,
  payRunsRoute,
} from '#web/routes/payments.ts'
import { portalHomeRoute } from '#web/routes/portalHome.ts'
import { portalInvitationRoute } from '#web/routes/portalInvitation.ts'
import { projectRoute, projectsRoute } from '#web/routes/projects.ts'
import { publicRoute } from '#web/routes/public.ts'
import { spendRoute } from '#web/routes/reports.ts'
import { resetPasswordRoute } from '#web/routes/resetPassword.ts'
import { rootRoute } from '#web/routes/root.ts'
import { portalSecurityRoute, securityRoute } from '#web/routes/security.ts'
import { settingsHomeRoute, settingsRoute } from '#web/routes/settings.ts'
import { setUpRoute } from '#web/routes/setUp.ts'
import { signInRoute } from '#web/routes/signIn.ts'
import { signInLinkRoute } from '#web/routes/signInLink.ts'
import { staffHomeRoute } from '#web/routes/staffHome.ts'
import { verifyRoute } from '#web/routes/verify.ts'

/** Every page there is. A page that is not here cannot be opened. */
export const siteMap = rootRoute.addChildren([
  publicRoute.addChildren([
    homeRoute,
    signInRoute,
    signInLinkRoute,
    confirmAddressRoute,
    resetPasswordRoute,
    invitationRoute,
    portalInvitationRoute,
    verifyRoute,
    setUpRoute,
  ]),
  organizationRoute.addChildren([
    staffRoute.addChildren([
      staffHomeRoute,
      contractorsRoute,
      addContractorRoute,
      importContractorsRoute,
      contractorRoute,
      changeContractorRoute,
      onboardingBoardRoute,
      onboardingRoute,
      agreementsRoute,
      templatesRoute,
      newTemplateRoute,
      templateRoute,
      agreementRoute,
      settingsRoute.addChildren([
        settingsHomeRoute,
        mailsRoute,
        mailRoute,
        organizationSettingsRoute,
        membersRoute,
        apiKeysRoute,
        brandSettingsRoute,
        legalEntitiesRoute,
        legalEntityRoute,
        departmentsRoute,
        contractorTypesRoute,
        flowsRoute,
        newFlowRoute,
        flowRoute,
        modulesRoute,
        approvalSettingsRoute,
        paymentSchedulesRoute,
      ]),
      invoiceInboxRoute,
      invoicesRoute,
      invoiceRoute,
      duePaymentsRoute,
      payRunsRoute,
      payRunRoute,
      ledgerRoute,
      ledgerAccountRoute,
      paymentRoute,
      bankAccountsRoute,
      securityRoute,
      projectsRoute,
      projectRoute,
      assignmentsRoute,
      addAssignmentRoute,
      assignmentRoute,
      spendRoute,
      auditRoute,
      verificationRoute,
      nothingForStaffRoute,
    ]),
    portalRoute.addChildren([
      portalHomeRoute,
      ownProfileRoute,
      myOnboardingRoute,
      myAgreementsRoute,
      myAgreementRoute,
      myTaxRoute,
      myPayoutRoute,
      myWorkRoute,
      myAssignmentRoute,
      myInvoicesRoute,
      newInvoiceRoute,
      myInvoiceRoute,
      changeInvoiceRoute,
      myPaymentsRoute,
      portalSecurityRoute,
      nothingInPortalRoute,
    ]),
  ]),
])
