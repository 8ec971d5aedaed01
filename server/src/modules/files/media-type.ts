/** What may be stored. Everything else is refused, however it is called. */
export const mediaTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/heic',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/xml',
  'text/csv',
  'text/plain',
] as const
export type MediaType = (typeof mediaTypes)[number]

/** Pictures that every browser shows and every document can hold. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const satisfies readonly MediaType[]

/** How the name of such a file ends; the first is given to a name that ends otherwise. */
const endings: Readonly<Record<MediaType, readonly [string, ...string[]]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/xml': ['xml'],
  'text/csv': ['csv'],
  'text/plain': ['txt'],
}

export const endingsOf = (mediaType: MediaType): readonly [string, ...string[]] => endings[mediaType]

/** The allowed type that has this ending. */
export const typeEnding = (ending: string): MediaType | undefined =>
  mediaTypes.find((mediaType) => endings[mediaType].includes(ending))
