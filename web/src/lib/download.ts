import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { requestOf, send, wireOf } from '#web/lib/request.ts'

export type FetchedFile = Readonly<{ name: string; blob: Blob }>

/** Fetches a file that an endpoint answers with. A plain link would not say which organization is asking. */
export const fetchFile = async <I extends z.ZodType>(
  endpoint: Endpoint<I>,
  input: z.output<I>,
  signal?: AbortSignal,
): Promise<FetchedFile> => {
  const response = await send(requestOf(endpoint, wireOf(endpoint, input)), {
    method: endpoint.method,
    ...(signal ? { signal } : {}),
  })
  return { name: nameOf(response.headers.get('content-disposition')), blob: await response.blob() }
}

/** Fetches a file and hands it to the browser to keep. */
export const saveFile = async <I extends z.ZodType>(endpoint: Endpoint<I>, input: z.output<I>): Promise<void> => {
  const { name, blob } = await fetchFile(endpoint, input)
  keepFile(name, blob)
}

/** Hands the browser a file that was made on the page. */
export const keepFile = (name: string, blob: Blob): void => {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the address after the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** The name as RFC 6266 writes it: `attachment; filename*=UTF-8''statement%202026.pdf`. */
const nameOf = (disposition: string | null): string => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return encoded === undefined ? 'file' : decodeURIComponent(encoded)
}
