/** Letters of other alphabets that look like Latin ones (Unicode TR 39 has the full list; these are the capitals in use). */
const lookalikes: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  І: 'I',
  Ѕ: 'S',
  Ј: 'J',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
}

/**
 * What two spellings of one invoice number have in common: case, blanks, dashes, leading zeros, full-width and invisible
 * characters, O for 0 and I for 1 make no second invoice. Two numbers with the same key are one number.
 */
export const numberKey = (number: string): string => {
  const plain = [...number.normalize('NFKC').toUpperCase()]
    .map((letter) => lookalikes[letter] ?? letter)
    .join('')
    .replaceAll(/[^\p{L}\p{N}]/gu, ' ')
    .trim()
  const key = plain
    .split(/\s+/)
    .map((part) =>
      part
        .replaceAll(/O/g, '0')
        .replaceAll(/[IL]/g, '1')
        .replaceAll(/(?<!\d)0+(?=\d)/g, ''),
    )
    .join('')
  // A number of signs only is still a number; it is its own key.
  return key === '' ? number.normalize('NFKC').trim() : key
}
