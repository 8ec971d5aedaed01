import { useSession } from '#web/app/session.ts'
import { FactList } from '#web/ui/FactList.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'

/** The contractor's first page. */
export const PortalHomePage = () => {
  const { person, here } = useSession()
  return (
    <>
      <PageHeader title={`Hello, ${person.name}`} subtitle={`This is your side of ${here.name}.`} />
      <Section title="Your sign-in">
        <FactList
          facts={[
            { label: 'E-mail address', value: person.email },
            { label: 'Second factor', value: person.twoFactor ? 'On' : 'Off' },
            { label: 'Passkeys', value: person.passkeys === 0 ? 'None' : person.passkeys },
          ]}
        />
      </Section>
    </>
  )
}
