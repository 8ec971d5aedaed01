import { Button } from '@mantine/core'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { askDoor } from '#web/lib/askDoor.ts'
import { useStepUp, withStepUp } from '#web/lib/useStepUp.ts'
import { refusal, serve } from '#web/test/server.ts'
import { dana } from '#web/test/show.tsx'
import { showPage } from '#web/test/showPage.tsx'
import { StepUpProvider } from './StepUpProvider.tsx'

/** Something that asks for a confirmation, as removing a passkey does. */
const Act = () => {
  const stepUp = useStepUp()
  const act = () => withStepUp(stepUp, () => askDoor('/passkey/delete-passkey', { id: 'one' })).catch(() => undefined)
  return <Button onClick={() => void act()}>Remove it</Button>
}

const page = (twoFactor: boolean, confirm: Parameters<typeof serve>[0][string]) => {
  let isFresh = false
  const calls = serve({
    'GET /api/v1/me': () => ({
      body: { person: { ...dana.person, twoFactor }, organizations: [], here: null, confirmedAt: null },
    }),
    'POST /api/auth/confirm': (heard) => {
      const answer = confirm(heard)
      isFresh = !('status' in answer)
      return answer
    },
    'POST /api/auth/passkey/delete-passkey': () =>
      isFresh ? { body: {} } : refusal(403, 'step-up-required', 'Confirm that it is you before this can go ahead.'),
  })
  const at = '/northwind/account/security'
  const shown = showPage(
    <StepUpProvider>
      <Act />
    </StepUpProvider>,
    { at },
  )
  return { calls, ...shown }
}
/** The dialog is loaded when it is needed. */
const slow = { timeout: 10_000 }
const removals = (calls: ReturnType<typeof page>['calls']) =>
  calls.filter(({ path }) => path.endsWith('/delete-passkey')).length

describe('what needs a fresh confirmation', { timeout: 20_000 }, () => {
  test('is not tried again after a wrong proof', async () => {
    const { calls, user } = page(true, () => refusal(422, 'wrong-proof', 'That did not match.'))

    await user.click(await screen.findByRole('button', { name: 'Remove it' }))
    const dialog = within(await screen.findByRole('dialog', undefined, slow))
    await user.type(await dialog.findByLabelText('Code from your authenticator app'), '000000')
    await user.click(dialog.getByRole('button', { name: 'Confirm' }))

    expect(await dialog.findByText('That did not match.')).toBeTruthy()
    expect(removals(calls)).toBe(1)
  })

  test.each([
    ['the code where a second step is on', true, 'Code from your authenticator app', '123456', { code: '123456' }],
    ['the password where none is', false, 'Your password', 'a few words', { password: 'a few words' }],
  ] as const)('goes ahead after %s', async (_, twoFactor, label, said, proof) => {
    const { calls, user } = page(twoFactor, () => ({ body: {} }))

    await user.click(await screen.findByRole('button', { name: 'Remove it' }))
    const dialog = within(await screen.findByRole('dialog', undefined, slow))
    await user.type(await dialog.findByLabelText(label), said)
    await user.click(dialog.getByRole('button', { name: 'Confirm' }))

    await waitFor(() => expect(removals(calls)).toBe(2))
    expect(calls.find(({ path }) => path.endsWith('/confirm'))?.body).toEqual(proof)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('goes ahead after a backup code where the phone is lost', async () => {
    const { calls, user } = page(true, () => ({ body: {} }))

    await user.click(await screen.findByRole('button', { name: 'Remove it' }))
    const dialog = within(await screen.findByRole('dialog', undefined, slow))
    await user.type(await dialog.findByLabelText('Code from your authenticator app'), '12')
    await user.click(dialog.getByRole('button', { name: 'Use a backup code' }))
    expect(dialog.getByLabelText<HTMLInputElement>('Backup code').value).toBe('')
    await user.type(dialog.getByLabelText('Backup code'), 'kT4bw-9QxzP')
    await user.click(dialog.getByRole('button', { name: 'Confirm' }))

    await waitFor(() => expect(removals(calls)).toBe(2))
    expect(calls.find(({ path }) => path.endsWith('/confirm'))?.body).toEqual({ backupCode: 'kT4bw-9QxzP' })
  })
})
