import { Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ConsentView, SignatureGiven } from '#modules/agreements/contract.ts'
import type { ProblemError } from '#web/lib/problem.ts'
import { markOf } from '#web/modules/agreements/markOf.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { type Signature, SignaturePad } from '#web/ui/SignaturePad.tsx'

type SignFormProps = Readonly<{
  consent: ConsentView
  contentHash: string
  suggestedName: string
  pending: boolean
  problem: ProblemError | null
  onSign: (given: SignatureGiven) => void
}>

/** Consent in plain words, the name, the signature: signing is the last act and says what it does. */
export const SignForm = ({ consent, contentHash, suggestedName, pending, problem, onSign }: SignFormProps) => {
  const [name, setName] = useState(suggestedName)
  const [consents, setConsents] = useState(false)
  const [signature, setSignature] = useState<Signature>()
  const [isTried, setIsTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (!consents || !signature || name.trim().length < 2) return
    const consentVersion = consent.version
    onSign({ contentHash, consents, consentVersion, name: name.trim(), signature: markOf(signature) })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Checkbox
          name="consents"
          label={consent.text}
          checked={consents}
          onChange={(event) => setConsents(event.currentTarget.checked)}
          error={isTried && !consents ? 'Tick this to sign electronically, or ask for paper.' : undefined}
        />
        <TextInput
          name="name"
          label="Your full name"
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={isTried && name.trim().length < 2 ? 'Write your full name.' : undefined}
        />
        <SignaturePad suggestedName={name} onChange={setSignature} />
        {isTried && !signature ? <SignHint /> : null}
        <ProblemNote problem={problem} />
        <Button type="submit" size="md" loading={pending}>
          Sign
        </Button>
      </Stack>
    </form>
  )
}

const SignHint = () => (
  <p className="mantine-InputWrapper-error" role="alert" style={{ margin: 0, color: 'var(--mantine-color-error)' }}>
    Draw your signature above, or choose Type.
  </p>
)
