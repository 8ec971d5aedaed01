import { isReservedSlug } from '#modules/organizations/founding/contract.ts'

/** `/northwind/contractors` belongs to `northwind`; `/sign-in` to nobody. */
export const organizationInPath = (pathname: string): string | undefined => {
  const first = pathname.split('/')[1] ?? ''
  return first === '' || isReservedSlug(first) ? undefined : decodeURIComponent(first)
}
