import { Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { DataField, MyStageView } from '#modules/onboarding/contract.ts'
import { timeZones } from '#web/lib/timeZones.ts'
import { AskedChange } from '#web/modules/onboarding/AskedChange.tsx'
import type { DataForm } from '#web/modules/onboarding/useDataStage.ts'
import { AddressFields } from '#web/ui/AddressFields.tsx'
import { LongSelect } from '#web/ui/LongSelect.tsx'
import { WhyAsk } from '#web/ui/WhyAsk.tsx'

type DataFieldsProps = Readonly<{ stage: MyStageView; form: DataForm }>

/** The fields a stage asks for, each with what a reviewer wants changed in it. */
export const DataFields = ({ stage, form }: DataFieldsProps) =>
  stage.fields.map((field) => (
    <div key={field} style={{ display: 'grid', gap: 8 }}>
      {stage.changes
        .filter((change) => change.field === field)
        .map(({ note }) => (
          <AskedChange key={note} note={note} />
        ))}
      {fields[field](form)}
    </div>
  ))

const fields: Readonly<Record<DataField, (form: DataForm) => ReactNode>> = {
  phone: (form) => (
    <>
      <TextInput label="Phone number" type="tel" autoComplete="tel" {...form.getInputProps('phone')} />
      <WhyAsk>We call this number before a bank account is changed, so that nobody else can change it.</WhyAsk>
    </>
  ),
  region: (form) => <TextInput label="Region" autoComplete="address-level1" {...form.getInputProps('region')} />,
  city: (form) => (
    <TextInput label="City you work from" autoComplete="address-level2" {...form.getInputProps('city')} />
  ),
  timeZone: (form) => <LongSelect label="Time zone" data={[...timeZones]} {...form.getInputProps('timeZone')} />,
  headline: (form) => (
    <TextInput
      label="What you do, in a line"
      placeholder="Product designer for maps and charts"
      {...form.getInputProps('headline')}
    />
  ),
  about: (form) => <Textarea label="About you" autosize minRows={3} {...form.getInputProps('about')} />,
  website: (form) => (
    <TextInput
      label="Web address"
      type="url"
      autoComplete="url"
      placeholder="https://"
      {...form.getInputProps('website')}
    />
  ),
  skills: (form) => (
    <TagsInput label="Skills" description="Press Enter after each." {...form.getInputProps('skills')} />
  ),
  legalName: (form) => (
    <>
      <Select
        label="You work as"
        allowDeselect={false}
        data={[
          { value: 'person', label: 'Myself, a person' },
          { value: 'company', label: 'A company' },
        ]}
        {...form.getInputProps('kind')}
      />
      <TextInput
        label="Legal name"
        description="As on the tax return and the bank account."
        autoComplete="name"
        {...form.getInputProps('legalName')}
      />
      <WhyAsk>
        Agreements, tax forms and payments are made out to this name; banks return payments to any other.
      </WhyAsk>
    </>
  ),
  address: (form) => (
    <>
      <AddressFields inputProps={(path) => form.getInputProps(path)} country={form.values.address.country} />
      <WhyAsk>It stands on agreements and tax forms, and banks ask for it with every payment.</WhyAsk>
    </>
  ),
}
