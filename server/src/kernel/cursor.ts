/** Opaque to the caller, ours to change: the sort key of the last row. */
export const cursorOf = (key: readonly (string | null)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

/** Undefined for anything that is not a cursor of this length: the page then starts at the beginning. */
export const keyOf = (cursor: string | undefined, length: number): readonly string[] | undefined => {
  if (cursor === undefined) return undefined
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const fits = Array.isArray(key) && key.length === length && key.every((part) => typeof part === 'string')
    return fits ? (key as string[]) : undefined
  } catch {
    return undefined
  }
}
