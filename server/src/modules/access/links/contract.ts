import { z } from 'zod'

/** A link as it is shown to whoever made it. */
export const ShownLink = z.object({
  address: z.string().describe('Gives whoever opens it what the invitation gives'),
  expiresAt: z.iso.datetime(),
})
