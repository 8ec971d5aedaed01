import type { ContractorView, OwnProfileView } from '#modules/directory/contract.ts'

/** What a form holds while a profile is typed: nothing is `null` in a text field. */
export type ProfileValues = Readonly<{
  displayName: string
  phone: string
  country: string
  region: string
  city: string
  timeZone: string | null
  headline: string
  about: string
  website: string
  skills: readonly string[]
}>

export type ContractorValues = ProfileValues &
  Readonly<{ email: string; typeId: string | null; departmentId: string | null; externalId: string }>

const nobody: ProfileValues = {
  displayName: '',
  phone: '',
  country: 'US',
  region: '',
  city: '',
  timeZone: null,
  headline: '',
  about: '',
  website: '',
  skills: [],
}

/** What a form starts with: somebody on file, or nobody yet. */
export const profileValues = (onFile?: ContractorView | OwnProfileView): ProfileValues =>
  onFile
    ? {
        displayName: onFile.displayName,
        phone: onFile.phone ?? '',
        country: onFile.country,
        region: onFile.region ?? '',
        city: onFile.city ?? '',
        timeZone: onFile.timeZone,
        headline: onFile.headline,
        about: onFile.about,
        website: onFile.website ?? '',
        skills: onFile.skills,
      }
    : nobody

export const contractorValues = (onFile?: ContractorView): ContractorValues => ({
  ...profileValues(onFile),
  email: onFile?.email ?? '',
  typeId: onFile?.typeId ?? null,
  departmentId: onFile?.departmentId ?? null,
  externalId: onFile?.externalId ?? '',
})

/** What was left empty is not there; an address of a page may be typed without its beginning. */
export const sentProfile = <V extends ProfileValues>(values: V) => ({
  ...values,
  phone: values.phone.trim() || null,
  region: values.region.trim() || null,
  city: values.city.trim() || null,
  website: withScheme(values.website.trim()) || null,
  skills: [...values.skills],
})

export const sentContractor = (values: ContractorValues) => ({
  ...sentProfile(values),
  externalId: values.externalId.trim() || null,
})

const withScheme = (website: string): string =>
  website === '' || /^[a-z]+:/i.test(website) ? website : `https://${website}`
