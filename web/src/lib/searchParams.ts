import type { SearchParams } from '#web/lib/listState.ts'

/**
 * Addresses as people read them: `?status=active&status=ready&q=copy`, every value a text. The router's own way would
 * write JSON into them.
 */
export const parseSearch = (text: string): SearchParams => {
  const found: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const before = found[name]
    if (before === undefined) found[name] = value
    else found[name] = [...(typeof before === 'string' ? [before] : before), value]
  }
  return found
}

export const stringifySearch = (params: Readonly<Record<string, unknown>>): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) query.append(name, String(one))
  return query.size === 0 ? '' : `?${query}`
}

/** What an address says, as far as it is text; anything else was not written by us. */
export const readSearch = (search: Readonly<Record<string, unknown>>): SearchParams => {
  const read: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string') read[name] = value
    else if (Array.isArray(value)) read[name] = value.filter((one) => typeof one === 'string')
  }
  return read
}
