/** First parts of an address that name a page of ours, so that no organization can be called that. */
export const reservedSlugs = [
  'api',
  'assets',
  'invitation',
  'portal',
  'portal-invitation',
  'reset-password',
  'set-up',
  'sign',
  'sign-in',
  'verify',
] as const

/** `/northwind/contractors` belongs to `northwind`; `/sign-in` to nobody. */
export const organizationInPath = (pathname: string): string | undefined => {
  const first = pathname.split('/')[1] ?? ''
  return first === '' || reservedSlugs.some((reserved) => reserved === first) ? undefined : decodeURIComponent(first)
}
