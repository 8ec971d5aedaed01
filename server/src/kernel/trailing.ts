/** Without any of these letters at the end. A pattern for "at the end" would be tried anew at each of them. */
export const withoutTrailing = (text: string, letters: string): string => {
  let end = text.length
  while (end > 0 && letters.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** "1.5" for "1.50", "10" for "10.000". A number without a point stays as it is. */
export const withoutTrailingZeros = (decimal: string): string =>
  decimal.includes('.') ? withoutTrailing(withoutTrailing(decimal, '0'), '.') : decimal
