import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { mayLackFont } from './fonts.ts'
import type { Image } from './image.ts'
import type { Answer, Job, Results } from './press.ts'
import type { RenderRequest } from './render.ts'
import type { Sealer, Sealing } from './seal.ts'

/** Makes documents away from the server's own thread and memory, one at a time, in the order they were asked for. */
export type Documents = Readonly<{
  /** Sets a document from a Typst template and its data. The same request gives the same bytes. */
  render: (request: RenderRequest) => Promise<Uint8Array>
  /** Signs a finished PDF so that any later change shows. */
  seal: (pdf: Uint8Array, sealer: Sealer, sealing: Sealing) => Promise<Uint8Array>
  /** Can this picture be set? To ask before a logo or a drawn signature is kept, because a document with a damaged one is none. */
  draws: (image: Image) => Promise<boolean>
  /** Has somebody written on this PNG? Not when it is empty, white or one tap; a picture that cannot be read is none. */
  isWrittenOn: (png: Uint8Array) => Promise<boolean>
  /** The letters of a text that no font has. To ask before it is kept, because a document shows their codes instead. */
  lettersWithoutFont: (text: string) => Promise<readonly string[]>
  /** Waits for what was asked for and ends the press. */
  close: () => Promise<void>
}>

type Settings = Readonly<{
  /** The press is ended when nothing was asked of it for this long, which gives back all its memory. */
  idleMs: number
  /** A document that takes longer will never be done. */
  longestMs: number
  /** The typesetter keeps about 0.3 MB of every document for ever (measured), so a press is replaced after so many. */
  documentsPerPress: number
}>

/** Templates stand beside the modules that use them, so they are looked up from here. */
const root = resolve(import.meta.dirname, '../..')
const pressPath = join(import.meta.dirname, 'press.ts')
const pictureCheck = join(import.meta.dirname, 'picture-check.typ')

const usual: Settings = { idleMs: 30_000, longestMs: 60_000, documentsPerPress: 200 }

/**
 * The press is a process of its own and not a thread: a thread that ended left 40 MB behind (measured), and a fault
 * inside the typesetter's native code would take the server with it.
 */
export const createDocuments = (settings: Partial<Settings> = {}): Documents => {
  const { idleMs, longestMs, documentsPerPress } = { ...usual, ...settings }
  let press: ChildProcess | undefined
  let made = 0
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  const end = (): void => {
    press?.kill('SIGKILL')
    press = undefined
    made = 0
  }

  const carryOut = async (job: Job): Promise<Results[Job['kind']]> => {
    clearTimeout(idle)
    if (made >= documentsPerPress || press?.connected === false) end()
    press ??= start()
    made += 1
    try {
      const answer = await ask(press, job, longestMs)
      if ('failure' in answer) throw new Error(answer.failure)
      return answer.result
    } catch (fault) {
      if (fault instanceof PressStopped) end()
      throw fault
    } finally {
      if (press !== undefined) rest(press)
      idle = setTimeout(end, idleMs).unref()
    }
  }

  const inTurn = <Kind extends Job['kind']>(job: Extract<Job, { kind: Kind }>): Promise<Results[Kind]> => {
    const turn = last.then(() => carryOut(job))
    last = turn.catch(() => undefined)
    // The press answers each kind of job with the result of that kind; the channel between forgets which.
    return turn as Promise<Results[Kind]>
  }

  const render = (request: RenderRequest) => inTurn<'render'>({ kind: 'render', root, request })

  return {
    render,
    draws: (picture) =>
      render({ template: pictureCheck, data: {}, createdAt: new Date(0), images: { picture } }).then(
        () => true,
        () => false,
      ),
    isWrittenOn: (png) => inTurn<'look'>({ kind: 'look', png }).catch(() => false),
    lettersWithoutFont: async (text) => (mayLackFont(text) ? inTurn<'letters'>({ kind: 'letters', root, text }) : []),
    seal: (pdf, sealer, sealing) => inTurn<'seal'>({ kind: 'seal', pdf, sealer, sealing }),
    close: async () => {
      await last
      clearTimeout(idle)
      const ended = press?.connected ? once(press, 'exit') : undefined
      press?.ref()
      end()
      await ended
    },
  }
}

class PressStopped extends Error {}

/** Without the server's environment: the press needs no key and no database. */
const start = (): ChildProcess =>
  fork(pressPath, { env: {}, execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })

/** A press at rest does not keep the server from ending; one at work does. */
const rest = (press: ChildProcess): void => {
  press.unref()
  press.channel?.unref()
}

const ask = (press: ChildProcess, job: Job, longestMs: number): Promise<Answer> => {
  press.ref()
  press.channel?.ref()
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const stopped = () => reject(new PressStopped('The press stopped before the document was done.'))
  const timer = setTimeout(() => reject(new PressStopped('The document took too long.')), longestMs)
  press.once('message', resolve)
  press.once('exit', stopped)
  press.once('error', stopped)
  press.send(job, (fault) => fault && stopped())
  return promise.finally(() => {
    clearTimeout(timer)
    press.off('message', resolve)
    press.off('exit', stopped)
    press.off('error', stopped)
  })
}
