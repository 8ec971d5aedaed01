import type { Actor } from '#kernel/actor.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import { ofAnyKind, seenOf, sight } from '#kernel/sight.ts'
import { openFiles } from './permissions.ts'
import { mayOpen, type Placed } from './stored-file.ts'

const placed: Statement = {
  name: 'files.placed',
  text: `select id, sensitivity, uploaded_by as "uploadedBy", attached_at as "attachedAt", subject_id as "subjectId",
      contractor_id as "contractorId"
    from files where organization_id = $1 and id = any ($2)`,
}

/** A file is opened by those who see what it belongs to. */
const seen = async (actor: Actor, tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const files = await tx.named<Placed & { id: string }>(placed, [tx.organizationId, ids])
  const places = await placesSeen(actor, tx, files)
  return new Set(files.filter((file) => mayOpen(actor, file, places)).map(({ id }) => id))
}

/** Of the places of these files, those the actor sees. */
export const placesSeen = (actor: Actor, tx: Tx, files: readonly Placed[]): Promise<ReadonlySet<string>> => {
  const places = files.flatMap(({ subjectId, contractorId }) => subjectId ?? contractorId ?? [])
  return places.length > 0 ? seenOf(actor, tx, { kind: ofAnyKind, ids: [...new Set(places)] }) : none
}
const none = Promise.resolve<ReadonlySet<string>>(new Set())

sight({ kind: 'fileId', needs: openFiles, seen })
