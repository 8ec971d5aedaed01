/** The languages whose names for countries are understood. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'tr', 'ru', 'ja', 'zh', 'ko', 'ar']

/** What people write that no list of countries has. */
const others: ReadonlyMap<string, string> = new Map([
  ['usa', 'US'],
  ['us', 'US'],
  ['america', 'US'],
  ['uk', 'GB'],
  ['greatbritain', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['northernireland', 'GB'],
  ['holland', 'NL'],
  ['czechrepublic', 'CZ'],
  ['korea', 'KR'],
  ['uae', 'AE'],
  ['russia', 'RU'],
  ['turkey', 'TR'],
])

/** The two-letter code of a country (ISO 3166-1) from its code or its name, in any of several languages. */
export const countryOf = (written: string): string | undefined => {
  const name = plain(written)
  return others.get(name) ?? codesByName().get(name)
}

let known: ReadonlyMap<string, string> | undefined

/** A few thousand names, made when the first file is read. */
const codesByName = (): ReadonlyMap<string, string> => {
  known ??= new Map(
    languages.flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
      return codes.flatMap((code): [string, string][] => {
        const name = names.of(code)
        return name
          ? [
              [plain(name), code],
              [plain(code), code],
            ]
          : []
      })
    }),
  )
  return known
}

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
/** Groups of countries, and codes kept for postal unions, islands without a state of their own and tests. */
const noCountries = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ'])

/** A code that has been given up, such as YU, is known to `Intl` by the one that took its place. */
const codes = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => !noCountries.has(code) && new Intl.Locale(`und-${code}`).region === code)

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
