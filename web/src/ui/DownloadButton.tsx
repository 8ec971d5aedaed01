import { Button, type ButtonProps, Popover } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { saveFile } from '#web/lib/download.ts'
import { asProblem, type ProblemError } from '#web/lib/problem.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

type DownloadButtonProps<I extends z.ZodType> = Readonly<{
  /** An endpoint that answers with a file. */
  endpoint: Endpoint<I>
  input: z.output<I>
  children?: string
}> &
  Pick<ButtonProps, 'size' | 'variant'>

/** Fetches a file and hands it to the browser; a refusal is said beside the button. */
export const DownloadButton = <I extends z.ZodType>(props: DownloadButtonProps<I>) => {
  const { endpoint, input, children = 'Download', ...look } = props
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<ProblemError>()
  const save = async () => {
    setPending(true)
    setProblem(undefined)
    try {
      await saveFile(endpoint, input)
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setPending(false)
    }
  }
  return (
    <Popover opened={problem !== undefined} onDismiss={() => setProblem(undefined)} width={280}>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          loading={pending}
          onClick={() => void save()}
          {...look}
        >
          {children}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <ProblemNote problem={problem} />
      </Popover.Dropdown>
    </Popover>
  )
}
