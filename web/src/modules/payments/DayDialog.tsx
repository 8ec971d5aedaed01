import { Stack } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { type ComponentProps, useState } from 'react'
import type { PlainDate } from '#kernel/dates.ts'
import { dayTyped } from '#web/modules/payments/dayTyped.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import '@mantine/dates/styles.layer.css'

type DayDialogProps = Omit<ComponentProps<typeof ConfirmDialog>, 'onConfirm'> &
  Readonly<{ label: string; initial: PlainDate; onConfirm: (day: PlainDate) => void }>

/** A confirmation that asks for the day on which it happened. */
export const DayDialog = ({ label, initial, onConfirm, children, ...dialog }: DayDialogProps) => {
  const [typed, setTyped] = useState<string | null>(initial)
  const day = dayTyped(typed)
  return (
    <ConfirmDialog {...dialog} onConfirm={() => day && onConfirm(day)}>
      <Stack gap="md">
        <div>{children}</div>
        <DateInput label={label} value={typed} onChange={setTyped} error={day ? undefined : 'Choose a day.'} />
      </Stack>
    </ConfirmDialog>
  )
}
