import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { askDoor } from '#web/lib/askDoor.ts'
import { keyOf } from '#web/lib/queries.ts'

const Listed = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string().nullish(), createdAt: z.string().nullish() })),
})
export type Passkey = z.output<typeof Listed>['items'][number]

/** The passkeys of whoever is signed in. Whatever refreshes `access` refreshes them too. */
export const usePasskeys = () =>
  useQuery({
    queryKey: keyOf('access.my-passkeys'),
    queryFn: async () => Listed.parse(await askDoor('/passkey/list-user-passkeys')).items,
  })
