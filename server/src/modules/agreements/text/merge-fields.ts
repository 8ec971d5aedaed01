import type { FieldError } from '#kernel/problem.ts'

/** What a template may ask for by name, and what people call it. */
export const mergeFields = {
  'contractor.name': 'the name of the contractor',
  'contractor.email': 'the e-mail address of the contractor',
  'payee.legalName': 'the legal name of the payee',
  'legalEntity.name': 'the name of the legal entity',
  'legalEntity.address': 'the address of the legal entity',
  'engagement.startsOn': 'the first day of the engagement',
  'organization.name': 'the name of the organization',
  today: 'the day of sending',
} as const
export type MergeField = keyof typeof mergeFields

/** Values by name: those above, and `field:…` for what is filled in when sending. */
export type MergeValues = Readonly<Record<string, string>>

/** `{{contractor.name}}`, `{{ field:Name of the project }}`. Brackets inside would make it doubtful where it ends. */
const place = /\{\{([^{}\n]*)\}\}/g
const customField = /^field:[\p{L}\p{N}][\p{L}\p{M}\p{N} ,.'’()/-]{0,59}$/u

const nameOf = (written: string): string => written.trim().replace(/^field:\s+/, 'field:')
const isKnown = (name: string): boolean => Object.hasOwn(mergeFields, name) || customField.test(name)

/** The names that a text asks for, each once, in the order of the text. */
export const fieldsIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(place)].map(([, written = '']) => nameOf(written))),
]

/** What is filled in by hand when the agreement is sent, without its prefix. */
export const customFieldsIn = (text: string): readonly string[] =>
  fieldsIn(text)
    .filter((name) => name.startsWith('field:'))
    .map((name) => name.slice('field:'.length))

/** Every place in a text that cannot be filled, with its line. */
export const faultsIn = (text: string): readonly FieldError[] =>
  text.split('\n').flatMap((line, index) => {
    const at = (detail: string): FieldError => ({ pointer: '#/body', detail: `Line ${index + 1}: ${detail}` })
    const unknown = fieldsIn(line).filter((name) => !isKnown(name))
    const isOpen = /\{\{|\}\}/.test(line.replaceAll(place, ''))
    return [
      ...unknown.map((name) => at(`There is no merge field {{${name}}}.`)),
      ...(isOpen ? [at('A merge field is opened with {{ and closed with }} on the same line.')] : []),
    ]
  })

/** What was filled in is put in letter by letter: whatever it looks like, it is no markup and asks for nothing. */
export const filled = (text: string, values: MergeValues): string =>
  text.replaceAll(place, (whole, written: string) => values[nameOf(written)] ?? whole)
