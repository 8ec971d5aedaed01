import { createRenderer, type Renderer, type RenderRequest } from './render.ts'
import { type Sealer, type Sealing, sealPdf } from './seal.ts'

/** What the press, a process of its own, is asked to do. */
export type Job =
  | Readonly<{ kind: 'render'; root: string; request: RenderRequest }>
  | Readonly<{ kind: 'seal'; pdf: Uint8Array; sealer: Sealer; sealing: Sealing }>

export type Answer = Readonly<{ pdf: Uint8Array }> | Readonly<{ failure: string }>

const renderers = new Map<string, Renderer>()

const rendererOf = (root: string): Renderer => {
  const renderer = renderers.get(root) ?? createRenderer(root)
  renderers.set(root, renderer)
  return renderer
}

const carryOut = async (job: Job): Promise<Answer> => {
  try {
    if (job.kind === 'render') return { pdf: rendererOf(job.root)(job.request) }
    return { pdf: await sealPdf(job.pdf, job.sealer, job.sealing) }
  } catch (fault) {
    // Told to the process that asked, which throws it where the document was wanted.
    return { failure: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }
  }
}

process.on('message', async (job: Job) => {
  process.send?.(await carryOut(job))
})
// It lives and dies with the server: Ctrl-C is the server's to answer, and its end, of whatever kind, ends this too.
process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit())
