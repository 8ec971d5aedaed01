import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '#kernel/problem.ts'
import type { ReadEInvoice } from './e-invoice.ts'
import { interpretFile } from './interpret-file.ts'

/** What the thread answers: the invoice, or the refusal taken apart, because an Error loses its class on the way. */
export type Reply = Readonly<{ invoice: ReadEInvoice } | { slug: string; extras: Problem['extras'] }>

/** Runs in a thread of its own, started by `read-e-invoice.ts`. A defect is not caught: it ends the thread as an error. */
const reply = async (bytes: Uint8Array): Promise<Reply> => {
  try {
    return { invoice: await interpretFile(bytes) }
  } catch (error) {
    if (error instanceof Problem) return { slug: error.slug, extras: error.extras }
    throw error
  }
}

parentPort?.postMessage(await reply(workerData))
