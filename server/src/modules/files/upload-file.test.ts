import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takenMeanwhile } from '#test/between-transactions.ts'
import { heic, jpeg, office, pdf, png, webp, zip } from '#test/nasty-files.ts'
import { sharedBytes, sharedFiles, sharedTest } from '#test/shared-data.ts'
import { createWorld, type World } from '#test/world.ts'
import { maxFileBytes, uploadFile } from './contract.ts'
import { uploadFile as handler } from './upload-file.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const text = (content: string, encoding: BufferEncoding = 'utf8') => Buffer.from(content, encoding)
const upload = (name: string, content: Uint8Array) =>
  w.ask(uploadFile, w.member('manager'), { name }, { upload: content })

describe('refused, whatever the name says', () => {
  test.each([
    ['empty.pdf', text(''), 'This file is empty.'],
    ['page.pdf', text('<!doctype html><script>alert(1)</script>'), 'This is a web page, whatever its name says.'],
    ['page.txt', text('\n  <!-- x --><SCRIPT>alert(1)</SCRIPT>'), 'This is a web page'],
    ['page.xml', text('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'), 'This is a web page'],
    ['logo.png', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'This is an SVG drawing'],
    ['logo.xml', text('<?xml version="1.0"?><!-- - --><s:svg xmlns:s="x"></s:svg>'), 'This is an SVG drawing'],
    ['invoice.xml', text('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), 'This XML file brings definitions'],
    ['late.xml', text(`<?xml version="1.0"?><!--${'-x'.repeat(90_000)}--><!DOCTYPE a><a/>`), 'This XML file brings'],
    ['photo.jpg', text('GIF89a\x01\x00\x01\x00', 'latin1'), 'Save this picture as a PNG'],
    ['papers.pdf', zip({ 'a.txt': 'hello' }), 'Unpack this archive'],
    ['letter.docx', office('word', 'first', true), 'This is a file of the kind application/vnd.ms-word'],
    ['list.xlsx', office('xl', 'last', true), 'This is a file of the kind application/vnd.ms-excel'],
    ['setup.pdf', text('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), 'This is a file of the kind'],
    ['notes.txt', text('a\0b'), 'What this file holds was not recognised.'],
    ['white.png', png(20_000, 20_000), 'This picture is too large to be shown.'],
    ['white.webp', webp(16_000, 16_000), 'This picture is too large to be shown.'],
    ['cut.jpg', jpeg(10, 10).subarray(0, 20), 'This picture is damaged.'],
  ])('%s: %#', async (name, content, detail) => {
    const { status, body } = await upload(name, content)

    expect(status).toBe(422)
    expect(body).toMatchObject({
      type: '/problems/file-not-accepted',
      errors: [{ pointer: '#', detail: expect.stringContaining(detail) }],
    })
  })

  test('a file of more than 25 MB, as soon as it is too long', async () => {
    const { status, body } = await upload('long.txt', new Uint8Array(maxFileBytes + 1).fill(65))

    expect(status).toBe(413)
    expect(body).toMatchObject({ type: '/problems/file-too-large', maxBytes: maxFileBytes })
  })

  test('a request without a file', async () => {
    const { status } = await w.ask(uploadFile, w.member('manager'), { name: 'x.pdf' })

    expect(status).toBe(422)
  })

  test('the 201st file of a day that belongs to nothing', async () => {
    const actor = w.member('finance')
    await w.sql(
      `insert into files (organization_id, id, name, media_type, size_bytes, sha256, sensitivity, uploaded_by, uploaded_at)
       select $1, gen_random_uuid(), 'a.txt', 'text/plain', 1, repeat('0', 64), 'normal', $2, $3
       from generate_series(1, 200)`,
      [w.northwind, actor.personId, w.now()],
    )

    const { status, body } = await w.ask(uploadFile, actor, { name: 'a.pdf' }, { upload: pdf })

    expect(status).toBe(429)
    expect(body).toMatchObject({ type: '/problems/too-many-loose-files' })
  })

  test('of ten uploads at once, all but one when one is left of the day', async () => {
    const actor = w.member('finance')
    await w.sql(
      `insert into files (organization_id, id, name, media_type, size_bytes, sha256, sensitivity, uploaded_by, uploaded_at)
       select $1, gen_random_uuid(), 'a.txt', 'text/plain', 1, repeat('0', 64), 'normal', $2, $3
       from generate_series(1, 199)`,
      [w.northwind, actor.personId, w.now()],
    )

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => w.ask(uploadFile, actor, { name: 'a.pdf' }, { upload: pdf })),
    )

    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(429)])
  })

  test('whoever may not store a file does not learn what it is', async () => {
    const key = { ...w.member('manager'), via: 'key', scopes: ['directory.read-contractors'] } as const
    const page = text('<!doctype html><script>alert(1)</script>')

    const { status } = await w.ask(uploadFile, key, { name: 'page.pdf' }, { upload: page })

    expect(status).toBe(403)
  })

  sharedTest('every file of the nasty collection, except harmless PDFs and text', async () => {
    const harmless = ['eicar.com.txt', 'names.json', 'pdf-50000-pages-claimed.pdf', 'pdf-deflate-28mb.pdf']
    const answers = await Promise.all(
      sharedFiles('nasty-input/uploads').map(async (name) => {
        const { status } = await upload(name, sharedBytes(`nasty-input/uploads/${name}`))
        return { name, status }
      }),
    )

    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    expect(
      answers
        .filter(({ status }) => status === 200)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...harmless, 'pdf-openaction-js.pdf'].sort())
  })
})

