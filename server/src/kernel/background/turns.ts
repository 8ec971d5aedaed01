import type { OrganizationId } from '#kernel/ids.ts'

/** Hands out organizations in turn to the workers of a lane, so that one with a long list keeps nobody else waiting. */
export type Turns = Readonly<{
  /** Whose turn it is; undefined when there is nothing to do for now. */
  next: () => Promise<OrganizationId | undefined>
  /** The turn is over. Something was done in it, or not. */
  over: (organizationId: OrganizationId, isFruitful: boolean) => void
  /** There may be something to do again. */
  wake: () => void
}>

/** `find` says who has something due. `alone`: an organization is served by one worker at a time. */
export const createTurns = (find: () => Promise<readonly OrganizationId[]>, alone: boolean): Turns => {
  let waiting: OrganizationId[] = []
  const inHand = new Set<OrganizationId>()
  let finding: Promise<void> | undefined
  let isWorthwhile = true

  const placeOfNext = () => waiting.findIndex((organizationId) => !alone || !inHand.has(organizationId))

  // Once for each round, and not again when nothing could be done for anybody in the last one.
  const findAgain = async (): Promise<void> => {
    isWorthwhile = false
    waiting = [...(await find())]
  }

  return {
    next: async () => {
      if (placeOfNext() < 0 && isWorthwhile) {
        finding ??= findAgain().finally(() => {
          finding = undefined
        })
      }
      await finding
      const place = placeOfNext()
      if (place < 0) return undefined
      const [organizationId] = waiting.splice(place, 1)
      if (organizationId) inHand.add(organizationId)
      return organizationId
    },
    over: (organizationId, isFruitful) => {
      inHand.delete(organizationId)
      isWorthwhile ||= isFruitful
    },
    wake: () => {
      isWorthwhile = true
    },
  }
}
