/** `/northwind/contractors`: the address of a page below an organization. */
export const pathIn = (organization: string, path = ''): string =>
  path === '' ? `/${organization}` : `/${organization}/${path}`
