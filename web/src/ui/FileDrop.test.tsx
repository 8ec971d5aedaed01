import { screen } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { show } from '#web/test/show.tsx'
import { FileDrop } from './FileDrop.tsx'

const takePaper = endpoint({
  name: 'papers.take',
  method: 'POST',
  path: '/papers',
  summary: 'Take a paper',
  input: z.strictObject({ name: z.string() }),
  output: z.object({ id: z.string() }),
  upload: { maxBytes: 1_000_000 },
})

const Drop = ({ taken }: Readonly<{ taken: string[] }>) => (
  <FileDrop
    endpoint={takePaper}
    inputFor={({ name }) => ({ name })}
    onUploaded={({ id }) => taken.push(id)}
    label="Your certificate"
    description="PDF"
    accept="application/pdf"
  />
)

describe('a file', () => {
  test('larger than the endpoint takes is refused before it is sent', async () => {
    const taken: string[] = []
    const { user } = show(<Drop taken={taken} />)

    const large = new File([new Uint8Array(1_000_001)], 'coi.pdf', { type: 'application/pdf' })
    await user.upload(screen.getByLabelText('Choose a file'), large)

    expect((await screen.findByRole('alert')).textContent).toContain('larger than 1 MB')
    expect(taken).toEqual([])
  })

  test('goes out as the body, says how far it got, and hands on the answer', async () => {
    const sent: { url: string; body: unknown }[] = []
    const received = Promise.withResolvers<undefined>()
    vi.stubGlobal(
      'XMLHttpRequest',
      class {
        status = 200
        responseText = '{"id":"f1"}'
        upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
        onload?: () => void
        url = ''
        open(_: string, url: string) {
          this.url = url
        }
        setRequestHeader() {}
        send(body: unknown) {
          sent.push({ url: this.url, body })
          this.upload.onprogress?.({ loaded: 1, total: 2 })
          void received.promise.then(() => this.onload?.())
        }
      },
    )
    const taken: string[] = []
    const { user } = show(<Drop taken={taken} />)

    const paper = new File(['%PDF'], 'coi 2026.pdf', { type: 'application/pdf' })
    await user.upload(screen.getByLabelText('Choose a file'), paper)

    const progress = await screen.findByRole('progressbar', { name: 'Sending coi 2026.pdf' })
    expect(progress.getAttribute('aria-valuenow')).toBe('50')
    received.resolve(undefined)
    await screen.findByText('Received')
    expect(sent).toEqual([{ url: '/api/v1/papers?name=coi+2026.pdf', body: paper }])
    expect(taken).toEqual(['f1'])
  })
})
