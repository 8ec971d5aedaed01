import { Button, Popover, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { asProblem, type ProblemError } from '#web/lib/problem.ts'
import { CopyButton } from '#web/ui/CopyButton.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import './MaskedValue.css'

type MaskedValueProps = Readonly<{
  /** What it is: "Account number". */
  label: string
  /** What may be seen by all: "•••• 8812". */
  masked: string
  /** Absent for those who may not. Looking is on the record, so it asks for a reason. */
  onReveal?: (reason: string) => Promise<string>
}>

/** Nobody reads a number for longer than this, and a screen left alone should not show it. */
const shownMs = 30_000

export const MaskedValue = ({ label, masked, onReveal }: MaskedValueProps) => {
  const [revealed, setRevealed] = useState<string>()
  useEffect(() => {
    if (revealed === undefined) return
    const timer = setTimeout(() => setRevealed(undefined), shownMs)
    return () => clearTimeout(timer)
  }, [revealed])
  if (revealed !== undefined) {
    return (
      <span className="MaskedValue">
        <span className="numbers">{revealed}</span>
        <CopyButton text={revealed} label={`Copy ${label.toLowerCase()}`} />
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setRevealed(undefined)}>
          Hide
        </Button>
      </span>
    )
  }
  return (
    <span className="MaskedValue">
      <span className="numbers">{masked}</span>
      {onReveal ? <Reveal label={label} onReveal={onReveal} onRevealed={setRevealed} /> : null}
    </span>
  )
}

type RevealProps = Readonly<{
  label: string
  onReveal: (reason: string) => Promise<string>
  onRevealed: (value: string) => void
}>

const Reveal = ({ label, onReveal, onRevealed }: RevealProps) => {
  const [reason, setReason] = useState('')
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<ProblemError>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setPending(true)
    try {
      onRevealed(await onReveal(reason.trim()))
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setPending(false)
    }
  }
  return (
    <Popover width={300} trapFocus withArrow={false}>
      <Popover.Target>
        <Button variant="default" size="compact-xs" aria-label={`Show ${label.toLowerCase()}`}>
          Show
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Show ${label.toLowerCase()}`}>
        <form onSubmit={submit}>
          <Stack gap="sm">
            <TextInput
              label="Why do you need to see it?"
              description="Your name, the time and this reason go on the record."
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              required
              data-autofocus
            />
            <ProblemNote problem={problem} />
            <Button type="submit" loading={pending} disabled={reason.trim() === ''}>
              Show {label.toLowerCase()}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