describe('accepted, under the type of the content', () => {
  test.each([
    ['scan.exe', pdf, 'scan.exe.pdf', 'application/pdf'],
    ['a.txt', png(20, 10), 'a.png', 'image/png'],
    ['a.heic', jpeg(4_000, 3_000, 300_000), 'a.jpg', 'image/jpeg'],
    ['a.webp', webp(20, 10), 'a.webp', 'image/webp'],
    ['a.heic', heic, 'a.heic', 'image/heic'],
    [
      'a.zip',
      office('word', 'first'),
      'a.zip.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['a.xlsx', office('xl', 'last'), 'a.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a.xml', text('\ufeff<?xml version="1.0"?><Invoice/>'), 'a.xml', 'application/xml'],
    ['a.xml', text('<rsm:Invoice xmlns:rsm="x"/>'), 'a.xml', 'application/xml'],
    ['a.xml', text('\ufeff<?xml version="1.0" encoding="UTF-16"?><a/>', 'utf16le'), 'a.xml', 'application/xml'],
    ['a.csv', text('name,amount\r\nZoë,12\r\n'), 'a.csv', 'text/csv'],
    ['a.csv', text('name;amount\nZo\xeb;12\n', 'latin1'), 'a.csv', 'text/csv'],
    ['a.txt', text('<3 you'), 'a.txt', 'text/plain'],
    ['a.bat', text('echo hello'), 'a.bat.txt', 'text/plain'],
  ])('%s as %#', async (name, content, storedName, mediaType) => {
    const { status, body } = await upload(name, content)

    expect(status).toBe(200)
    expect(body).toMatchObject({ name: storedName, mediaType, sizeBytes: content.byteLength })
  })

  test('with its SHA-256, and the journal says so without the name', async () => {
    const { body } = await upload('Priya Raman passport.pdf', pdf)

    const { id, sha256 } = body as { id: string; sha256: string }
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await w.journal()).toContainEqual(
      expect.objectContaining({
        name: 'files.stored',
        data: { fileId: id, mediaType: 'application/pdf', sizeBytes: pdf.byteLength, sha256 },
      }),
    )
    expect(JSON.stringify(await w.journal())).not.toContain('passport')
  })

  sharedTest('the e-invoices of the collection, of which every eighth is tried', async () => {
    const samples = sharedFiles('einvoice').filter((name, index) => name.endsWith('.xml') && index % 8 === 0)

    const refused = []
    for (const name of samples) {
      const { status, text: answer } = await upload(name, sharedBytes(`einvoice/${name}`))
      if (status !== 200) refused.push(`${name}: ${answer}`)
    }

    expect(refused).toEqual([])
  })
})

test('while a file is looked at, no connection to the database waits for it', async () => {
  const asked = { actor: w.member('manager'), input: { name: 'scan.pdf' }, upload: pdf }

  const taken = await takenMeanwhile(w, handler, asked)

  expect(taken).toEqual([0])
})
