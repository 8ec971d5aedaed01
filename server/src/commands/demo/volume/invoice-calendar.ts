import type { Chance } from '../random.ts'
import type { Contractor, Job } from './contractor.ts'

type AtWork = Contractor & Readonly<{ job: Job }>
export type Due = Readonly<{ contractor: AtWork; at: number; sequence: number }>

const dayMs = 86_400_000

/**
 * When each of so many invoices is written: shared out by the time people work and how often they write, exactly as many
 * as were asked for, in the order of months.
 */
export const invoiceCalendar = (chance: Chance, contractors: readonly Contractor[], invoices: number) => {
  const atWork = contractors.filter((one): one is AtWork => one.job !== null)
  const whole = atWork.reduce((sum, { job }) => sum + shareOf(job), 0)
  let [passed, given] = [0, 0]
  const pages = atWork.map((contractor) => {
    passed += shareOf(contractor.job)
    const until = Math.round((passed / whole) * invoices)
    const count = until - given
    given = until
    return { contractor, count, written: 0, next: 0, phase: chance.between(1, 99) / 100 }
  })
  const draw = (page: (typeof pages)[number]): void => {
    const { from, to } = page.contractor.job
    const step = (to - from) / page.count
    page.next = inTheAfternoon(chance, from + (page.written + page.phase) * step, to)
  }
  for (const page of pages) if (page.count > 0) draw(page)

  /** What is written before a moment and was not handed out before. */
  return function* before(end: number): Generator<Due> {
    for (const page of pages)
      while (page.written < page.count && page.next < end) {
        const due = { contractor: page.contractor, at: page.next, sequence: page.written + 1 }
        page.written += 1
        if (page.written < page.count) draw(page)
        yield due
      }
  }
}

const shareOf = ({ from, to, weight }: Job): number => (to - from) * weight

/** At an hour that is the same day in America and in UTC. */
const inTheAfternoon = (chance: Chance, at: number, latest: number): number =>
  Math.min(Math.floor(at / dayMs) * dayMs + chance.between(15 * 3_600, 22 * 3_600) * 1_000, latest)
