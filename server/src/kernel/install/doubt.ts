import { type Epoch, isSameMark, type Mark } from './epoch-file.ts'

/** What the database keeps of a place. */
export type Place = Readonly<{ token: string; tokenBefore: string; mark: Mark }>

type Evidence = Readonly<{
  told: Epoch | undefined
  /** Of the file as it lies there; absent with it. */
  mark: Mark | undefined
  /** What the database keeps of the place that the file names. */
  place: Place | undefined
  /** Does the database know of any place at all? One from before epochs were kept does not. */
  knowsPlaces: boolean
  /** Has anything ever happened in the database? */
  isEmpty: boolean
}>

export const otherState =
  'The database and the data folder are of different times: one of them was restored from an earlier state.'
export const copiedFolder = 'This data folder is a copy of another one, or it was moved to another disk or machine.'
export const unknownFolder = 'This data folder has never worked with this database, so one of them is a copy.'

/** Why this may be a copy of an earlier state, as one sentence; undefined when everything is as it was left. */
export const doubtOf = ({ told, mark, place, knowsPlaces, isEmpty }: Evidence): string | undefined => {
  if (!knowsPlaces) return told === undefined || isEmpty ? undefined : otherState
  if (told === undefined || mark === undefined || place === undefined) return unknownFolder
  if (told.token !== place.token && told.token !== place.tokenBefore) return otherState
  return isSameMark(place.mark, mark) ? undefined : copiedFolder
}
