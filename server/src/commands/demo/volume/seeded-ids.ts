import type { z } from 'zod'
import type { AnyId } from '#kernel/ids.ts'
import type { Chance } from '../random.ts'

const most = 2_147_483_645
const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

/**
 * UUIDv7 (RFC 9562, 5.7) whose time is the story's and whose chance comes from the seed: the same seed names everything
 * the same. Built from text, because a volume needs tens of millions. The last draw goes in whole, so that no two ids of
 * one millisecond are alike while the generator has not come round.
 */
export const seededIds =
  ({ between }: Chance) =>
  <Id extends AnyId>(kind: Id, at: number): z.output<Id> => {
    const time = hex(Math.floor(at), 12)
    const first = hex(between(0, most), 8)
    const last = hex(between(0, most), 8)
    const text = `${time.slice(0, 8)}-${time.slice(8)}-7${first.slice(5)}-${'89ab'.charAt(between(0, 3))}${first.slice(2, 5)}`
    return kind.parse(`${text}-${first.slice(4)}${last}`) as z.output<Id>
  }

export type Ids = ReturnType<typeof seededIds>
