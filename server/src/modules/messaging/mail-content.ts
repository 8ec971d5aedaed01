import { z } from 'zod'
import { LinkId } from '#modules/access/contract.ts'
import { linkPurposes } from '#modules/access/index.ts'
import { FileId } from '#modules/files/contract.ts'

/** What gives whoever opens it something: named in the mail, and made only while the mail is handed over. */
export const MailedLink = z.object({ purpose: z.enum(linkPurposes), linkId: LinkId })
export type MailedLink = z.output<typeof MailedLink>

/** What a mail says, before it is dressed in the organization's brand. */
export const Letter = z.object({
  heading: z.string(),
  paragraphs: z.array(z.string()).readonly(),
  /** Short facts in two columns, such as amount and date. */
  facts: z
    .array(z.tuple([z.string(), z.string()]).readonly())
    .readonly()
    .optional(),
  button: z
    .union([z.object({ label: z.string(), url: z.string() }), z.object({ label: z.string(), link: MailedLink })])
    .optional(),
})
export type Letter = Readonly<z.output<typeof Letter>>

export const Brand = z.object({ programmeName: z.string(), organizationName: z.string(), color: z.string() })
export type Brand = Readonly<z.output<typeof Brand>>

export const MailContent = z.object({ letter: Letter, brand: Brand, attachmentFileIds: z.array(FileId) })
export type MailContent = z.output<typeof MailContent>

/** A mail that an earlier version wrote lies there dressed, with its link in it. */
export const DressedContent = z.object({
  text: z.string(),
  html: z.string(),
  attachmentFileIds: z.array(FileId),
})

export type DressedContent = z.output<typeof DressedContent>

type Words = Omit<Letter, 'button'> & Readonly<{ button?: Readonly<{ label: string; url: string }> | undefined }>

/** Both forms of a letter. Every value is text that somebody may have written, so every value is escaped. */
export const dressed = (letter: Words, brand: Brand): Readonly<{ text: string; html: string }> => ({
  text: plain(letter, brand),
  html: html(letter, brand),
})

const plain = ({ heading, paragraphs, facts = [], button }: Words, { organizationName }: Brand): string =>
  [
    heading,
    ...paragraphs,
    facts.map(([name, value]) => `${name}: ${value}`).join('\n'),
    button ? `${button.label}:\n${button.url}` : '',
    `${organizationName}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')

/** One column of tables and inline styles: what mail programs show alike. */
const html = ({ heading, paragraphs, facts = [], button }: Words, brand: Brand): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${safe(heading)}</title></head>
<body style="margin:0;padding:24px;background:#f6f7f9;font-family:Inter,Segoe UI,Helvetica,Arial,sans-serif;color:#1f2328">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="560" cellpadding="0" cellspacing="0" style="max-width:560px;width:100%">
<tr><td style="padding:0 4px 16px;font-size:15px;font-weight:600"><span style="display:inline-block;width:12px;height:12px;border-radius:4px;background:${safe(brand.color)};margin-right:8px"></span>${safe(brand.programmeName)}</td></tr>
<tr><td style="background:#ffffff;border:1px solid #e3e6ea;border-radius:10px;padding:28px">
<h1 style="margin:0 0 16px;font-size:20px;line-height:28px">${safe(heading)}</h1>
${paragraphs.map((text) => `<p style="margin:0 0 14px;font-size:15px;line-height:23px">${safe(text)}</p>`).join('\n')}
${facts.length > 0 ? factTable(facts) : ''}
${button ? buttonOf(button, brand) : ''}
</td></tr>
<tr><td style="padding:16px 4px;font-size:12px;line-height:18px;color:#57606a">${safe(brand.organizationName)}</td></tr>
</table></td></tr></table></body></html>`

const factTable = (
  facts: readonly (readonly [string, string])[],
): string => `<table role="presentation" style="margin:0 0 16px;font-size:14px">
${facts.map(([name, value]) => `<tr><td style="padding:3px 20px 3px 0;color:#57606a">${safe(name)}</td><td style="padding:3px 0">${safe(value)}</td></tr>`).join('\n')}
</table>`

/** The address stands below the button too, for those whose mail program does not follow it. */
const buttonOf = (
  { label, url }: NonNullable<Words['button']>,
  { color }: Brand,
): string => `<p style="margin:20px 0 12px">
<a href="${safe(url)}" style="display:inline-block;background:${safe(color)};color:${textOn(color)};text-decoration:none;font-size:15px;font-weight:600;padding:11px 20px;border-radius:8px">${safe(label)}</a></p>
<p style="margin:0;font-size:12px;line-height:18px;color:#57606a;word-break:break-all">${safe(url)}</p>`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const safe = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)

/** White or near-black, whichever stands out more on the colour (relative luminance, WCAG 2.2). */
const textOn = (hex: string): string => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.0565 ? '#ffffff' : '#1f2328'
}
