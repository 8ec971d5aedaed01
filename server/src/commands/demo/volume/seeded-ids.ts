import type { z } from 'zod'
import { type AnyId, uuidV7 } from '#kernel/ids.ts'
import type { Chance } from '../random.ts'

/**
 * UUIDv7 whose time is the story's and whose chance comes from the seed: the same seed names everything the same. The
 * first draw goes in whole, past the bits that say version and variant, so that no two ids of one millisecond are alike
 * while the generator has not come round.
 */
export const seededIds =
  (chance: Chance) =>
  <Id extends AnyId>(kind: Id, at: number): z.output<Id> => {
    const random = new Uint8Array(10)
    const view = new DataView(random.buffer)
    view.setUint32(0, chance.between(0, 2_147_483_645))
    view.setUint32(6, chance.between(0, 2_147_483_645))
    view.setUint32(3, chance.between(0, 2_147_483_645))
    return kind.parse(uuidV7(new Date(at), random)) as z.output<Id>
  }

export type Ids = ReturnType<typeof seededIds>
