import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { ProblemError } from '#web/lib/problem.ts'
import { show } from '#web/test/show.tsx'
import { MaskedValue } from './MaskedValue.tsx'

describe('a masked value', () => {
  test('stays masked for whoever may not see it', () => {
    show(<MaskedValue label="Account number" masked="•••• 8812" />)

    expect(screen.getByText('•••• 8812')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('is not shown without a reason', async () => {
    const { user } = show(<MaskedValue label="Account number" masked="•••• 8812" onReveal={() => Promise.reject()} />)

    await user.click(screen.getByRole('button', { name: 'Show account number' }))

    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByRole('button')).toHaveProperty('disabled', true)
  })

  test('is shown for the reason given, and hidden again by hand', async () => {
    const reasons: string[] = []
    const reveal = (reason: string) => {
      reasons.push(reason)
      return Promise.resolve('021000021')
    }
    const { user } = show(<MaskedValue label="Account number" masked="•••• 0021" onReveal={reveal} />)

    await user.click(screen.getByRole('button', { name: 'Show account number' }))
    await user.type(await screen.findByLabelText(/Why do you need/), 'The bank called{Enter}')
    await screen.findByText('021000021')
    await user.click(screen.getByRole('button', { name: 'Hide' }))

    expect(reasons).toEqual(['The bank called'])
    expect(screen.queryByText('021000021')).toBeNull()
  })

  test('a refusal is said where the reason was asked', async () => {
    const refuse = () => Promise.reject(new ProblemError({ slug: 'forbidden', status: 403, title: 'Not for you.' }))
    const { user } = show(<MaskedValue label="Account number" masked="•••• 0021" onReveal={refuse} />)

    await user.click(screen.getByRole('button', { name: 'Show account number' }))
    await user.type(await screen.findByLabelText(/Why do you need/), 'Curious{Enter}')

    expect((await screen.findByRole('alert')).textContent).toContain('Not for you.')
  })
})
