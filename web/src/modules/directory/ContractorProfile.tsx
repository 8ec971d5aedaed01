import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { AvailabilityText } from '#web/modules/directory/AvailabilityText.tsx'
import { SetAvailability } from '#web/modules/directory/SetAvailability.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tags } from '#web/ui/Tags.tsx'

/** Who somebody is and what they can do, in their own words or in ours. */
export const ContractorProfile = ({ contractor }: OfContractor) => (
  <>
    <Section title="About">
      {contractor.about === '' ? 'Nothing is written here yet.' : <p className="Prose">{contractor.about}</p>}
    </Section>
    <Section title="Skills">
      {contractor.skills.length === 0 ? 'No skills are named yet.' : <Tags words={contractor.skills} />}
    </Section>
    <Availability contractor={contractor} />
  </>
)

const Availability = ({ contractor }: OfContractor) => {
  const [isSetting, setting] = useDisclosure()
  return (
    <Section
      title="Availability"
      actions={
        contractor.can.change ? (
          <Button variant="default" size="xs" onClick={setting.open}>
            Set
          </Button>
        ) : undefined
      }
    >
      {contractor.availability === 'unknown' ? 'Nobody has said yet.' : <AvailabilityText contractor={contractor} />}
      <SetAvailability contractor={contractor} opened={isSetting} onClose={setting.close} />
    </Section>
  )
}
