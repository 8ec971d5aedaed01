import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { z } from 'zod'

/** Everything remembered in this tab, so that it works where the browser refuses storage, and all readers see a change. */
const texts = new Map<string, string | null>()
const readers = new Set<() => void>()

/** A preference of this browser, such as "navigation collapsed". What has another shape than expected is forgotten. */
export const useRemembered = <S extends z.ZodType>(
  name: string,
  schema: S,
  initial: z.output<S>,
): readonly [z.output<S>, (value: z.output<S>) => void] => {
  const text = useSyncExternalStore(subscribe, () => textOf(name))
  const value = useMemo(() => parsed(text, schema), [text, schema])
  const remember = useCallback((next: z.output<S>) => store(name, next), [name])
  return [value === undefined ? initial : value, remember]
}

/** What was stored under the name, if it still has the expected shape. */
export const recall = <S extends z.ZodType>(name: string, schema: S): z.output<S> | undefined =>
  parsed(textOf(name), schema)

export const store = (name: string, value: unknown): void => {
  const text = JSON.stringify(value)
  write(name, text, () => window.localStorage.setItem(full(name), text))
}

export const forget = (name: string): void => write(name, null, () => window.localStorage.removeItem(full(name)))

/** Also what another tab has stored meanwhile. */
export const forgetWhere = (isOver: (name: string) => boolean): void => {
  for (const name of new Set([...texts.keys(), ...storedNames()].filter(isOver))) forget(name)
}

export const Flag = z.boolean()

const prefix = 'muster.'
const full = (name: string): string => `${prefix}${name}`

const subscribe = (reader: () => void): (() => void) => {
  readers.add(reader)
  return () => readers.delete(reader)
}

const textOf = (name: string): string | null => {
  const known = texts.get(name)
  if (known !== undefined) return known
  const text = attempt(() => window.localStorage.getItem(full(name))) ?? null
  texts.set(name, text)
  return text
}

const write = (name: string, text: string | null, keep: () => void): void => {
  texts.set(name, text)
  attempt(keep)
  for (const reader of readers) reader()
}

const storedNames = (): readonly string[] =>
  (attempt(() => Object.keys(window.localStorage)) ?? [])
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))

const parsed = <S extends z.ZodType>(text: string | null, schema: S): z.output<S> | undefined =>
  text === null ? undefined : attempt(() => schema.parse(JSON.parse(text)))

/** Private windows refuse storage, and old entries do not parse: both mean that nothing is remembered. */
const attempt = <Result>(run: () => Result): Result | undefined => {
  try {
    return run()
  } catch {
    return undefined
  }
}
