import type { Image } from './image.ts'
import type { JsonValue } from './json-value.ts'

/** Who a document comes from, as it stands at its head. */
export type Letterhead = Readonly<{
  name: string
  /** `#rrggbb`. Drawn as a line and never as text, so that any colour is readable. */
  colour: string
  logo?: Image
}>

export type Paper = 'us-letter' | 'a4'

/** What a person signed with: a name they typed or lines they drew. */
export type Mark = Readonly<{ kind: 'typed'; text: string } | { kind: 'drawn'; image: Image }>

/** Collects the pictures of one document and gives each the name under which its template finds it. */
export const createAlbum = () => {
  const images: Record<string, Image> = {}

  const letterhead = ({ name, colour, logo }: Letterhead): JsonValue => {
    if (logo !== undefined) images.logo = logo
    return { name, colour }
  }

  /** The mark as the template reads it; `signer` is what a screen reader says in place of the drawing. */
  const mark = (made: Mark | undefined, signer: string): JsonValue => {
    if (made === undefined) return null
    if (made.kind === 'typed') return made
    const picture = `mark-${Object.keys(images).length}`
    images[picture] = made.image
    return { kind: 'drawn', picture, alt: `Signature of ${signer}` }
  }

  return { images, letterhead, mark }
}
