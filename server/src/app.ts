import type { Handler } from '#kernel/command.ts'
import type { Reaction } from '#kernel/reaction.ts'
import { directoryHandlers, directoryReactions } from '#modules/directory/index.ts'
import { fileHandlers } from '#modules/files/index.ts'
import { organizationHandlers } from '#modules/organizations/index.ts'

/** Every module's handlers, bottom to top: the table of contents of the API. */
export const handlers: readonly Handler[] = [...organizationHandlers, ...fileHandlers, ...directoryHandlers]

/** Every module's reactions: what follows from what. */
export const reactions: readonly Reaction[] = [...directoryReactions]
