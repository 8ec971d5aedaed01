import { PasswordInput, TextInput } from '@mantine/core'
import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { PositiveMoney } from '#kernel/money.ts'
import { refusal, serve } from '#web/test/server.ts'
import { dana, show } from '#web/test/show.tsx'
import { MoneyField } from '#web/ui/MoneyField.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { DraftsOf, forgetDraftsOfOthers } from './drafts.ts'
import { useCommandForm } from './useCommandForm.ts'

const addPayee = endpoint({
  name: 'payees.add',
  method: 'POST',
  path: '/payees',
  summary: 'Add a payee',
  input: z.strictObject({ name: z.string().min(2, 'Write the name.'), tin: z.string(), limit: PositiveMoney }),
  output: z.object({ id: z.string() }),
})

const done: string[] = []

const PayeeForm = () => {
  const form = useCommandForm(addPayee, {
    initial: { name: '', tin: '', limit: '' },
    inputFrom: ({ name, tin, limit }) => ({ name, tin, limit: { amount: limit, currency: 'USD' } }),
    refreshes: ['payees'],
    onDone: ({ id }) => done.push(id),
    draft: { name: 'payee', never: ['tin'] },
  })
  return (
    <form onSubmit={form.submit} noValidate>
      {form.isRestored ? (
        <button type="button" onClick={form.discard}>
          Start anew
        </button>
      ) : null}
      <TextInput label="Name" {...form.getInputProps('name')} />
      <PasswordInput label="Tax number" {...form.getInputProps('tin')} />
      <MoneyField label="Limit" currency="USD" {...form.getInputProps('limit')} />
      <ProblemNote problem={form.problem} />
      <button type="submit">Add</button>
    </form>
  )
}

const fill = async ({ user }: ReturnType<typeof show>, limit = '100') => {
  await user.type(screen.getByLabelText('Name'), 'Priya Raman')
  await user.type(screen.getByLabelText('Tax number'), '123-45-6789')
  await user.type(screen.getByLabelText('Limit'), limit)
}

beforeEach(() => {
  done.length = 0
  window.history.replaceState(null, '', '/northwind/payees')
})

describe('a refusal', () => {
  test('of the contract stands beside its field and in the summary, before anything is sent', async () => {
    const calls = serve({})
    const { user } = show(<PayeeForm />)

    await user.click(screen.getByRole('button', { name: 'Add' }))

    expect(screen.getAllByText('Write the name.')).toHaveLength(2)
    expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true')
    expect(calls).toEqual([])
  })

  test('of an amount stands beside the amount', async () => {
    serve({})
    const shown = show(<PayeeForm />)

    await fill(shown, '0')
    await shown.user.click(screen.getByRole('button', { name: 'Add' }))

    expect(screen.getAllByText('The amount must be more than zero.').length).toBeGreaterThan(0)
  })

  test('of the server stands beside the field it points at, and what was typed is still there', async () => {
    serve({
      'POST /api/v1/payees': () =>
        refusal(422, 'invalid-input', 'Some of the details need attention.', {
          errors: [{ pointer: '#/tin', detail: 'This number is another payee’s.' }],
        }),
    })
    const shown = show(<PayeeForm />)

    await fill(shown)
    await shown.user.click(screen.getByRole('button', { name: 'Add' }))

    await waitFor(() => expect(screen.getAllByText('This number is another payee’s.')).toHaveLength(2))
    expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Priya Raman')
    expect(done).toEqual([])
  })
})

test('what is typed goes out in the form the contract asks for', async () => {
  const calls = serve({ 'POST /api/v1/payees': () => ({ body: { id: 'p1' } }) })
  const shown = show(<PayeeForm />)

  await fill(shown)
  await shown.user.click(screen.getByRole('button', { name: 'Add' }))

  await waitFor(() => expect(done).toEqual(['p1']))
  expect(calls[0]?.body).toEqual({
    name: 'Priya Raman',
    tin: '123-45-6789',
    limit: { amount: '100.00', currency: 'USD' },
  })
})

describe('what is typed and not sent', () => {
  test('is there again after the page was left, except for what must not lie about', async () => {
    const first = show(<PayeeForm />)
    await fill(first)
    first.unmount()

    show(<PayeeForm />)

    expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Priya Raman')
    expect(screen.getByLabelText('Tax number')).toHaveProperty('value', '')
    expect(JSON.stringify({ ...window.localStorage })).not.toContain('6789')
  })

  test('is not shown to another person who signs in in the same browser, nor left for them to find', async () => {
    const first = show(<PayeeForm />)
    await fill(first)
    first.unmount()

    const second = show(
      <DraftsOf value="lee">
        <PayeeForm />
      </DraftsOf>,
    )

    expect(screen.getByLabelText('Name')).toHaveProperty('value', '')
    second.unmount()
    forgetDraftsOfOthers('lee')
    expect(JSON.stringify({ ...window.localStorage })).not.toContain('Priya')
    show(<PayeeForm />)
    expect(screen.getByLabelText('Name')).toHaveProperty('value', '')
  })

  test('is there again for whoever signs in again after a lapse', async () => {
    const first = show(<PayeeForm />)
    await fill(first)
    first.unmount()
    forgetDraftsOfOthers(dana.person.id)

    show(<PayeeForm />)

    expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Priya Raman')
  })

  test('is not kept where nobody is signed in', async () => {
    const shown = show(
      <DraftsOf value={undefined}>
        <PayeeForm />
      </DraftsOf>,
    )

    await fill(shown)

    expect(JSON.stringify({ ...window.localStorage })).not.toContain('Priya')
  })

  test('can be thrown away', async () => {
    const first = show(<PayeeForm />)
    await fill(first)
    first.unmount()
    const { user } = show(<PayeeForm />)

    await user.click(screen.getByRole('button', { name: 'Start anew' }))

    expect(screen.getByLabelText('Name')).toHaveProperty('value', '')
    expect(screen.queryByRole('button', { name: 'Start anew' })).toBeNull()
  })

  test('is forgotten once it was sent', async () => {
    serve({ 'POST /api/v1/payees': () => ({ body: { id: 'p1' } }) })
    const first = show(<PayeeForm />)
    await fill(first)
    await first.user.click(screen.getByRole('button', { name: 'Add' }))
    await waitFor(() => expect(done).toEqual(['p1']))
    first.unmount()

    show(<PayeeForm />)

    expect(screen.getByLabelText('Name')).toHaveProperty('value', '')
  })
})
