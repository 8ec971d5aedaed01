/**
 * Are these the same name, as a person reads them? Capitals, width, blanks, and the many marks that stand for one
 * apostrophe or one hyphen make no other name: a phone writes `O’Raman` where a form has `O'Raman`.
 */
export const isSameName = (a: string, b: string): boolean => folded(a) === folded(b)

const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll(/[‘’‚‛“”„‟′‵`´ʹʻʼʽˈˊˋ՚׳"]/g, "'")
    .replaceAll(/\p{Dash}/gu, '-')
    .toLowerCase()
    .toUpperCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
