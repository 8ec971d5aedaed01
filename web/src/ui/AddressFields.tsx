import { SimpleGrid, TextInput } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import { countryOptions } from '#web/lib/countries.ts'
import { LongSelect } from '#web/ui/LongSelect.tsx'

type AddressFieldsProps = Readonly<{
  /** The form's own `getInputProps`. */
  inputProps: (path: string) => GetInputPropsReturnType
  /** Where the address is in the form's values. */
  path?: string
  country: string
}>

/** What a form holds while an address is typed. */
export const emptyAddress = { line1: '', line2: '', city: '', region: '', postalCode: '', country: 'US' }

type TypedAddress = typeof emptyAddress
type AddressOnFile = Readonly<{ [Part in keyof TypedAddress]: string | null }>

/** An address on file, ready to be typed in. */
export const typedAddress = (address: AddressOnFile): TypedAddress => ({
  line1: address.line1 ?? '',
  line2: address.line2 ?? '',
  city: address.city ?? '',
  region: address.region ?? '',
  postalCode: address.postalCode ?? '',
  country: address.country ?? 'US',
})

/** What was left empty is not there. */
export const sentAddress = ({ line2, region, postalCode, ...rest }: TypedAddress) => ({
  ...rest,
  line2: line2.trim() || null,
  region: region.trim() || null,
  postalCode: postalCode.trim() || null,
})

/** A postal address in its parts, in the words of its country. */
export const AddressFields = ({ inputProps, path = 'address', country }: AddressFieldsProps) => {
  const isUs = country === 'US'
  return (
    <>
      <TextInput label="Street and number" autoComplete="address-line1" {...inputProps(`${path}.line1`)} />
      <TextInput
        label="Suite, floor, building"
        description="If there is one."
        autoComplete="address-line2"
        {...inputProps(`${path}.line2`)}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput label="City" autoComplete="address-level2" {...inputProps(`${path}.city`)} />
        <TextInput
          label={isUs ? 'State' : 'Region'}
          placeholder={isUs ? 'OR' : undefined}
          autoComplete="address-level1"
          {...inputProps(`${path}.region`)}
        />
        <TextInput
          label={isUs ? 'ZIP code' : 'Postal code'}
          autoComplete="postal-code"
          {...inputProps(`${path}.postalCode`)}
        />
        <LongSelect
          label="Country"
          data={[...countryOptions]}
          autoComplete="country"
          {...inputProps(`${path}.country`)}
        />
      </SimpleGrid>
    </>
  )
}
