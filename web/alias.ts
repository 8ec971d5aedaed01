import { resolve } from 'node:path'

const at = (path: string): string => resolve(import.meta.dirname, path)

/** The roads out of `web`: contracts and the pure kernel of the server, and its own folders. The same as in tsconfig. */
export const alias = [
  { find: /^#kernel\//, replacement: `${at('../server/src/kernel')}/` },
  { find: /^#modules\//, replacement: `${at('../server/src/modules')}/` },
  { find: /^#web\//, replacement: `${at('src')}/` },
]
