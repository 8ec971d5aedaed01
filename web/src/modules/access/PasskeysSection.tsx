import { Button, Modal, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFingerprint } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { deviceOf } from '#web/lib/deviceOf.ts'
import { addPasskey, hasPasskeys } from '#web/lib/passkey.ts'
import { refresh } from '#web/lib/queries.ts'
import { useAttempt } from '#web/lib/useAttempt.ts'
import { useStepUp, withStepUp } from '#web/lib/useStepUp.ts'
import { PasskeyRow } from '#web/modules/access/PasskeyRow.tsx'
import { usePasskeys } from '#web/modules/access/usePasskeys.ts'
import { DialogForm } from '#web/ui/DialogForm.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** Signing in by finger, face or PIN of one's own device, instead of password and code. */
export const PasskeysSection = () => {
  const { data, error, refetch } = usePasskeys()
  const [isAdding, adding] = useDisclosure()
  const add = hasPasskeys() ? (
    <Button variant="default" onClick={adding.open}>
      Add a passkey
    </Button>
  ) : undefined
  return (
    <Section
      flush
      title="Passkeys"
      description="Sign in and confirm by the finger, face or PIN of your device: no password that somebody could learn."
      actions={data?.length ? add : undefined}
    >
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {data || error ? null : <SkeletonList rows={2} label="Loading your passkeys" shape="lines" />}
      {data?.length === 0 ? (
        <EmptyState icon={IconFingerprint} title="Your passkeys will be here" action={add}>
          {add ? 'This device asks for your finger, face or PIN.' : 'This browser cannot add one at this address.'}
        </EmptyState>
      ) : null}
      {data?.length ? (
        <Rows>
          {data.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </Rows>
      ) : null}
      <Modal opened={isAdding} onClose={adding.close} title="Add a passkey">
        <AddPasskey onDone={adding.close} />
      </Modal>
    </Section>
  )
}

const AddPasskey = ({ onDone }: Readonly<{ onDone: () => void }>) => {
  const client = useQueryClient()
  const stepUp = useStepUp()
  const attempt = useAttempt()
  const [name, setName] = useState(() => deviceOf(navigator.userAgent))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt.run(async () => {
      await withStepUp(stepUp, () => addPasskey(name.trim()))
      await refresh(client, ['access'])
      onDone()
    })
  }
  const form = { submit, pending: attempt.pending, problem: attempt.problem ?? null }
  return (
    <DialogForm form={form} act="Add the passkey" onCancel={onDone}>
      <TextInput
        label="Name"
        description="So that you know it again in this list."
        name="name"
        autoComplete="off"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
    </DialogForm>
  )
}
