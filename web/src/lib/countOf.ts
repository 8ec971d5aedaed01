import { formatCount } from '#web/lib/formatMoney.ts'

/** `1 payment`, `12,000 payments`: for nouns that take an s. */
export const countOf = (count: number, noun: string): string =>
  `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`
