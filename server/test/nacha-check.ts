/**
 * Judges a Nacha file by its columns alone. It was written from the published layout and shares nothing with the code
 * that writes files, so that a mistake there cannot hide here. An empty answer means that no fault was found.
 */
export const nachaFaults = (bytes: Uint8Array): readonly string[] => {
  const lines = linesOf(bytes)
  const faults = lines.flatMap((line, at) => lineFaults(line).map((fault) => `line ${at + 1}: ${fault}`))
  const real = lines.filter((line, at) => !isFill(line) || lines.slice(at).some((later) => !isFill(later)))
  faults.push(...envelopeFaults(lines, real))
  const batches = batchesIn(real)
  faults.push(
    ...batches.flatMap((batch, at) => batchFaults(batch, real[0] ?? '').map((fault) => `batch ${at + 1}: ${fault}`)),
  )
  const control = real.at(-1)
  if (control?.startsWith('9')) faults.push(...fileFaults(control, batches, lines.length))
  return faults
}

type Batch = { header: string; entries: { entry: string; addenda: string[] }[]; control: string | undefined }

const linesOf = (bytes: Uint8Array): readonly string[] => {
  const lines = Buffer.from(bytes).toString('latin1').split(/\r?\n/)
  return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1)
}

const isFill = (line: string) => /^9{94}$/.test(line)
/** Columns as the rules print them: counted from 1, both ends included. */
const columns = (line: string, from: number, to: number) => line.slice(from - 1, to)
const amount = (line: string, from: number, to: number) =>
  /^\d+$/.test(columns(line, from, to)) ? BigInt(columns(line, from, to)) : -1n

const lineFaults = (line: string): readonly string[] => [
  ...(line.length === 94 ? [] : [`has ${line.length} characters`]),
  ...(/^[\x20-\x7e]*$/.test(line) ? [] : ['has a character outside printable ASCII']),
  ...(/^[156789]/.test(line) ? [] : ['starts with no known record type']),
]

const envelopeFaults = (lines: readonly string[], real: readonly string[]): readonly string[] => {
  const faults = []
  const [header = ''] = real
  if (!/^101.{31}094101/.test(header)) faults.push('there is no file header')
  if (!/^\d{6}$/.test(columns(header, 24, 29))) faults.push('the file header has no date')
  if (!/^[A-Z0-9]$/.test(columns(header, 34, 34))) faults.push('the file id modifier is no letter or digit')
  if (!real.at(-1)?.startsWith('9')) faults.push('there is no file control')
  if (real.filter((line) => line.startsWith('9')).length > 1) faults.push('there is more than one file control')
  if (lines.length % 10 !== 0) faults.push('the records do not fill blocks of ten')
  return faults
}

const batchesIn = (real: readonly string[]): readonly Batch[] => {
  const batches: Batch[] = []
  for (const line of real) {
    const batch = batches.at(-1)
    if (line.startsWith('5')) batches.push({ header: line, entries: [], control: undefined })
    if (line.startsWith('6')) batch?.entries.push({ entry: line, addenda: [] })
    if (line.startsWith('7')) batch?.entries.at(-1)?.addenda.push(line)
    if (line.startsWith('8') && batch !== undefined) batch.control = line
  }
  return batches
}

const totalsOf = (batch: Batch) => {
  const isDebit = (entry: string) => /^6[2-5][5-9]/.test(entry)
  const sum = (entries: Batch['entries']) => entries.reduce((all, { entry }) => all + amount(entry, 30, 39), 0n)
  return {
    count: BigInt(batch.entries.reduce((all, { addenda }) => all + 1 + addenda.length, 0)),
    hash: batch.entries.reduce((all, { entry }) => all + amount(entry, 4, 11), 0n),
    debit: sum(batch.entries.filter(({ entry }) => isDebit(entry))),
    credit: sum(batch.entries.filter(({ entry }) => !isDebit(entry))),
  }
}

