import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const { resolve } = createRequire(import.meta.url)

/**
 * Where fonts may come from. DejaVu has Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic; the typesetter
 * brings a Latin serif and Devanagari. The packages after it add Chinese with Japanese, and Korean, wherever they
 * are installed.
 */
const packages = [
  { name: 'dejavu-fonts-ttf/package.json', folder: 'ttf' },
  { name: '@embedpdf/fonts-sc', folder: '../fonts' },
  { name: '@embedpdf/fonts-kr', folder: '../fonts' },
] as const

/** The folders of the fonts that are installed here. */
export const fontFolders = (): string[] =>
  packages.flatMap(({ name, folder }) => {
    try {
      const path = join(dirname(resolve(name)), folder)
      return existsSync(path) ? [path] : []
    } catch {
      return []
    }
  })
