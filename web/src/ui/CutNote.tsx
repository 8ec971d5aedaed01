import { Text } from '@mantine/core'
import { formatCount } from '#web/lib/formatMoney.ts'

type CutNoteProps = Readonly<{
  /** As it was answered. Nothing is said while it is not there, nor when it is the whole. */
  list: Readonly<{ items: readonly unknown[]; isCut: boolean }> | undefined
  /** In the plural: "departments". */
  noun: string
}>

/** Says of a list that was cut that it is not the whole one. */
export const CutNote = ({ list, noun }: CutNoteProps) =>
  list?.isCut ? (
    <Text size="sm" c="dimmed" role="note">
      There are more {noun} than these: the first {formatCount(list.items.length)} are shown.
    </Text>
  ) : null
