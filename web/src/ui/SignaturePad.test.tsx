import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { show } from '#web/test/show.tsx'
import { type Signature, SignaturePad } from './SignaturePad.tsx'

test('a signature can be typed, and an empty name is none', async () => {
  const given: (Signature | undefined)[] = []
  const { user } = show(<SignaturePad suggestedName="Priya Raman" onChange={(signature) => given.push(signature)} />)

  await user.click(screen.getByText('Type'))
  await waitFor(() => expect(given.at(-1)).toEqual({ kind: 'typed', name: 'Priya Raman' }))
  await user.clear(screen.getByLabelText('Your full name'))

  expect(given.at(-1)).toBeUndefined()
})
