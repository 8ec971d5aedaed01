import { useState } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { asProblem, type ProblemError } from '#web/lib/problem.ts'
import { upload } from '#web/lib/upload.ts'

/** Sends the same file once more with another question, and says how far it got. */
export const useImportFile = <I extends z.ZodType, O extends z.ZodType>(endpoint: Endpoint<I, O>, file: File) => {
  const [share, setShare] = useState<number>()
  const [problem, setProblem] = useState<ProblemError>()
  const send = async (input: z.output<I>, onDone: (answer: z.output<O>) => void) => {
    setProblem(undefined)
    setShare(0)
    try {
      onDone(await upload(endpoint, input, file, { onProgress: setShare }))
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setShare(undefined)
    }
  }
  return { send, problem, isSending: share !== undefined }
}
