import { Alert, Button, Group, Select } from '@mantine/core'
import { useState } from 'react'
import { type ImportField, importFields, previewImport } from '#modules/directory/contract.ts'
import { countryOptions } from '#web/lib/countries.ts'
import type { Looked } from '#web/modules/directory/ImportPage.tsx'
import { useImportFile } from '#web/modules/directory/useImportFile.ts'
import { LongSelect } from '#web/ui/LongSelect.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'

type ImportColumnsProps = Readonly<{
  looked: Looked
  onBack: () => void
  onLooked: (looked: Looked) => void
}>

/** What each column of the file is about: guessed from its header, put right by hand. */
export const ImportColumns = ({ looked, onBack, onLooked }: ImportColumnsProps) => {
  const { file, preview } = looked
  const [fields, setFields] = useState(preview.columns.map(({ field }) => field))
  const [country, setCountry] = useState(looked.country)
  const looking = useImportFile(previewImport, file)
  const choose = (index: number, field: ImportField) => setFields(fields.with(index, field))
  const look = () =>
    looking.send({ columns: fields, ...(country === null ? {} : { country }) }, (next) =>
      onLooked({ file, preview: next, country }),
    )
  const missing = missingIn(fields)
  return (
    <Section title="What the columns are" description={`${file.name} · ${wordsFor(looked)}`}>
      <ul className="ImportPage-columns">
        {preview.columns.map(({ header, samples }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity and never change place.
          <li key={index}>
            <span className="ImportPage-column">
              <strong>{header || `Column ${index + 1}`}</strong>
              <span>{samples.filter((sample) => sample !== '').join(' · ') || 'The first rows are empty'}</span>
            </span>
            <Select
              aria-label={`What ${header || `column ${index + 1}`} is`}
              data={optionsFor(fields, index)}
              value={fields[index] ?? 'ignore'}
              onChange={(next) => choose(index, importFields.find((field) => field === next) ?? 'ignore')}
            />
          </li>
        ))}
      </ul>
      <LongSelect
        label="Country of rows that name none"
        description="Every contractor has one. It can be changed later."
        placeholder="None: such rows are refused"
        clearable
        clearButtonProps={{ 'aria-label': 'Clear' }}
        maw={340}
        mt="lg"
        data={[...countryOptions]}
        value={country}
        onChange={setCountry}
      />
      {missing === undefined ? null : (
        <Alert mt="lg" variant="light" color="yellow">
          {missing}
        </Alert>
      )}
      <ProblemNote problem={looking.problem} />
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onBack}>
          Another file
        </Button>
        <Button onClick={() => void look()} loading={looking.isSending} disabled={missing !== undefined}>
          See what each row will do
        </Button>
      </Group>
    </Section>
  )
}

const labels: Readonly<Record<ImportField, string>> = {
  displayName: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  phone: 'Phone',
  country: 'Country',
  region: 'Region',
  city: 'City',
  timeZone: 'Time zone',
  headline: 'Headline',
  about: 'About',
  website: 'Website',
  skills: 'Skills',
  type: 'Type',
  department: 'Department',
  externalId: 'External id',
  ignore: 'Leave out',
}

/** A field is given to one column only; every column may be left out. */
const optionsFor = (fields: readonly ImportField[], index: number) =>
  importFields
    .filter((field) => field === 'ignore' || field === fields[index] || !fields.includes(field))
    .map((value) => ({ value, label: labels[value] }))

const missingIn = (fields: readonly ImportField[]): string | undefined => {
  if (!fields.includes('email')) return 'Say which column holds the e-mail addresses.'
  const hasName = (['displayName', 'firstName', 'lastName'] as const).some((field) => fields.includes(field))
  return hasName ? undefined : 'Say which column holds the names.'
}

const wordsFor = ({ preview: { delimiter, encoding } }: Looked): string => {
  const names: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }
  return `cells parted by ${names[delimiter] ?? delimiter}, letters as ${encoding.toUpperCase()}`
}
