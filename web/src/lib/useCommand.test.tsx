import { screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { Money, money } from '#kernel/money.ts'
import { type Heard, refusal, serve } from '#web/test/server.ts'
import { show } from '#web/test/show.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { useCommand } from './useCommand.ts'
import { type StepUp, StepUpContext } from './useStepUp.ts'
import { useView } from './useView.ts'

const approve = endpoint({
  name: 'invoices.approve',
  method: 'POST',
  path: '/invoices/:invoiceId/approval',
  summary: 'Approve an invoice',
  input: z.strictObject({ invoiceId: z.string(), total: Money }),
  output: z.object({ status: z.string() }),
})

const list = endpoint({
  name: 'invoices.list',
  method: 'GET',
  path: '/invoices',
  summary: 'Invoices',
  input: z.strictObject({}),
  output: z.object({ count: z.int() }),
})

const Approval = () => {
  const [invoiceId, setInvoiceId] = useState('one')
  const approval = useCommand(approve, ['invoices'])
  return (
    <>
      <button type="button" onClick={() => approval.mutate({ invoiceId, total: money(125_000n, 'USD') })}>
        Approve
      </button>
      <button type="button" onClick={() => setInvoiceId('two')}>
        Next
      </button>
      <ProblemNote problem={approval.error} />
      <output>{approval.data?.status}</output>
    </>
  )
}

const Count = () => <span>{useView(list, {}).data?.count} invoices</span>

const approvalOf = (id: string) => `POST /api/v1/invoices/${id}/approval`
const keysOf = (calls: readonly Heard[]) => calls.map(({ headers }) => headers.get('idempotency-key'))
const press = (name: string) => screen.getByRole('button', { name })

beforeEach(() => window.history.replaceState(null, '', '/northwind/invoices'))

describe('one intention carries one idempotency key', () => {
  test('a refused try and the retry of the same thing carry the same key', async () => {
    let tries = 0
    const calls = serve({
      [approvalOf('one')]: () => {
        tries += 1
        return tries === 1 ? refusal(503, 'provider-unavailable', 'Not now.') : { body: { status: 'approved' } }
      },
    })
    const { user } = show(<Approval />)

    await user.click(press('Approve'))
    await screen.findByText('Not now.')
    await user.click(press('Approve'))
    await screen.findByText('approved')

    const [first, second] = keysOf(calls)
    expect(first).toMatch(/^[0-9a-f-]{36}$/)
    expect(second).toBe(first)
  })

  test('two hasty presses carry the same key, so that it happens once', async () => {
    const answered = Promise.withResolvers<undefined>()
    const calls = serve({
      [approvalOf('one')]: async () => {
        await answered.promise
        return { body: { status: 'approved' } }
      },
    })
    const { user } = show(<Approval />)

    await user.dblClick(press('Approve'))
    answered.resolve(undefined)
    await screen.findByText('approved')

    expect(new Set(keysOf(calls)).size).toBe(1)
  })

  test('doing it again after it has happened is a new intention', async () => {
    const calls = serve({ [approvalOf('one')]: () => ({ body: { status: 'approved' } }) })
    const { user } = show(<Approval />)

    await user.click(press('Approve'))
    await screen.findByText('approved')
    await user.click(press('Approve'))

    await waitFor(() => expect(new Set(keysOf(calls)).size).toBe(2))
  })

  test('another input is another intention, even when the first was refused', async () => {
    const calls = serve({
      [approvalOf('one')]: () => refusal(409, 'stale', 'This was changed by someone else.'),
      [approvalOf('two')]: () => ({ body: { status: 'approved' } }),
    })
    const { user } = show(<Approval />)

    await user.click(press('Approve'))
    await screen.findByRole('alert')
    await user.click(press('Next'))
    await user.click(press('Approve'))
    await screen.findByText('approved')

    expect(new Set(keysOf(calls)).size).toBe(2)
  })
})

describe('a command that asks who you are', () => {
  const withStepUp = (stepUp: StepUp) => (
    <StepUpContext value={stepUp}>
      <Approval />
    </StepUpContext>
  )

  test('goes on with the same key once the person has confirmed', async () => {
    let isConfirmed = false
    const calls = serve({
      [approvalOf('one')]: () =>
        isConfirmed ? { body: { status: 'approved' } } : refusal(403, 'step-up-required', 'Confirm that it is you.'),
    })
    const { user } = show(
      withStepUp(() => {
        isConfirmed = true
        return Promise.resolve(true)
      }),
    )

    await user.click(press('Approve'))
    await screen.findByText('approved')

    expect(calls).toHaveLength(2)
    expect(new Set(keysOf(calls)).size).toBe(1)
  })

  test('stays refused when the person would rather not', async () => {
    const calls = serve({
      [approvalOf('one')]: () => refusal(403, 'step-up-required', 'Confirm that it is you.'),
    })
    const { user } = show(withStepUp(() => Promise.resolve(false)))

    await user.click(press('Approve'))
    await screen.findByText('Confirm that it is you.')

    expect(calls).toHaveLength(1)
  })

  test('a refusal of another kind asks nobody', async () => {
    let asked = 0
    serve({ [approvalOf('one')]: () => refusal(403, 'forbidden', 'Your role does not allow this.') })
    const { user } = show(
      withStepUp(() => {
        asked += 1
        return Promise.resolve(true)
      }),
    )

    await user.click(press('Approve'))
    await screen.findByRole('alert')

    expect(asked).toBe(0)
  })
})

test('what the command made old is asked for again', async () => {
  let count = 3
  serve({
    'GET /api/v1/invoices': () => ({ body: { count } }),
    [approvalOf('one')]: () => {
      count = 2
      return { body: { status: 'approved' } }
    },
  })
  const { user } = show(
    <>
      <Approval />
      <Count />
    </>,
  )
  await screen.findByText('3 invoices')

  await user.click(press('Approve'))

  await screen.findByText('2 invoices')
})

const Inbox = () => {
  const [said, setSaid] = useState('')
  const { data } = useView(list, {})
  return (
    <>
      {data && data.count > 0 ? <Decide onDone={() => setSaid('It is approved.')} /> : <p>Nothing waits.</p>}
      <output>{said}</output>
    </>
  )
}
const Decide = ({ onDone }: Readonly<{ onDone: () => void }>) => {
  const approval = useCommand(approve, ['invoices'])
  const decide = () => approval.mutate({ invoiceId: 'one', total: money(1n, 'USD') }, { onSuccess: onDone })
  return (
    <button type="button" onClick={decide}>
      Approve
    </button>
  )
}

describe('what follows a command', () => {
  test('happens also when the refreshed page has no place for its button any more', async () => {
    let count = 1
    serve({
      'GET /api/v1/invoices': () => ({ body: { count } }),
      [approvalOf('one')]: () => {
        count = 0
        return { body: { status: 'approved' } }
      },
    })
    const { user } = show(<Inbox />)

    await user.click(await screen.findByRole('button', { name: 'Approve' }))

    await screen.findByText('Nothing waits.')
    await screen.findByText('It is approved.')
  })
})
