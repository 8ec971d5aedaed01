import { declaredEvents } from '#kernel/event.ts'

type Data = Readonly<Record<string, unknown>>

const templates = new Map<string, string>()

/** What an entry says in words: the event's sentence with its data filled in. An event that is no longer declared says its name. */
export const sentenceOf = (name: string, data: Data): string => {
  if (templates.size === 0) for (const kind of declaredEvents()) templates.set(kind.name, kind.sentence)
  const template = templates.get(name) ?? name
  return template.replaceAll(/\{(\w+)\}/g, (_, key: string) => worded(data[key]))
}

const worded = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length > 0 ? value.map(worded).join(', ') : 'nothing'
  if (typeof value === 'object')
    return 'amount' in value && 'currency' in value ? `${value.amount} ${value.currency}` : 'details'
  return String(value).replaceAll('_', ' ')
}
