import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { PersonId } from '#kernel/ids.ts'
import { decimalOf } from '#kernel/money.ts'
import { listMembers } from '#modules/access/contract.ts'
import { changeLimits, type LimitsView } from '#modules/approvals/contract.ts'
import { useSession } from '#web/app/session.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import { AmountList } from '#web/modules/approvals/AmountList.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

export type Holder = Pick<LimitsView, 'personId' | 'name' | 'limits' | 'version'>

type LimitsDialogProps = Readonly<{
  /** Whose limit; first to be chosen, for somebody who has none. */
  chosen: Holder | 'somebody' | undefined
  holders: readonly LimitsView[]
  onClose: () => void
}>

export const LimitsDialog = ({ chosen, holders, onClose }: LimitsDialogProps) => {
  const [picked, setPicked] = useState<Holder>()
  const holder = chosen === 'somebody' ? picked : chosen
  return (
    <Modal
      opened={chosen !== undefined}
      onClose={onClose}
      title={holder ? `How much may ${holder.name} approve?` : 'Set a limit'}
    >
      <Stack gap="md">
        {chosen === 'somebody' ? <MemberPicker holders={holders} onPick={setPicked} /> : null}
        {holder ? <LimitsForm key={holder.personId} holder={holder} onDone={onClose} /> : null}
      </Stack>
    </Modal>
  )
}

type MemberPickerProps = Readonly<{ holders: readonly LimitsView[]; onPick: (holder: Holder) => void }>

/** Members who may be given a limit: not oneself, and nobody who has one already. */
const MemberPicker = ({ holders, onPick }: MemberPickerProps) => {
  const { person } = useSession()
  const { data, error } = useView(listMembers, { limit: 200, status: 'active' })
  const known = new Set<string>([person.id, ...holders.map(({ personId }) => personId)])
  const members = (data?.items ?? []).flatMap(({ personId, name }) =>
    personId === null || known.has(personId) ? [] : [{ value: personId, label: name }],
  )
  const pick = (personId: string | null) => {
    const member = members.find(({ value }) => value === personId)
    if (member) onPick({ personId: PersonId.parse(member.value), name: member.label, limits: [], version: 0 })
  }
  return (
    <>
      <Select
        label="Member"
        placeholder="Choose somebody"
        searchable
        nothingFoundMessage="Nobody of this name is left to choose."
        data={members}
        onChange={pick}
        data-autofocus
      />
      <ProblemNote problem={error} />
    </>
  )
}

const LimitsForm = ({ holder, onDone }: Readonly<{ holder: Holder; onDone: () => void }>) => {
  const { personId, limits, version } = holder
  const form = useCommandForm(changeLimits, {
    initial: { limits: limits.map((value) => ({ amount: decimalOf(value), currency: value.currency })) },
    inputFrom: (values) => ({ ...values, personId, version }),
    refreshes: ['approvals'],
    onDone,
  })
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="md">
        <AmountList
          label="Up to"
          amounts={form.values.limits}
          errorFor={(path) => form.errors[`limits.${path}`]}
          onChange={(amounts) => form.setFieldValue('limits', amounts)}
        />
        <Text size="sm" c="dimmed">
          {form.values.limits.length === 0
            ? 'Without an amount there is no limit.'
            : 'In any other currency nothing can be approved.'}
        </Text>
        <ProblemNote problem={form.problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={form.pending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
