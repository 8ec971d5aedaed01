import { z } from 'zod'
import type { Permission } from './actor.ts'

/** A fact, in wire form, as the journal keeps it. */
export type DomainEvent = Readonly<{
  name: string
  data: Readonly<Record<string, unknown>>
  /** Every id in the data, so that each object's timeline finds the fact. */
  subjects: readonly string[]
}>

export type EventKind<Data extends z.ZodObject = z.ZodObject> = Readonly<{
  name: string
  /** What the timeline says, with `{property}` for the data: "approved invoice {number} over {total}". */
  sentence: string
  schema: Data
  /** The property that names what the fact is about: whoever sees that object sees the fact. */
  about: string | undefined
  /** What somebody needs besides, because the fact says more than the object shows everybody who sees it. */
  needs: Permission | undefined
}> &
  ((data: z.output<Data>) => DomainEvent)

const declared = new Map<string, EventKind>()

/** The catalogue of facts: the same for reactions, timelines, audit and the reference. */
export const declaredEvents = (): readonly EventKind[] => [...declared.values()]

/**
 * Declares a fact, named in the past tense. Calling it records one. By convention every property whose name ends in
 * `Id` is a subject: the fact appears in that object's timeline. The first of them is what the fact is about.
 */
export const event = <Data extends z.ZodObject>(
  name: string,
  sentence: string,
  schema: Data,
  { about, needs }: Readonly<{ about?: keyof z.output<Data> & string; needs?: Permission }> = {},
): EventKind<Data> => {
  if (declared.has(name)) throw new Error(`The event ${name} is declared twice.`)
  const record = (data: z.output<Data>): DomainEvent => {
    const wire = z.encode(schema, data) as Record<string, unknown>
    return { name, data: wire, subjects: subjectsOf(wire) }
  }
  const kind = Object.defineProperties(record, {
    name: { value: name },
    sentence: { value: sentence },
    schema: { value: schema },
    about: { value: about ?? Object.keys(schema.shape).find((key) => key.endsWith('Id')) },
    needs: { value: needs },
  }) as EventKind<Data>
  declared.set(name, kind as unknown as EventKind)
  return kind
}

const subjectsOf = (data: Readonly<Record<string, unknown>>): readonly string[] => [
  ...new Set(
    Object.entries(data).flatMap(([key, value]) => (key.endsWith('Id') && typeof value === 'string' ? [value] : [])),
  ),
]
