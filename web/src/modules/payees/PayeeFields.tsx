import { Select, TextInput } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import { AddressFields } from '#web/ui/AddressFields.tsx'

type PayeeFieldsProps = Readonly<{
  inputProps: (path: string) => GetInputPropsReturnType
  country: string
}>

/** Who is legally paid. The same on the payout page and in the onboarding. */
export const PayeeFields = ({ inputProps, country }: PayeeFieldsProps) => (
  <>
    <Select
      label="You work as"
      allowDeselect={false}
      data={[
        { value: 'person', label: 'Myself, a person' },
        { value: 'company', label: 'A company' },
      ]}
      {...inputProps('kind')}
    />
    <TextInput
      label="Legal name"
      description="As on the tax return and the bank account."
      autoComplete="name"
      {...inputProps('legalName')}
    />
    <AddressFields inputProps={inputProps} country={country} />
  </>
)
