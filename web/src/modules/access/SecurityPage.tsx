import { AddressSection } from '#web/modules/access/AddressSection.tsx'
import { PasskeysSection } from '#web/modules/access/PasskeysSection.tsx'
import { PasswordSection } from '#web/modules/access/PasswordSection.tsx'
import { SessionsSection } from '#web/modules/access/SessionsSection.tsx'
import { TwoFactorSection } from '#web/modules/access/TwoFactorSection.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import './SecurityPage.css'

/** How somebody signs in, and where they are signed in. The same for members and in the portal. */
export const SecurityPage = () => (
  <div className="SecurityPage">
    <PageHeader title="Security" subtitle="How you sign in, and where you are signed in" />
    <AddressSection />
    <PasswordSection />
    <TwoFactorSection />
    <PasskeysSection />
    <SessionsSection />
  </div>
)
