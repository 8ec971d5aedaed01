import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { JsonValue } from './json-value.ts'

const { resolve } = createRequire(import.meta.url)

const folderOf = (within: string, folder: string): string => join(dirname(resolve(within)), folder)

/** One family for each script that DejaVu has no letters for, in the two weights that documents use. */
const scripts = [
  ...['bengali', 'devanagari', 'ethiopic', 'gujarati', 'gurmukhi', 'kannada', 'khmer', 'lao', 'malayalam', 'myanmar'],
  ...['sinhala', 'symbols-2', 'tamil', 'telugu', 'thai'],
].map((script) => `noto-sans-${script}`)

const weights = ['400Regular', '700Bold']

/**
 * The folders of the fonts that come with Muster. DejaVu has Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and
 * Arabic; the typesetter brings a Latin serif.
 */
const everyday: readonly string[] = [
  folderOf('dejavu-fonts-ttf/package.json', 'ttf'),
  ...[...scripts, 'noto-emoji'].flatMap((name) =>
    weights.map((weight) => folderOf(`@expo-google-fonts/${name}/package.json`, weight)).filter(existsSync),
  ),
]

const ofEastAsia: readonly string[] = ['sc', 'jp', 'kr'].map((language) =>
  folderOf(`@embedpdf/fonts-${language}`, '../fonts'),
)

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u

/** The folders a document needs: a font of East Asia that is used stays in memory whole, 8 MB for Chinese (measured). */
export const foldersFor = (data: JsonValue): readonly string[] =>
  eastAsian.test(JSON.stringify(data)) ? [...everyday, ...ofEastAsia] : everyday

/**
 * Says where no font of the machine is found: the typesetter would take them, and the same request would give other bytes
 * elsewhere. A list without a folder would be passed over for the usual ones, so ours names one that does not exist.
 * For machines without fontconfig the templates name every family and turn the search for others off.
 */
export const leaveMachineFontsAlone = (): void => {
  process.env.FONTCONFIG_FILE = join(import.meta.dirname, 'no-machine-fonts.conf')
}

/** Latin with its accents, Greek and Cyrillic are there whatever else is. */
const surely =
  /^[\t\n\r -~\u{a0}-\u{17f}\u{391}-\u{3a9}\u{3b1}-\u{3c9}\u{400}-\u{45f}\u{2013}-\u{201e}\u{2022}\u{2026}\u{20ac}]*$/u

/** Is it worth asking whether a text has letters without a font? */
export const mayLackFont = (text: string): boolean => !surely.test(text)
