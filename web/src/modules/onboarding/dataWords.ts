/** What reviewers call the fields of a stage. */
export const dataWords: Readonly<Record<string, string>> = {
  phone: 'Phone number',
  region: 'Region',
  city: 'City',
  timeZone: 'Time zone',
  headline: 'Headline',
  about: 'About',
  website: 'Web address',
  skills: 'Skills',
  legalName: 'Legal name',
  address: 'Address',
  file: 'The document',
  form: 'The form',
  agreement: 'The agreement',
}
