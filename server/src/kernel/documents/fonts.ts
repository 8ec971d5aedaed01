import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { JsonValue } from './json-value.ts'

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

/** The folders of the fonts that came with Muster. */
export const fontFolders = (): string[] =>
  packages.flatMap(({ name, folder }) => {
    try {
      const path = join(dirname(resolve(name)), folder)
      return existsSync(path) ? [path] : []
    } catch {
      return []
    }
  })

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u

/**
 * The folders a document needs. The machine's own is looked through for letters of East Asia only: that takes 80 ms and
 * each font that is used stays in memory whole, 20 MB of Noto CJK (measured).
 */
export const foldersFor = (data: JsonValue, machineFonts: string | undefined): readonly string[] => {
  if (machineFonts === undefined || !existsSync(machineFonts)) return fontFolders()
  return eastAsian.test(JSON.stringify(data)) ? [...fontFolders(), machineFonts] : fontFolders()
}
