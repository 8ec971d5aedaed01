import { downloadFile } from './download-file.ts'
import { openProtectedFile } from './open-protected-file.ts'
import { removeLogo } from './remove-logo.ts'
import { setLogo } from './set-logo.ts'
import { sweepFiles, sweepStorage } from './sweep-files.ts'
import { uploadFile } from './upload-file.ts'
import { viewFile } from './view-file.ts'

export { type Attachment, attachFile, looseFile } from './attach-file.ts'
export * from './events.ts'
export { type MediaType, mediaTypes, pictureTypes } from './media-type.ts'
export { bytesOf, downloadOf, filesOf, fileView, readFile } from './read-file.ts'
export { type NewFile, storeFile } from './store-file.ts'

export const fileHandlers = [uploadFile, viewFile, downloadFile, openProtectedFile, setLogo, removeLogo]
export const fileSchedules = [sweepFiles, sweepStorage]
