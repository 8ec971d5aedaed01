import { z } from 'zod'

/**
 * What cannot be seen and changes how the rest reads: control characters, signs that turn the direction around (Unicode
 * UAX #9), fillers that look like nothing. Joiners and variants stay, because Persian, Indic and Japanese names need them.
 */
const unseen = /(?!\p{Variation_Selector}|\u200c|\u200d|\n|\t)[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Co}\u2800]/gu
const visible = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u

const seen = (text: string): string => {
  const left = text.replace(unseen, '').normalize('NFC')
  return visible.test(left) ? left.trim() : ''
}

/** On one line: whatever was pasted as a line break or a tab is a blank. */
const onOneLine = (text: string): string => seen(text.replace(/\s+/g, ' ')).replace(/ {2,}/g, ' ')
const onItsLines = (text: string): string => seen(text.replaceAll('\r\n', '\n'))

/** A name, a title, a number on paper: what stands on one line, by nothing but letters and signs that can be seen. */
export const line = (max: number) => z.string().overwrite(onOneLine).max(max, `Keep it under ${max} characters.`)

/** What somebody writes in sentences, with its own line breaks. */
export const paragraphs = (max: number) =>
  z
    .string()
    .overwrite(onItsLines)
    .max(max, `Keep it under ${max.toLocaleString('en')} characters.`)
