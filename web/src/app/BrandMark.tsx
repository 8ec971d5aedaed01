import { useBrand } from '#web/app/brand.ts'
import './BrandMark.css'

/** The organization's logo, or its first letter on its colour, and its name. */
export const BrandMark = ({ withName = true }: Readonly<{ withName?: boolean }>) => {
  const { name, logoUrl } = useBrand()
  return (
    <span className="BrandMark">
      {logoUrl === undefined ? (
        <span className="BrandMark-letter" aria-hidden>
          {[...name][0]?.toLocaleUpperCase()}
        </span>
      ) : (
        <img className="BrandMark-logo" src={logoUrl} alt="" />
      )}
      {withName ? <span className="BrandMark-name">{name}</span> : null}
    </span>
  )
}
