import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { answerOf } from '#web/lib/call.ts'
import { newKey } from '#web/lib/newKey.ts'
import { ProblemError, problemOf, unreachable } from '#web/lib/problem.ts'
import { requestOf, wireOf } from '#web/lib/request.ts'

export type UploadOptions = Readonly<{
  /** From 0 to 1, of what has left this device. */
  onProgress: (share: number) => void
  signal?: AbortSignal
}>

/** Streams one file as the body of a POST. By XMLHttpRequest, because `fetch` does not tell how far an upload got. */
export const upload = <I extends z.ZodType, O extends z.ZodType>(
  endpoint: Endpoint<I, O>,
  input: z.output<I>,
  file: Blob,
  { onProgress, signal }: UploadOptions,
): Promise<z.output<O>> => {
  const maxBytes = endpoint.upload?.maxBytes ?? 0
  if (file.size > maxBytes) return Promise.reject(tooLarge(maxBytes))
  const { url, headers } = requestOf(endpoint, wireOf(endpoint, input))
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(endpoint.method, url)
    const all = { ...headers, 'idempotency-key': newKey(), 'content-type': file.type || 'application/octet-stream' }
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total)
    request.onerror = () => reject(unreachable())
    request.onabort = () => reject(signal?.reason ?? unreachable())
    request.onload = () => {
      try {
        if (request.status >= 200 && request.status < 300) resolve(answerOf(endpoint, request.responseText))
        else reject(problemOf(request.status, read(request.responseText)))
      } catch (thrown) {
        reject(thrown)
      }
    }
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

const read = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const tooLarge = (maxBytes: number): ProblemError =>
  new ProblemError({
    slug: 'file-too-large',
    status: 413,
    title: `This file is larger than ${Math.floor(maxBytes / 1_000_000)} MB, which is the most this takes.`,
  })
