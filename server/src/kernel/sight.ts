import { type Actor, mayIn, type Permission } from './actor.ts'
import type { Statement, Tx } from './db.ts'

/** One kind of thing and who sees it: what its own address asks, and so does everything else that would tell of it. */
export type Sight = Readonly<{
  /** The property by which facts name such a thing: `invoiceId`. */
  kind: string
  /** Without it nobody sees any. */
  needs: Permission
  /** Those of these ids that the actor finds by their own address. One statement, however many are asked about. */
  seen: (actor: Actor, tx: Tx, ids: readonly string[]) => Promise<ReadonlySet<string>>
}>

const declared = new Map<string, Sight>()
export const declaredSights = (): ReadonlyMap<string, Sight> => declared

export const sight = (made: Sight): Sight => {
  if (declared.has(made.kind)) throw new Error(`Who sees ${made.kind} is declared twice.`)
  declared.set(made.kind, made)
  return made
}

type Filed = Readonly<{ id: string; departmentId: string | null }>

/**
 * For what is filed under departments: the statement answers `id` and `departmentId` of those of the ids ($2) that the
 * organization ($1) shows to its staff. What is filed under none is seen by members without a limit.
 */
export const sightOfFiled = (kind: string, needs: Permission, filed: Statement): Sight =>
  sight({
    kind,
    needs,
    seen: async (actor, tx, ids) => {
      const rows = await tx.named<Filed>(filed, [tx.organizationId, ids])
      return new Set(rows.filter(({ departmentId }) => mayIn(actor, needs, departmentId)).map(({ id }) => id))
    },
  })

/** For what all departments share, such as settings and templates: whoever has the permission sees those that exist. */
export const sightOfShared = (kind: string, needs: Permission, existing: Statement): Sight =>
  sight({
    kind,
    needs,
    seen: async (_, tx, ids) =>
      new Set((await tx.named<Pick<Filed, 'id'>>(existing, [tx.organizationId, ids])).map(({ id }) => id)),
  })

const nothing: ReadonlySet<string> = new Set()

/** A key is limited to doors; what lies behind one is what its holder sees. */
const asPerson = ({ scopes: _, ...actor }: Actor): Actor => actor

export const maySeeSome = (actor: Actor, needs: Permission): boolean =>
  actor.roles.some((role) => needs.roles.includes(role))

/** Of these things of one kind, those the actor sees. What nobody has declared is seen by nobody. */
export const seenOf = async (
  actor: Actor,
  tx: Tx,
  { kind, ids }: Readonly<{ kind: string; ids: readonly string[] }>,
): Promise<ReadonlySet<string>> => {
  if (kind === ofAnyKind) return seenOfAnyKind(actor, tx, ids)
  const known = declared.get(kind)
  if (!known || ids.length === 0 || !maySeeSome(actor, known.needs)) return nothing
  return known.seen(asPerson(actor), tx, ids)
}

/** Under this name a fact or a file speaks of a thing whose kind it does not know. */
export const ofAnyKind = 'subjectId'

const seenOfAnyKind = async (actor: Actor, tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const found = await Promise.all([...declared.keys()].map((kind) => seenOf(actor, tx, { kind, ids })))
  return new Set(found.flatMap((seen) => [...seen]))
}

/** The one question: would this object's own address show it to this actor? */
export const sees = async (actor: Actor, tx: Tx, subjectId: string): Promise<boolean> =>
  (await seenOfAnyKind(actor, tx, [subjectId])).has(subjectId)
