import { localStorageColorSchemeManager } from '@mantine/core'

/** The same name as in `public/colour-scheme.js`, which reads it before anything is drawn. */
export const colourSchemeManager = localStorageColorSchemeManager({ key: 'muster.colour-scheme' })
