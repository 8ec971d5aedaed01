import { z } from 'zod'

/** A cursor page: `limit` rows after an opaque cursor. Counting is asked for apart, because it costs a scan. */
export const pageInput = {
  limit: z
    .codec(z.union([z.string().regex(/^\d{1,3}$/), z.int()]), z.int().min(1).max(200), {
      decode: (value) => Number(value),
      encode: (value) => value,
    })
    .default(50),
  /** A name in it may be long, and its letters of four bytes each. */
  after: z.string().max(2_000).optional(),
}

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/**
 * A list that is short in every organization we know of and is answered whole. Where one has more, it says that it was cut
 * instead of passing for the whole.
 */
export const wholeListOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    isCut: z.boolean().describe('There are more than these: only the first are shown'),
  })

/** Of rows that were asked for with one more than `most`. */
export const cutAt = <Row>(rows: readonly Row[], most: number) => ({
  rows: rows.slice(0, most),
  isCut: rows.length > most,
})

/** A list in a query string: `?state=active&state=paused` or a single value. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.codec(z.union([item, z.array(item)]), z.array(item), {
    decode: (value) => (Array.isArray(value) ? value : [value]) as z.input<Item>[],
    encode: (value) => value as z.output<Item>[],
  })
