import { useMemo } from 'react'
import { viewBrand } from '#modules/organizations/contract.ts'
import { brandFrom, useDressIn } from '#web/app/brand.ts'
import type { Session } from '#web/app/session.ts'
import { useView } from '#web/lib/useView.ts'

/** Dresses a shell in the brand of the organization whose page is open. */
export const useBrandOfSession = (session: Session | undefined): void => {
  const here = session?.here
  useDressIn(useMemo(() => here && brandFrom(here.slug, here.brand), [here]))
}

/** Dresses a public page in an organization's brand, once it knows whose page it is. */
export const useBrandOf = (slug: string | undefined): void => {
  const { data } = useView(viewBrand, { slug: slug ?? '' }, { enabled: slug !== undefined })
  useDressIn(useMemo(() => data && brandFrom(data.slug, data), [data]))
}
