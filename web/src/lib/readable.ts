import type { z } from 'zod'

/** The values of an address that mean something here; an old link with a state that is gone still opens its list. */
export const readable = <S extends z.ZodType>(
  schema: S,
  values: readonly string[] | undefined,
): z.output<S>[] | undefined => {
  const read = (values ?? []).flatMap((value) => {
    const parsed = schema.safeParse(value)
    return parsed.success ? [parsed.data] : []
  })
  return read.length === 0 ? undefined : read
}
