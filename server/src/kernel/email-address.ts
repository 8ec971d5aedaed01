import { z } from 'zod'

/**
 * Every e-mail address that comes in, whoever types it: the blank that came along when it was copied goes, and it is
 * kept in small letters. Mail systems treat them alike, and two people of one address would be one too many.
 */
export const EmailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'Keep it under 254 characters.')
  .check(z.email('Write an e-mail address such as name@example.com.'))
