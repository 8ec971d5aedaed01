import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { canonicalJson } from '#kernel/canonical-json.ts'
import { listMembers } from '#modules/access/contract.ts'
import type { Caller } from './caller.ts'
import type { Login } from './company.ts'
import type { Install } from './install.ts'
import type { MailServer } from './mail-server.ts'
import type { Kept } from './writers.ts'

const Made = z.looseObject({ id: z.string() })

/** Everything that was acknowledged is read again and must be what was answered, field by field. */
export const lost = async (caller: Caller, owner: Login, kept: readonly Kept[]): Promise<readonly string[]> => {
  const members = await membersNow(caller, owner)
  const looked = await Promise.all(
    kept.map(async ({ by, text, view }) => {
      const { id } = Made.parse(JSON.parse(text))
      if (!view) return { text, found: members.get(id) ?? 'nothing' }
      const answer = await caller.insist({ by, endpoint: view.endpoint, input: { [view.idName]: id } })
      return { text, found: answer.text }
    }),
  )
  return looked
    .filter(({ text, found }) => comparable(text) !== comparable(found))
    .map(({ text, found }) => `Acknowledged was ${text}, and found is ${found}.`)
}

/** The document of an invoice is made afterwards; everything else must be as it was answered. */
const comparable = (text: string): string => {
  if (!text.startsWith('{')) return text
  const { pdfFileId: _, ...rest } = Made.parse(JSON.parse(text))
  return canonicalJson(rest)
}

const Members = z.object({ items: z.array(Made), next: z.string().nullable() })

const membersNow = async (caller: Caller, by: Login): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  let after: string | null = null
  do {
    const input: Record<string, unknown> = { limit: 200, ...(after ? { after } : {}) }
    const page: z.output<typeof Members> = Members.parse(
      JSON.parse((await caller.insist({ by, endpoint: listMembers, input })).text),
    )
    for (const member of page.items) found.set(member.id, JSON.stringify(member))
    after = page.next
  } while (after !== null)
  return found
}

const looks: readonly Readonly<{ text: string; means: string }>[] = [
  {
    means: 'An invoice is there without its lines, or with others than it says.',
    text: `select i.id from invoices i left join invoice_lines l on l.organization_id = i.organization_id and l.invoice_id = i.id
      group by i.organization_id, i.id having count(l.position) = 0 or sum(l.net_minor) <> i.net_minor`,
  },
  {
    means: 'A submitted invoice has no document, or more than one was made.',
    text: `select i.id from invoices i left join files f on f.organization_id = i.organization_id and f.subject_id = i.id
      where i.submitted_at is not null
      group by i.organization_id, i.id having count(f.id) <> 1 or bool_or(f.id is distinct from i.pdf_file_id)`,
  },
  {
    means: 'Somebody was invited and written to more or less than once.',
    text: `select m.id from members m left join outgoing_mails o
        on o.organization_id = m.organization_id and o.subject_id = m.id and o.kind = 'member-invitation'
      where m.status = 'invited' group by m.organization_id, m.id having count(o.id) <> 1`,
  },
  {
    means: 'A change is there that the journal does not know.',
    text: `select id from (select id from invoices union all select id from contractors
        union all select id from files where subject_id is null) as things
      where not exists (select from journal j where j.subjects @> array[things.id])`,
  },
  {
    means: 'Something that follows from a fact was given up, or is still to be done.',
    text: 'select id, reaction, last_error from deliveries',
  },
]

/** Nothing half done is stored, and what follows from a fact followed once. */
export const halfDone = async ({ sql }: Pick<Install, 'sql'>): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const { text, means } of looks) {
    const rows = await sql(text)
    if (rows.length > 0) faults.push(`${means} ${rows.length} times, such as ${JSON.stringify(rows[0])}.`)
  }
  return faults
}

/** Every row about a file has its bytes on the disk, whole. */
export const filesWithoutBytes = async ({ sql, config }: Install): Promise<readonly string[]> => {
  const rows = await sql<{ organization_id: string; id: string; sha256: string }>(
    'select organization_id, id, sha256 from files',
  )
  return rows.flatMap(({ organization_id: organizationId, id, sha256 }) => {
    const path = join(config.dataFolder, 'files', organizationId, sha256.slice(0, 2), sha256)
    if (!existsSync(path)) return [`The file ${id} has no bytes.`]
    const found = createHash('sha256').update(readFileSync(path)).digest('hex')
    return found === sha256 ? [] : [`The file ${id} has other bytes than were sent.`]
  })
}

/** Whatever counts as sent was taken by the mail server, and nothing waits while it takes. */
export const mailsAstray = async ({ sql }: Install, { taken }: MailServer): Promise<readonly string[]> => {
  const rows = await sql<{ id: string; status: string; last_error: string | null }>(
    'select id, status, last_error from outgoing_mails',
  )
  return rows.flatMap(({ id, status, last_error: error }) => {
    if (status !== 'sent') return [`A mail is ${status}: ${error}`]
    return taken.has(`<${id}@localhost>`) ? [] : [`The mail ${id} counts as sent, and nobody took it.`]
  })
}
