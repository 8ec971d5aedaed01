import { dayInWords, PlainDate } from '#kernel/dates.ts'
import { declaredEvents } from '#kernel/event.ts'

type Data = Readonly<Record<string, unknown>>

const templates = new Map<string, string>()

/** What an entry says in words: the event's sentence with its data filled in. An event that is no longer declared says its name. */
export const sentenceOf = (name: string, data: Data): string => {
  if (templates.size === 0) for (const kind of declaredEvents()) templates.set(kind.name, kind.sentence)
  const template = templates.get(name) ?? name
  return template.replaceAll(/\{(\w+)\}/g, (_, key: string) => {
    const day = days.test(key) ? PlainDate.safeParse(data[key]).data : undefined
    if (day) return dayInWords(day)
    const said = worded(data[key])
    return names.has(key) ? inWords(said) : said
  })
}

/** What the code calls things, under these names: `timeZone`, `assignment-offered`. All else is what people wrote. */
const names = new Set(['fields', 'kind'])

/** Days are called `dueOn`, `answerBy`, `validFrom`, `lastDay`; a day in a title that somebody wrote stays as they wrote it. */
const days = /(On|By|From|Day)$/
const inWords = (name: string): string =>
  name
    .replaceAll(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)
    .replaceAll('-', ' ')

const worded = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length > 0 ? value.map(worded).join(', ') : 'nothing'
  if (typeof value === 'object')
    return 'amount' in value && 'currency' in value ? `${value.amount} ${value.currency}` : 'details'
  return String(value).replaceAll('_', ' ')
}
