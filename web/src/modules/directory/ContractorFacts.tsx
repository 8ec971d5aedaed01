import { Anchor } from '@mantine/core'
import type { OfContractor } from '#web/app/contractorParts.ts'
import { nameOfCountry } from '#web/lib/nameOfCountry.ts'
import { WaitingAddress } from '#web/modules/directory/WaitingAddress.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { type Fact, FactList } from '#web/ui/FactList.tsx'
import { Section } from '#web/ui/Section.tsx'

/** The short facts at the right of a contractor's page. */
export const ContractorFacts = ({ contractor }: OfContractor) => {
  const { email, phone, city, region, country, timeZone, website } = contractor
  const facts: readonly Fact[] = [
    {
      label: 'E-mail',
      value: (
        <>
          <Anchor fz="inherit" href={`mailto:${email}`}>
            {email}
          </Anchor>
          <WaitingAddress contractorId={contractor.id} />
        </>
      ),
    },
    {
      label: 'Phone',
      value:
        phone === null ? null : (
          <Anchor fz="inherit" href={`tel:${phone}`}>
            {phone}
          </Anchor>
        ),
    },
    { label: 'Where', value: [city, region, nameOfCountry(country)].filter((part) => part).join(', ') },
    { label: 'Time zone', value: timeZone },
    { label: 'Website', value: website === null ? null : <Site address={website} /> },
    { label: 'Type', value: contractor.typeName },
    { label: 'Department', value: contractor.departmentName },
    { label: 'External id', value: contractor.externalId },
    { label: 'In this state', value: <DateText value={contractor.movedAt} /> },
  ]
  return (
    <Section title="On file">
      <FactList facts={facts} />
    </Section>
  )
}

/** Opened beside this page, and told nothing about where the reader came from. */
const Site = ({ address }: Readonly<{ address: string }>) => (
  <Anchor fz="inherit" href={address} target="_blank" rel="noreferrer noopener">
    {address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
  </Anchor>
)
