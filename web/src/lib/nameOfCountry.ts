const names = new Intl.DisplayNames('en', { type: 'region' })

/** "United States" for `US`. */
export const nameOfCountry = (code: string): string => names.of(code) ?? code
