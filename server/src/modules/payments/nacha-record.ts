/**
 * The fixed columns of a Nacha file. Source: Nacha Operating Rules, Appendix One (ACH file exchange specifications) and
 * Two (file format); positions are counted from 1 and both ends belong to the field, as printed there. As of 2026-11-21.
 */
type Field<Name extends string | undefined> = Readonly<{
  name: Name
  from: number
  to: number
  /** Text stands left and is filled with blanks, digits stand right and are filled with zeros. */
  write: (value: string | number | bigint) => string
}>

/** Text is cut to its column: names have no other place to go. It is in ASCII already. */
const text = <const Name extends string>(name: Name, from: number, to: number): Field<Name> => {
  const width = to - from + 1
  return { name, from, to, write: (value) => String(value).slice(0, width).padEnd(width) }
}

/** A number that does not fit would shift every column after it, so it never gets into a file. */
const digits = <const Name extends string>(name: Name, from: number, to: number): Field<Name> => {
  const width = to - from + 1
  const write = (value: string | number | bigint) => {
    const written = String(value).padStart(width, '0')
    if (written.length > width || !/^[0-9]+$/.test(written)) throw new Error(`${value} does not fit into ${name}.`)
    return written
  }
  return { name, from, to, write }
}

/** The two routing fields of the file header stand right and are filled with blanks. */
const right = <const Name extends string>(name: Name, from: number, to: number): Field<Name> => ({
  name,
  from,
  to,
  write: (value) => String(value).padStart(to - from + 1),
})

const fixed = (from: number, value: string): Field<undefined> => ({
  name: undefined,
  from,
  to: from + value.length - 1,
  write: () => value,
})

const blank = (from: number, to: number): Field<undefined> => fixed(from, ' '.repeat(to - from + 1))

/** Record 1: who sends the file to which bank, and when it was made. 94 columns, blocks of 10, format 1. */
export const fileHeader = [
  fixed(1, '101'),
  right('immediateDestination', 4, 13),
  right('immediateOrigin', 14, 23),
  digits('createdOn', 24, 29),
  digits('createdAt', 30, 33),
  text('fileIdModifier', 34, 34),
  fixed(35, '094101'),
  text('destinationName', 41, 63),
  text('originName', 64, 86),
  blank(87, 94),
] as const

/** Record 5: one batch of one kind of entry for one day. 220 is credits only; the settlement day is left to the bank. */
export const batchHeader = [
  fixed(1, '5220'),
  text('companyName', 5, 20),
  blank(21, 40),
  text('companyId', 41, 50),
  text('sec', 51, 53),
  text('entryDescription', 54, 63),
  digits('descriptiveDate', 64, 69),
  digits('effectiveDate', 70, 75),
  blank(76, 78),
  fixed(79, '1'),
  digits('odfi', 80, 87),
  digits('batchNumber', 88, 94),
] as const

/** Record 6: one payment to one account. */
export const entryDetail = [
  fixed(1, '6'),
  digits('transactionCode', 2, 3),
  digits('rdfi', 4, 11),
  digits('checkDigit', 12, 12),
  text('accountNumber', 13, 29),
  digits('amount', 30, 39),
  text('individualId', 40, 54),
  text('individualName', 55, 76),
  blank(77, 78),
  digits('hasAddenda', 79, 79),
  digits('traceNumber', 80, 94),
] as const

/** Record 7, type 05: eighty characters about the payment above, the first and only one of a CCD entry. */
export const addenda = [
  fixed(1, '705'),
  text('paymentInformation', 4, 83),
  fixed(84, '0001'),
  digits('entry', 88, 94),
] as const

/** Record 8: how much the batch holds. */
export const batchControl = [
  fixed(1, '8220'),
  digits('entryAddendaCount', 5, 10),
  digits('entryHash', 11, 20),
  digits('totalDebit', 21, 32),
  digits('totalCredit', 33, 44),
  text('companyId', 45, 54),
  blank(55, 79),
  digits('odfi', 80, 87),
  digits('batchNumber', 88, 94),
] as const

/** Record 9: how much the file holds. */
export const fileControl = [
  fixed(1, '9'),
  digits('batchCount', 2, 7),
  digits('blockCount', 8, 13),
  digits('entryAddendaCount', 14, 21),
  digits('entryHash', 22, 31),
  digits('totalDebit', 32, 43),
  digits('totalCredit', 44, 55),
  blank(56, 94),
] as const

export const layouts = { fileHeader, batchHeader, entryDetail, addenda, batchControl, fileControl }

type Layout = readonly Field<string | undefined>[]
type ValuesOf<Fields extends Layout> = Readonly<
  Record<Exclude<Fields[number]['name'], undefined>, string | number | bigint>
>

/** Writes one record of 94 characters. Every named field must be given, and nothing else can be. */
export const nachaRecord = <const Fields extends Layout>(fields: Fields, values: ValuesOf<Fields>): string => {
  const byName: Readonly<Record<string, string | number | bigint>> = values
  return fields.map(({ name, write }) => write(name === undefined ? '' : (byName[name] ?? ''))).join('')
}
