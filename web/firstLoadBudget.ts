import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

type Chunk = Readonly<{ type: 'chunk'; isEntry: boolean; fileName: string; imports: readonly string[]; code: string }>

/** Fails the build when the script that every first visit loads, before the page's own chunk, grows past the budget. */
export const firstLoadBudget = ({ gzipMaxBytes }: Readonly<{ gzipMaxBytes: number }>): Plugin => ({
  name: 'first-load-budget',
  apply: 'build',
  generateBundle(_, bundle) {
    const chunks = new Map(
      Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
    )
    const first = new Set<string>()
    for (const chunk of chunks.values()) if (chunk.isEntry) reach(chunk, chunks, first)
    const sizes = [...first].map((name) => ({ name, bytes: gzipSync(chunks.get(name)?.code ?? '').length }))
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
    const list = sizes.map(({ name, bytes }) => `${name} ${kilobytes(bytes)}`).join(', ')
    this.info(`first load: ${kilobytes(total)} gzip of ${kilobytes(gzipMaxBytes)} (${list})`)
    if (total > gzipMaxBytes) this.error(`The first load is ${kilobytes(total)} gzip: ${list}.`)
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
