import { uuidV7 } from '#kernel/ids.ts'
import { systemClock } from '#web/lib/clock.ts'

/** An idempotency key. Not `crypto.randomUUID`: browsers have that over https only, and a first look is often over http. */
export const newKey = (): string => uuidV7(systemClock(), crypto.getRandomValues(new Uint8Array(10)))
