import { z } from 'zod'
import { event } from '#kernel/event.ts'

export const restoredModeLifted = event(
  'audit.restored-mode-lifted',
  'lifted restored mode: {decision}. It had begun because: {reason}',
  z.object({ since: z.iso.datetime(), reason: z.string(), decision: z.string() }),
)
