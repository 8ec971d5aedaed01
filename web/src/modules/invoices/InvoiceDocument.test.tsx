import { screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { InvoiceId } from '#modules/invoices/contract.ts'
import { refusal, serve } from '#web/test/server.ts'
import { show } from '#web/test/show.tsx'
import { InvoiceDocument } from './InvoiceDocument.tsx'

const id = InvoiceId.parse('0199a000-0000-7000-8000-00000000000a')
const making = `POST /api/v1/invoices/${id}/document`
const withoutPaper = { id, number: 'PR-1', pdfFileId: null }

beforeEach(() => window.history.replaceState(null, '', '/northwind/invoices'))

test('a document that does not come by itself is looked for, then asked for once', async () => {
  let looks = 0
  const calls = serve({ [making]: () => refusal(409, 'invoice-document-there', 'It is there already.') })
  show(<InvoiceDocument invoice={withoutPaper} onLookAgain={() => (looks += 1)} />)

  await screen.findByText('The document is being made')
  await expect.poll(() => calls.length, { timeout: 10_000 }).toBe(1)
  // Made by another in the same moment: looked for once more, and nobody is bothered with it.
  await expect.poll(() => looks).toBe(3)
  expect(screen.queryByText('It is there already.')).toBeNull()
})
