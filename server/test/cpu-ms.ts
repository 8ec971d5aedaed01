/**
 * The processor time a piece of work needs on this thread, in milliseconds: the least of three goes. The clock on the
 * wall would measure what else the machine is doing.
 */
export const cpuMs = (work: () => unknown): number => Math.min(once(work), once(work), once(work))

const once = (work: () => unknown): number => {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}
