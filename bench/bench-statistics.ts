/** What one side did in one round: how long each operation took, and the processor time of everything on that side. */
export type Round = Readonly<{ latenciesMs: readonly number[]; cpuMs: number; tookMs: number }>

export type Summary = Readonly<{ p50Ms: number; p99Ms: number; perSecond: number; cpuMs: number }>

/** The value below which this share of all values lies (nearest rank). */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((one, other) => one - other)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error('There is no percentile of nothing.')
  return value
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** Processor time is told for one operation. */
export const summaryOf = ({ latenciesMs, cpuMs, tookMs }: Round): Summary => ({
  p50Ms: median(latenciesMs),
  p99Ms: percentile(latenciesMs, 0.99),
  perSecond: (latenciesMs.length / tookMs) * 1_000,
  cpuMs: cpuMs / latenciesMs.length,
})

/** Several rounds as one: the median of each figure, so that a round in which the machine was busy does not count. */
export const medianOf = (rounds: readonly Summary[]): Summary => {
  const of = (figure: keyof Summary) => median(rounds.map((round) => round[figure]))
  return { p50Ms: of('p50Ms'), p99Ms: of('p99Ms'), perSecond: of('perSecond'), cpuMs: of('cpuMs') }
}

export type Pair = Readonly<{ product: Summary; raw: Summary }>
export type Compared = Pair & Readonly<{ cpuRatio: number; p50Ratio: number }>

/** A ratio is taken within a round, where both sides met the same machine; then the median of the rounds. */
export const compare = (rounds: readonly Pair[]): Compared => ({
  product: medianOf(rounds.map(({ product }) => product)),
  raw: medianOf(rounds.map(({ raw }) => raw)),
  cpuRatio: median(rounds.map(({ product, raw }) => product.cpuMs / raw.cpuMs)),
  p50Ratio: median(rounds.map(({ product, raw }) => product.p50Ms / raw.p50Ms)),
})
