import { Button, Group, Text } from '@mantine/core'

/** Says that something typed earlier was put back, and offers to start anew. */
export const RestoredNote = ({ onDiscard }: Readonly<{ onDiscard: () => void }>) => (
  <Group gap="sm" role="status">
    <Text size="sm" c="dimmed">
      What you typed here before is still there.
    </Text>
    <Button variant="default" size="xs" onClick={onDiscard}>
      Start anew
    </Button>
  </Group>
)
