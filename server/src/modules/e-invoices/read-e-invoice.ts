import { Worker } from 'node:worker_threads'
import type { ReadEInvoice } from './e-invoice.ts'
import {
  eInvoiceDoesNotAddUp,
  eInvoiceIncomplete,
  eInvoiceUnreadable,
  eInvoiceUnsupportedProfile,
  unreadableBecause,
} from './problems.ts'
import type { Reply } from './reader-thread.ts'

/** As much as an upload may be; the largest samples, with drawings attached, have less than two. */
export const largestEInvoiceBytes = 25 * 1024 * 1024

/**
 * A file from outside may be made to use up time or memory: a PDF of 50 kB can unpack to gigabytes. So it is read in
 * a thread of its own that is ended when it goes beyond these; the server goes on answering meanwhile. Its own work counts,
 * so that an honest file is not refused because the machine is busy with something else; nothing waits longer than `timeMs`.
 */
const limits = { busyMs: 10_000, timeMs: 60_000, heapMb: 512, buffersMb: 256 }

/** One file at a time: each of them may use what one thread may use, and a heap of uploads must not use it at once. */
let turn: Promise<unknown> = Promise.resolve()

/** Reads a UBL, XRechnung or Factur-X file: the invoice, or a Problem that names what is wrong. */
export const readEInvoice = (bytes: Uint8Array): Promise<ReadEInvoice> => {
  const reading = turn.then(() => readApart(bytes))
  turn = Promise.allSettled([reading])
  return reading
}

const readApart = async (bytes: Uint8Array): Promise<ReadEInvoice> => {
  if (bytes.byteLength > largestEInvoiceBytes)
    throw unreadableBecause(`It has more than ${largestEInvoiceBytes / 1024 / 1024} MB.`)
  const thread = new Worker(new URL('./reader-thread.ts', import.meta.url), {
    workerData: bytes,
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
  })
  const reply = await answerOf(thread)
  if ('invoice' in reply) return reply.invoice
  throw refusalOf(reply.slug)(reply.extras)
}

const refusalOf = (slug: string) => {
  const refusals = [eInvoiceUnreadable, eInvoiceUnsupportedProfile, eInvoiceIncomplete, eInvoiceDoesNotAddUp]
  const refusal = refusals.find((known) => known.slug === slug)
  if (!refusal) throw new Error(`The reading thread refused with ${slug}, which is none of its refusals.`)
  return refusal
}

const answerOf = async (thread: Worker): Promise<Reply> => {
  const watch: { timer?: NodeJS.Timeout; guard?: NodeJS.Timeout } = {}
  try {
    return await new Promise<Reply>((resolve, reject) => {
      const giveUp = () => reject(unreadableBecause('It takes more time or memory to read than any invoice.'))
      watch.timer = setTimeout(giveUp, limits.timeMs)
      watch.guard = setInterval(() => void hasTooMuch(thread).then((tooMuch) => tooMuch && giveUp()), 50)
      thread.once('message', resolve)
      thread.once('error', (error) => (isOutOfMemory(error) ? giveUp() : reject(error)))
      thread.once('exit', (code) => reject(new Error(`The reading thread ended with ${code} and without an answer.`)))
    })
  } finally {
    clearTimeout(watch.timer)
    clearInterval(watch.guard)
    await thread.terminate()
  }
}

const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** Unpacked bytes lie outside the heap that Node limits. A thread that has just ended has none, and does nothing. */
const hasTooMuch = async (thread: Worker): Promise<boolean> => {
  const [memory, work] = await Promise.all([thread.getHeapStatistics(), thread.cpuUsage()]).catch(() => [])
  if (!memory || !work) return false
  return memory.external_memory > limits.buffersMb * 1024 * 1024 || (work.user + work.system) / 1_000 > limits.busyMs
}
