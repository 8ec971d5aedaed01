import type { Work } from './command.ts'
import { FileAnswer } from './file-answer.ts'

/** Looks again, in a read-only transaction of its own: how a long export reads its next piece. */
export type LookAgain = <Result>(read: (work: Work) => Promise<Result>) => Promise<Result>

type Pieces = AsyncIterable<Uint8Array | string>

/** An answer that is a file: kept in storage under its hash, or made on the spot. */
export class Download extends FileAnswer {
  readonly content: Readonly<{ sha256: string }> | string | Uint8Array | Pieces | ((lookAgain: LookAgain) => Pieces)
  /** Shown in place instead of saved. Only for types that cannot run: PDF and images. */
  readonly inline: boolean

  constructor(file: Pick<Download, 'fileName' | 'mediaType' | 'content'> & Partial<Pick<Download, 'inline'>>) {
    super(file.fileName, file.mediaType)
    this.content = file.content
    this.inline = file.inline ?? false
  }
}
