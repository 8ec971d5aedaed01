import { type Contractor, changedFields, type NewContractor } from '#modules/directory/contractor.ts'
import { type Names, placeRow } from './place-row.ts'
import type { Mistake, ReadRow, Said } from './read-rows.ts'

type Outcome =
  | Readonly<{ outcome: 'new'; contractor: NewContractor }>
  | Readonly<{ outcome: 'changed'; before: Contractor; after: Contractor; fields: readonly string[] }>
  | Readonly<{ outcome: 'unchanged'; before: Contractor }>
  | Readonly<{ outcome: 'refused'; mistakes: readonly Mistake[] }>

/** What an import does with one row. */
export type Planned = Pick<ReadRow, 'row' | 'written'> & Outcome

type Circumstances = Readonly<{
  /** Everybody on file who has an external id or an address that the file speaks of. */
  known: readonly Contractor[]
  names: Names
  /** Who signs in to the portal has an address that only they can change. */
  signsIn: (contractor: Pick<Contractor, 'id'>) => boolean
  mayChange: (contractor: Pick<Contractor, 'departmentId'>) => boolean
  /** For somebody new whose row names no country. */
  country: string | undefined
}>

/** A contractor is recognised by external id, else by e-mail address; so the same file again changes nothing. */
export const planImport = (rows: readonly ReadRow[], circumstances: Circumstances): readonly Planned[] => {
  const recognise = recognitionIn(circumstances.known)
  const rowOf = new Map<string, number>()
  return rows.map((read): Planned => {
    const { row, written } = read
    const recognised = recognise(read.said)
    const { said, mistakes } = placeRow(read, circumstances.names, recognised.before)
    const subject = { ...recognised, said }
    const marks = marksOf(subject)
    const why = mistakes.length > 0 ? mistakes : [...conflictsOf(subject, circumstances), ...repeatsOf(marks, rowOf)]
    if (why.length > 0) return { row, written, outcome: 'refused', mistakes: why }
    for (const { key } of marks) rowOf.set(key, row)
    return { row, written, ...outcomeOf(subject, circumstances) }
  })
}

/** What a row says, whom it is about if they are on file, and who holds the address it names. */
type Subject = Readonly<{ said: Said; before: Contractor | undefined; holder: Contractor | undefined }>

const recognitionIn = (known: readonly Contractor[]) => {
  const byExternalId = new Map(known.map((contractor) => [contractor.externalId, contractor]))
  const byEmail = new Map(
    known.filter(({ status }) => status !== 'archived').map((contractor) => [contractor.email, contractor]),
  )
  return (said: Said): Subject => {
    const holder = said.email === undefined ? undefined : byEmail.get(said.email)
    return { said, holder, before: (said.externalId ? byExternalId.get(said.externalId) : undefined) ?? holder }
  }
}

const conflictsOf = (
  { said, before, holder }: Subject,
  { mayChange, signsIn, country }: Circumstances,
): readonly Mistake[] => {
  if (!mayChange({ departmentId: said.departmentId ?? null }) || (before && !mayChange(before))) return [notYours]
  if (!before) return needed.filter(({ field }) => ({ country, ...said })[field] === undefined)
  if (holder && holder.id !== before.id) return [addressTaken]
  if (said.email !== undefined && said.email !== before.email && signsIn(before)) return [addressInUse]
  const isSomebodyElse = before.externalId && said.externalId && before.externalId !== said.externalId
  return isSomebodyElse
    ? [{ field: 'externalId', detail: `This address is on file under the id ${before.externalId}.` }]
    : []
}

const notYours = { field: 'departmentId', detail: 'This belongs to a department that is not yours.' }
const addressTaken = { field: 'email', detail: 'Another contractor already has this e-mail address.' }
const addressInUse = {
  field: 'email',
  detail: 'They sign in with another address. Change it on their page, and they are asked to confirm it.',
}
const needed = [
  { field: 'displayName', detail: 'Write the name.' },
  { field: 'email', detail: 'Write the e-mail address.' },
  { field: 'country', detail: 'Write the country.' },
] as const

type Mark = Readonly<{ field: string; key: string }>

const marksOf = ({ said, before }: Subject): readonly Mark[] => [
  ...(said.externalId ? [{ field: 'externalId', key: `id ${said.externalId}` }] : []),
  ...(said.email ? [{ field: 'email', key: `address ${said.email}` }] : []),
  ...(before ? [{ field: 'email', key: `contractor ${before.id}` }] : []),
]

/** Two rows about the same contractor would undo each other: the first one counts. */
const repeatsOf = (marks: readonly Mark[], rowOf: ReadonlyMap<string, number>): readonly Mistake[] =>
  marks
    .flatMap(({ field, key }) => {
      const earlier = rowOf.get(key)
      return earlier === undefined ? [] : [{ field, detail: `Row ${earlier} is about the same contractor.` }]
    })
    .slice(0, 1)

const outcomeOf = ({ said, before }: Subject, { country }: Circumstances): Outcome => {
  if (!before) return { outcome: 'new', contractor: completed(said, country) }
  const after = { ...before, ...said }
  const fields = changedFields(before, after)
  return fields.length === 0 ? { outcome: 'unchanged', before } : { outcome: 'changed', before, after, fields }
}

const completed = (said: Said, countryOfRest: string | undefined): NewContractor => {
  const { displayName, email, country = countryOfRest } = said
  if (displayName === undefined || email === undefined || country === undefined)
    throw new Error('A row without a name, an address or a country was not refused.')
  return { ...nothingElse, ...said, displayName, email, country }
}

const nothingElse = {
  phone: null,
  region: null,
  city: null,
  timeZone: null,
  headline: '',
  about: '',
  website: null,
  skills: [],
  typeId: null,
  departmentId: null,
  externalId: null,
}
