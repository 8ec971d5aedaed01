import { SimpleGrid, Textarea, TextInput } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import type { ReactNode } from 'react'
import { countryOptions } from '#web/lib/countries.ts'
import { timeZones } from '#web/lib/timeZones.ts'
import { SkillsField } from '#web/modules/directory/SkillsField.tsx'
import { LongSelect } from '#web/ui/LongSelect.tsx'

type ProfileFieldsProps = Readonly<{
  inputProps: (name: string) => GetInputPropsReturnType
  /** The e-mail address, typed or only shown. */
  email: ReactNode
}>

/** Who somebody is, how to reach them, what they can do. The same for staff and in the portal. */
export const ProfileFields = ({ inputProps, email }: ProfileFieldsProps) => (
  <>
    <TextInput
      label="Name"
      description="Of the person or the business, as it should be read."
      autoComplete="name"
      data-autofocus
      {...inputProps('displayName')}
    />
    {email}
    <TextInput
      label="Headline"
      placeholder="Motion designer"
      description="The work, in a few words."
      {...inputProps('headline')}
    />
    <SkillsField {...inputProps('skills')} />
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      <LongSelect label="Country" data={[...countryOptions]} autoComplete="country" {...inputProps('country')} />
      <TextInput label="City" autoComplete="address-level2" {...inputProps('city')} />
      <TextInput label="Region" autoComplete="address-level1" {...inputProps('region')} />
      <LongSelect
        label="Time zone"
        clearable
        clearButtonProps={{ 'aria-label': 'Clear' }}
        data={[...timeZones]}
        {...inputProps('timeZone')}
      />
      <TextInput label="Phone" type="tel" autoComplete="tel" {...inputProps('phone')} />
      <TextInput label="Website" type="url" placeholder="https://" autoComplete="url" {...inputProps('website')} />
    </SimpleGrid>
    <Textarea label="About" autosize minRows={4} maxRows={14} {...inputProps('about')} />
  </>
)
