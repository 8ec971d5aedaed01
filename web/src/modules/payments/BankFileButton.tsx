import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { downloadBankFile, type PayRunView } from '#modules/payments/contract.ts'
import { keepFile } from '#web/lib/download.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

/** Hands the file for the bank to the browser; each time is recorded. */
export const BankFileButton = ({ run: { id: payRunId } }: Readonly<{ run: PayRunView }>) => {
  const taking = useCommand(downloadBankFile, ['audit'])
  const take = () =>
    taking.mutate(
      { payRunId },
      {
        onSuccess: ({ name, mediaType, content }) => keepFile(name, new Blob([content], { type: mediaType })),
      },
    )
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={15} aria-hidden />}
        loading={taking.isPending}
        onClick={take}
      >
        Bank file
      </Button>
      <ProblemNote problem={taking.error} />
    </>
  )
}
