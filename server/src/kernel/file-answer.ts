import { z } from 'zod'

/** An answer that is a file and not JSON. What is in it is the server's business (`download.ts`). */
export class FileAnswer {
  readonly fileName: string
  readonly mediaType: string

  constructor(fileName: string, mediaType: string) {
    this.fileName = fileName
    this.mediaType = mediaType
  }
}

/** The `output` of an endpoint that answers with a file. */
export const DownloadOutput = z.instanceof(FileAnswer)
