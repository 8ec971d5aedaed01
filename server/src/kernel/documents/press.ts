import { foldersFor } from './fonts.ts'
import { createRenderer, type Renderer, type RenderRequest } from './render.ts'
import { type Sealer, type Sealing, sealPdf } from './seal.ts'

/** What the press, a process of its own, is asked to do. */
export type Job =
  | Readonly<{ kind: 'render'; root: string; machineFonts: string | undefined; request: RenderRequest }>
  | Readonly<{ kind: 'seal'; pdf: Uint8Array; sealer: Sealer; sealing: Sealing }>

export type Answer = Readonly<{ pdf: Uint8Array }> | Readonly<{ failure: string }>

const renderers = new Map<string, Renderer>()

type Setting = Omit<Extract<Job, { kind: 'render' }>, 'kind'>

/** One for each set of fonts: a document without letters of East Asia is the same whatever fonts the machine has. */
const rendererOf = ({ root, machineFonts, request }: Setting): Renderer => {
  const folders = foldersFor(request.data, machineFonts)
  const key = [root, ...folders].join('\n')
  const renderer = renderers.get(key) ?? createRenderer(root, folders)
  renderers.set(key, renderer)
  return renderer
}

const carryOut = async (job: Job): Promise<Answer> => {
  try {
    if (job.kind === 'render') return { pdf: rendererOf(job)(job.request) }
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
