import { createContext, useContext, useEffect } from 'react'
import { defaultBrandColour } from '#web/theme.ts'

/** How an organization shows itself: its words and its colour. */
export type Brand = Readonly<{
  /** The programme's name, or the organization's where it has none. */
  name: string
  colour: string
  logoUrl?: string
}>

export const ownBrand: Brand = { name: 'Muster', colour: defaultBrandColour }

export const BrandContext = createContext<Brand>(ownBrand)
export const SetBrandContext = createContext<(brand: Brand) => void>(() => undefined)

export const useBrand = (): Brand => useContext(BrandContext)

/** Dresses everything in a brand for as long as the calling page or shell is shown. Keep the object the same. */
export const useDressIn = (brand: Brand | undefined): void => {
  const setBrand = useContext(SetBrandContext)
  useEffect(() => {
    if (!brand) return
    setBrand(brand)
    return () => setBrand(ownBrand)
  }, [brand, setBrand])
}

type BrandAnswer = Readonly<{ programmeName: string; brandColor: string; hasLogo: boolean }>

export const brandFrom = (slug: string, { programmeName, brandColor, hasLogo }: BrandAnswer): Brand => ({
  name: programmeName,
  colour: brandColor,
  ...(hasLogo ? { logoUrl: `/api/v1/brands/${slug}/logo` } : {}),
})
