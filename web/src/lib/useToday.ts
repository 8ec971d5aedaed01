import { dayIn, type PlainDate } from '#kernel/dates.ts'
import { useNow } from '#web/lib/useNow.ts'

/** The calendar day where the reader is. */
export const useToday = (): PlainDate => dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, useNow())
