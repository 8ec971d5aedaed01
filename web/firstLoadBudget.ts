import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

type Chunk = Readonly<{ type: 'chunk'; isEntry: boolean; fileName: string; imports: readonly string[]; code: string }>

type Budget = Readonly<{
  gzipMaxBytes: number
  /** The chunks that stand between the entry and a page: one of them comes along with every first visit. */
  shells: readonly string[]
}>

/** Fails the build when the script that a first visit loads before the page's own chunk grows past the budget. */
export const firstLoadBudget = ({ gzipMaxBytes, shells }: Budget): Plugin => ({
  name: 'first-load-budget',
  apply: 'build',
  generateBundle(_, bundle) {
    const chunks = new Map(
      Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
    )
    const entries = [...chunks.values()].filter(({ isEntry }) => isEntry)
    for (const shell of shells) {
      const first = new Set<string>()
      const own = [...chunks.values()].filter(({ name }) => name === shell)
      if (own.length === 0) this.error(`There is no chunk ${shell} to hold against the budget.`)
      for (const chunk of [...entries, ...own]) reach(chunk, chunks, first)
      const sizes = [...first].map((name) => ({ name, bytes: gzipSync(chunks.get(name)?.code ?? '').length }))
      const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
      this.info(`${shell}: ${kilobytes(total)} gzip of ${kilobytes(gzipMaxBytes)} before the page`)
      if (total > gzipMaxBytes) {
        const list = sizes.map(({ name, bytes }) => `${name} ${kilobytes(bytes)}`).join(', ')
        this.error(`Before a page below ${shell} come ${kilobytes(total)} gzip: ${list}.`)
      }
    }
  },
})

const reach = (chunk: Chunk, chunks: ReadonlyMap<string, Chunk>, reached: Set<string>): void => {
  if (reached.has(chunk.fileName)) return
  reached.add(chunk.fileName)
  for (const name of chunk.imports) {
    const next = chunks.get(name)
    if (next) reach(next, chunks, reached)
  }
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`
