import { cpuTable, type Figures, installTable, timeTable } from './bench-report.ts'
import { markdownTable } from './bench-table.ts'

/** `docs/bench.md`: made by `npm run bench`, never written by hand. */
export const pageOf = (figures: Figures): string => {
  const { machine, size, results } = figures
  const count = (number: number) => number.toLocaleString('en')
  return `# What Muster costs

Made by \`npm run bench\` on ${machine.day}; not written by hand.
${count(size.contractors)} contractors, ${count(size.invoices)} invoices. ${machine.cores} cores (${machine.processor}), load average
before the run (1, 5, 15 minutes): ${machine.load}; the nearer to nothing, the more the times are worth. Muster ${machine.muster}, Node ${machine.node}, PostgreSQL ${machine.postgres}.

## How it is measured

- **Muster**: HTTP requests to a server process started as \`npm start\` does, over connections that stay open. A person
  signed in with a session, policy, row security, validation, journal and, where something is written, an idempotency key.
- **SQL alone**: the same statements with the same values on the same PostgreSQL in the same run, by turns with the above,
  from a plain Node program with the \`pg\` driver: named statements, pipelined, as the application's role, with the
  organization set once for each connection. The statements are those that answer the question or write the rows (listed
  below), noted while the product does the operation in a transaction that is rolled back. What else the product sends
  (entering the organization, looking before it writes, approval limits, the kept answer, the journal) is its own cost.
- **CPU of an operation**: processor time of the server process and all it started, plus that of the PostgreSQL processes
  that serve its connections, divided by the operations; for SQL alone that of the program and of its PostgreSQL processes.
  The program that sends the HTTP requests is not counted. What follows a command after its commit (mails, payables) is done
  by a worker process and is not part of the operation.
- **Ratios** are taken within a round and are the median of the rounds. The time of an operation (p50, p99) is what the
  caller waits, at 1 and at 16 connections.

## Processor time

${markdownTable(cpuTable(results))}

The figures in milliseconds are those at 16 connections; an aim is met when both ratios keep to it.

## Time

${markdownTable(timeTable(results))}

## Start and memory

${markdownTable(installTable(figures))}

## The statements

${results.map(({ operation: { title, statements } }) => `- ${title}: ${statements.map((name) => `\`${name}\``).join(', ')}`).join('\n')}
`
}
