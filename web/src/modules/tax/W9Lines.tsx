import { Checkbox, Radio, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { mayHaveForeignPartners, type W9CommandForm } from '#web/modules/tax/w9Values.ts'
import { AddressFields } from '#web/ui/AddressFields.tsx'
import { WhyAsk } from '#web/ui/WhyAsk.tsx'

type OfForm = Readonly<{ form: W9CommandForm }>

/** Lines 1 to 6 of Form W-9 (Rev. March 2024). */
export const W9Lines = ({ form }: OfForm) => (
  <>
    <Stack gap="md">
      <TextInput
        label="Line 1: name"
        description="As on your income tax return. For a company of your own that is not separate for tax, your own name."
        autoComplete="name"
        {...form.getInputProps('name')}
      />
      <TextInput
        label="Line 2: business name"
        description="If you work under another name. Otherwise leave it empty."
        autoComplete="organization"
        {...form.getInputProps('businessName')}
      />
      <WhyAsk>The IRS compares the name on line 1 with the number below. If they differ, it sends a notice.</WhyAsk>
    </Stack>
    <Classification form={form} />
    <Exemptions form={form} />
    <Stack gap="md">
      <AddressFields inputProps={(path) => form.getInputProps(path)} country={form.values.address.country} />
      <TextInput
        label="Line 7: account numbers"
        description="Only if we gave you one, such as a vendor number. Never a bank account."
        {...form.getInputProps('accountNumbers')}
      />
      <WhyAsk>Lines 5 and 6. Your Form 1099 is made out to this address at the end of the year.</WhyAsk>
    </Stack>
  </>
)

const boxes = [
  { value: 'individual', label: 'Individual, sole proprietor or single-member LLC' },
  { value: 'c-corporation', label: 'C corporation' },
  { value: 's-corporation', label: 'S corporation' },
  { value: 'partnership', label: 'Partnership' },
  { value: 'trust-estate', label: 'Trust or estate' },
  { value: 'llc', label: 'LLC with a tax class of its own' },
  { value: 'other', label: 'Other' },
] as const

const Classification = ({ form }: OfForm) => {
  const { classification } = form.values
  return (
    <Stack gap="md">
      <Radio.Group label="Line 3a: you are taxed as" {...form.getInputProps('classification')}>
        <Stack gap="sm" mt={6}>
          {boxes.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      {classification === 'llc' ? (
        <Select
          label="How the LLC is taxed"
          data={[
            { value: 'C', label: 'C: as a C corporation' },
            { value: 'S', label: 'S: as an S corporation' },
            { value: 'P', label: 'P: as a partnership' },
          ]}
          {...form.getInputProps('llcCode')}
        />
      ) : null}
      {classification === 'other' ? (
        <TextInput label="Which one" {...form.getInputProps('otherClassification')} />
      ) : null}
      {mayHaveForeignPartners(form.values) ? (
        <Checkbox
          label="Line 3b: there are foreign partners, owners or beneficiaries"
          {...form.getInputProps('foreignPartners', { type: 'checkbox' })}
        />
      ) : null}
      <WhyAsk>It decides whether we report what we pay you to the IRS, and on which form.</WhyAsk>
    </Stack>
  )
}

const Exemptions = ({ form }: OfForm) => (
  <Stack gap="md">
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      <TextInput
        label="Line 4: exempt payee code"
        description="1 to 13; most people have none."
        inputMode="numeric"
        {...form.getInputProps('exemptPayeeCode')}
      />
      <TextInput
        label="Line 4: FATCA code"
        description="A to M, for accounts outside the United States only."
        {...form.getInputProps('fatcaCode')}
      />
    </SimpleGrid>
  </Stack>
)
