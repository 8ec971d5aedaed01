import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import type { z } from 'zod'
import type { ShownLink } from '#modules/access/contract.ts'
import type { ProblemError } from '#web/lib/problem.ts'
import { CopyButton } from '#web/ui/CopyButton.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

type InvitationLinkProps = Readonly<{
  opened: boolean
  onClose: () => void
  name: string
  /** Absent until it was asked for. */
  link: z.output<typeof ShownLink> | undefined
  onShow: () => void
  pending: boolean
  problem: ProblemError | null
}>

/** The link of an invitation, for whoever sent it: asked for, shown this once, and said so in the log. */
export const InvitationLink = ({ opened, onClose, name, link, onShow, pending, problem }: InvitationLinkProps) => (
  <Modal
    opened={opened}
    onClose={onClose}
    title={`The invitation of ${name}`}
    size="md"
    closeOnClickOutside={link === undefined}
  >
    {link === undefined ? (
      <Stack gap="lg">
        <div>
          You see the link this once, to hand it to {name} yourself, and the log says that you did. Whoever has it
          gets in as {name}.
        </div>
        <ProblemNote problem={problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={pending} onClick={onShow} data-autofocus>
            Show the link
          </Button>
        </Group>
      </Stack>
    ) : (
      <Stack gap="md">
        <Text size="sm">
          Give it to {name} and to nobody else. It works once, until <DateText value={new Date(link.expiresAt)} />.
        </Text>
        <Group gap={6} wrap="nowrap" align="flex-start">
          <Textarea
            aria-label="The link"
            readOnly
            autosize
            ff="monospace"
            value={link.address}
            style={{ flex: 1 }}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton text={link.address} label="Copy the link" />
        </Group>
        <Group justify="flex-end">
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    )}
  </Modal>
)
