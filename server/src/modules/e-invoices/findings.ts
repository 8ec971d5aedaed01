import type { FieldError } from '#kernel/problem.ts'
import { businessTermOf } from './business-terms.ts'

/** A refused field: where it is in the value, its business term, and where it stands in the file. */
export type Finding = FieldError & Readonly<{ term: string; place: string }>

/** Collects what is wrong, so that whoever made the file hears everything at once. */
export type Findings = Readonly<{
  /** Remembers where a field stands in the file, or should have stood. */
  place: (pointer: string, place: string) => void
  /** `what` ends the sentence that begins with the business term: "is missing". The first finding per field counts. */
  refuse: (pointer: string, what: string) => void
  all: () => readonly Finding[]
}>

/** More would not help anybody, and a file with a million empty lines must not make an answer of megabytes. */
const mostFindings = 50

export const collectFindings = (): Findings => {
  const places = new Map<string, string>()
  const findings = new Map<string, Finding>()
  return {
    place: (pointer, place) => {
      places.set(pointer, place)
    },
    refuse: (pointer, what) => {
      if (findings.has(pointer) || findings.size === mostFindings) return
      const { term, name } = businessTermOf(pointer)
      const place = places.get(pointer) ?? '/'
      findings.set(pointer, { pointer, term, place, detail: `${name}, ${what}. Its place in the file is ${place}.` })
    },
    all: () => [...findings.values()],
  }
}
