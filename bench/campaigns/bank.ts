import { nachaFaults } from '../../server/test/nacha-check.ts'
import type { Install } from './install.ts'
import type { BankFile } from './money-round.ts'

/** What the bank would do with its files: read each by its columns, and notice what it is asked for twice. */
export const bankFaults = async (
  { sql }: Pick<Install, 'sql'>,
  files: readonly BankFile[],
): Promise<readonly string[]> => {
  const entries = files.flatMap(({ content }) => entriesIn(content))
  const sent = await sql<{ trace_number: string; minor: string; reference: string }>(
    'select trace_number, reference, amount_minor::text as minor from payments where sent_at is not null',
  )
  const byTrace = new Map(sent.map((payment) => [payment.trace_number, payment]))
  return [
    ...files.flatMap(({ name, content }) => nachaFaults(Buffer.from(content)).map((fault) => `${name}: ${fault}`)),
    ...twice(entries.map(({ trace }) => trace)).map((trace) => `The bank got ${trace} twice.`),
    ...entries
      .filter(({ trace, minor }) => byTrace.get(trace)?.minor !== minor)
      .map(
        ({ trace, minor }) =>
          `The bank was told to pay ${minor} as ${trace}; ours says ${byTrace.get(trace)?.minor}.`,
      ),
    ...(entries.length === sent.length
      ? []
      : [`The bank has ${entries.length} instructions, and we sent ${sent.length}.`]),
  ]
}

/** Entry detail records, by the columns that the rules print: amount in 30-39, trace number in 80-94. */
const entriesIn = (content: string) =>
  content
    .split(/\r?\n/)
    .filter((line) => line.startsWith('6'))
    .map((line) => ({ minor: String(BigInt(line.slice(29, 39))), trace: line.slice(79, 94) }))

const twice = (values: readonly string[]): readonly string[] =>
  values.filter((value, at) => values.indexOf(value) !== at)
