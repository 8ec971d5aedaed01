import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { serve } from '#web/test/server.ts'
import { showPage } from '#web/test/showPage.tsx'
import { MailsPage } from './MailsPage.tsx'

const mail = (number: number, status: 'waiting' | 'sent' | 'failed') => ({
  id: `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  kind: 'assignment-offered',
  toName: 'Priya Raman',
  toAddress: 'priya@raman.example',
  subject: `Mail ${number}`,
  status,
  attempts: 0,
  lastError: null,
  writtenAt: '2026-11-16T09:00:00Z',
  sentAt: status === 'sent' ? '2026-11-16T09:01:00Z' : null,
})

const page = (delivers: boolean) => {
  const items = [mail(1, 'waiting'), mail(2, 'sent'), mail(3, 'failed')]
  serve({ 'GET /api/v1/outgoing-mails': () => ({ body: { items, next: null, delivers } }) })
  return showPage(<MailsPage />, { at: '/northwind/settings/mails' })
}
const rowOf = async (subject: string) => within((await screen.findByText(subject)).closest('li') ?? document.body)
const states = () => within(screen.getByRole('radiogroup', { name: 'State' }))

test('without a mail server nothing is said to wait: mails are kept, and the page says why', async () => {
  page(false)

  expect((await rowOf('Mail 1')).getByText('Kept')).toBeTruthy()
  expect((await rowOf('Mail 2')).getByText('Sent')).toBeTruthy()
  expect((await rowOf('Mail 3')).getByText('Failed')).toBeTruthy()
  expect(screen.getByText(/kept here and not sent, because no mail server is set \(SMTP_URL\)/)).toBeTruthy()
  expect(states().getByText('Kept')).toBeTruthy()
  expect(screen.queryByText('Waiting')).toBeNull()
}, 20_000)

test('with a mail server what is not sent yet waits', async () => {
  page(true)

  expect((await rowOf('Mail 1')).getByText('Waiting')).toBeTruthy()
  expect(states().getByText('Waiting')).toBeTruthy()
  expect(screen.queryByText('Kept')).toBeNull()
}, 20_000)
