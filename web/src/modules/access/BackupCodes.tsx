import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { keepFile } from '#web/lib/download.ts'
import { CopyButton } from '#web/ui/CopyButton.tsx'
import './BackupCodes.css'

const WithCodes = z.object({ backupCodes: z.array(z.string()).min(1) })

export const backupCodesIn = (answer: unknown): readonly string[] => WithCodes.parse(answer).backupCodes

type KeepBackupCodesProps = Readonly<{ codes: readonly string[]; onDone: () => void }>

/** The codes for the day the phone is lost. They are shown this once, so leaving takes a word that they are kept. */
export const KeepBackupCodes = ({ codes, onDone }: KeepBackupCodesProps) => {
  const [isKept, setIsKept] = useState(false)
  const text = `${codes.join('\n')}\n`
  return (
    <Stack gap="md">
      <Text size="sm">
        Without your phone, each of these codes lets you in once. Keep them where only you can look: you see them this
        once.
      </Text>
      <ul className="BackupCodes numbers" aria-label="Backup codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="xs">
        <Button
          variant="default"
          autoFocus
          onClick={() => keepFile('muster-backup-codes.txt', new Blob([text], { type: 'text/plain' }))}
        >
          Save as a file
        </Button>
        <CopyButton text={text} label="Copy the backup codes" />
      </Group>
      <Checkbox
        label="I have kept them"
        checked={isKept}
        onChange={(event) => setIsKept(event.currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button disabled={!isKept} onClick={onDone}>
          Done
        </Button>
      </Group>
    </Stack>
  )
}