const batchFaults = (batch: Batch, fileHeader: string): readonly string[] => {
  const { header, entries, control } = batch
  const faults = entries.flatMap((each, at) => entryFaults(each, header).map((fault) => `entry ${at + 1}: ${fault}`))
  const totals = totalsOf(batch)
  const service = columns(header, 2, 4)
  const sameDay = columns(header, 70, 75) === columns(fileHeader, 24, 29)
  if (entries.length === 0) faults.push('has no entry')
  if (service === '220' && totals.debit > 0n) faults.push('has a debit although it is for credits only')
  if (service === '225' && totals.credit > 0n) faults.push('has a credit although it is for debits only')
  if (
    entries.some(({ entry }, at) => at > 0 && columns(entry, 80, 94) <= columns(entries[at - 1]?.entry ?? '', 80, 94))
  )
    faults.push('has trace numbers that do not ascend')
  if (sameDay && entries.some(({ entry }) => amount(entry, 30, 39) > 100_000_000n))
    faults.push('has an entry above the same-day limit')
  if (control === undefined) return [...faults, 'has no control']
  if (columns(control, 2, 4) !== service) faults.push('has another service class in its control')
  if (columns(control, 80, 94) !== columns(header, 80, 94)) faults.push('has another number or bank in its control')
  // An international batch, and a correction of one, names its originator elsewhere in the header.
  if (!/^.{4}IATCOR|^.{50}IAT/.test(header) && columns(control, 45, 54) !== columns(header, 41, 50))
    faults.push('has another company in its control')
  if (amount(control, 5, 10) !== totals.count) faults.push('entry and addenda count')
  if (amount(control, 11, 20) !== totals.hash % 10n ** 10n) faults.push('entry hash')
  if (amount(control, 21, 32) !== totals.debit) faults.push('total of debits')
  if (amount(control, 33, 44) !== totals.credit) faults.push('total of credits')
  return faults
}

const entryFaults = ({ entry, addenda }: Batch['entries'][number], header: string): readonly string[] => {
  const faults = []
  const rdfi = columns(entry, 4, 12)
  const weighted = [...rdfi].reduce((sum, digit, at) => sum + Number(digit) * [3, 7, 1][at % 3]!, 0)
  const kind = columns(entry, 2, 3)
  const isZero = amount(entry, 30, 39) === 0n
  if (weighted % 10 !== 0) faults.push('check digit of the receiving bank')
  if (amount(entry, 30, 39) < 0n) faults.push('the amount is no number')
  if (/[38]$/.test(kind) && !isZero) faults.push('a prenote with an amount')
  if (/^[23][27]$/.test(kind) && isZero && columns(header, 51, 53) !== 'COR') faults.push('a live entry of nothing')
  if (columns(header, 51, 53) === 'IAT') return faults
  if ((columns(entry, 79, 79) === '1') !== addenda.length > 0) faults.push('the addenda indicator is wrong')
  for (const [at, line] of addenda.entries()) {
    if (columns(line, 2, 3) !== '05') continue
    if (Number(columns(line, 84, 87)) !== at + 1) faults.push('the addenda are not numbered')
    if (columns(line, 88, 94) !== columns(entry, 88, 94)) faults.push('an addenda record names another entry')
  }
  return faults
}

const fileFaults = (control: string, batches: readonly Batch[], lineCount: number): readonly string[] => {
  const all = batches.map(totalsOf)
  const sum = (pick: (totals: (typeof all)[number]) => bigint) => all.reduce((total, each) => total + pick(each), 0n)
  const wrong: readonly (readonly [string, boolean])[] = [
    ['batch count', amount(control, 2, 7) !== BigInt(batches.length)],
    ['block count', amount(control, 8, 13) !== BigInt(Math.ceil(lineCount / 10))],
    ['entry and addenda count', amount(control, 14, 21) !== sum(({ count }) => count)],
    ['entry hash', amount(control, 22, 31) !== sum(({ hash }) => hash % 10n ** 10n) % 10n ** 10n],
    ['total of debits', amount(control, 32, 43) !== sum(({ debit }) => debit)],
    ['total of credits', amount(control, 44, 55) !== sum(({ credit }) => credit)],
  ]
  return wrong.filter(([, isWrong]) => isWrong).map(([what]) => `file control: ${what}`)
}
