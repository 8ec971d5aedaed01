import { Stack, Text } from '@mantine/core'
import { uploadFile } from '#modules/files/contract.ts'
import { submitDocument } from '#modules/onboarding/contract.ts'
import { useSession } from '#web/app/session.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import type { OfStage } from '#web/modules/onboarding/StageForm.tsx'
import { FileDrop } from '#web/ui/FileDrop.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

/** A document to hand in; a photo taken with the phone is enough. */
export const DocumentStage = ({ stage, onDone }: OfStage) => {
  const submitting = useCommand(submitDocument, ['onboarding'])
  const { here } = useSession()
  const { id: stageId, version, title } = stage
  return (
    <Stack gap="md">
      <FileDrop
        endpoint={uploadFile}
        inputFor={({ name }) => ({ name })}
        onUploaded={({ id: fileId }) => submitting.mutate({ stageId, version, fileId }, { onSuccess: onDone })}
        label={title}
        description="PDF or a photo, up to 25 MB"
        accept="application/pdf,image/*"
      />
      {stage.isProtected ? (
        <Text size="sm" c="dimmed">
          Kept protected: only the owners, legal and finance of {here.name} open it, and each time is recorded.
        </Text>
      ) : null}
      <ProblemNote problem={submitting.error} />
    </Stack>
  )
}
