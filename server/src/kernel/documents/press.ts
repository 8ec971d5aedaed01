import { join } from 'node:path'
import { foldersFor } from './fonts.ts'
import { isWrittenOn } from './ink.ts'
import { createRenderer, type Renderer, type RenderRequest } from './render.ts'
import { type Sealer, type Sealing, sealPdf } from './seal.ts'

/** What the press, a process of its own, is asked to do. */
export type Job =
  | Readonly<{ kind: 'render'; root: string; request: RenderRequest }>
  | Readonly<{ kind: 'seal'; pdf: Uint8Array; sealer: Sealer; sealing: Sealing }>
  | Readonly<{ kind: 'look'; png: Uint8Array }>
  | Readonly<{ kind: 'letters'; root: string; text: string }>

export type Results = Readonly<{
  render: Uint8Array
  seal: Uint8Array
  look: boolean
  letters: readonly string[]
}>

export type Answer = Readonly<{ result: Results[Job['kind']] }> | Readonly<{ failure: string }>

const renderers = new Map<string, Renderer>()

/** One for each set of fonts: those of East Asia are large and stay in memory once they were used. */
const rendererFor = (root: string, data: RenderRequest['data']): Renderer => {
  const folders = foldersFor(data)
  const key = [root, ...folders].join('\n')
  const renderer = renderers.get(key) ?? createRenderer(root, folders)
  renderers.set(key, renderer)
  return renderer
}

const resultOf = (job: Job): Results[Job['kind']] | Promise<Uint8Array> => {
  switch (job.kind) {
    case 'render':
      return rendererFor(job.root, job.request.data)(job.request)
    case 'seal':
      return sealPdf(job.pdf, job.sealer, job.sealing)
    case 'look':
      return isWrittenOn(job.png)
    case 'letters':
      return lettersWithoutFont(job.root, job.text)
  }
}

const lettersCheck = join(import.meta.dirname, 'letters-check.typ')

const lettersWithoutFont = (root: string, text: string): readonly string[] => {
  const lacking = new Set<string>()
  const data = { text }
  rendererFor(root, data)({ template: lettersCheck, data, createdAt: new Date(0) }, (letter) => lacking.add(letter))
  return [...lacking]
}

const carryOut = async (job: Job): Promise<Answer> => {
  try {
    return { result: await resultOf(job) }
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
