import { afterAll, expect, test } from 'vitest'
import { createDocuments } from './documents.ts'
import { holdLetters } from './hold-letters.ts'

const documents = createDocuments()
afterAll(() => documents.close())

test('a letter that no font has is refused where it stands, by itself', async () => {
  const written = { number: 'A-1', 'lines/0/description': 'Ritual \u{12000}', note: 'Thanks 🎨' }

  await expect(holdLetters(documents, written)).rejects.toMatchObject({
    slug: 'letter-without-font',
    extras: {
      errors: [{ pointer: '#/lines/0/description', detail: 'No font has \u{12000}. Write it another way.' }],
    },
  })
})

test('what fonts have passes, whatever script it is in', async () => {
  await expect(holdLetters(documents, { note: 'नमस्ते 王小明 🎨 → €' })).resolves.toBeUndefined()
  await expect(holdLetters(documents, {})).resolves.toBeUndefined()
})
