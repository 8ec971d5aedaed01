import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { sharedJson, sharedTest } from '#test/shared-data.ts'
import { tidyName } from './file-name.ts'
import { endingsOf, mediaTypes } from './media-type.ts'

test.each([
  ['../../etc/passwd', 'passwd.pdf'],
  ['c:\\windows\\win.ini', 'win.ini.pdf'],
  ['invoice.pdf.exe', 'invoice.pdf.exe.pdf'],
  ['invoice.pdf\0.exe', 'invoice.pdf.exe.pdf'],
  ['inv\u202efdp.exe', 'invfdp.exe.pdf'],
  ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie x=1.pdf'],
  ['CON.pdf', 'CON_.pdf'],
  ['nul', 'nul_.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['file.pdf/', 'file.pdf'],
  ['...', 'file.pdf'],
  ['', 'file.pdf'],
])('%j does no harm as %j', (name, tidy) => {
  expect(tidyName(name, 'application/pdf')).toBe(tidy)
})

test.each([
  ['Rechnung März 2026.pdf', 'Rechnung März 2026.pdf'],
  ['re\u0301sume\u0301.pdf', 'résumé.pdf'],
  ['file.PDF ', 'file.pdf'],
  ['contract v1.2', 'contract v1.2.pdf'],
  ['J.Smith', 'J.Smith.pdf'],
  ['請求書.pdf', '請求書.pdf'],
  ['scan.png', 'scan.pdf'],
])('what people call a file is kept: %j as %j', (name, tidy) => {
  expect(tidyName(name, 'application/pdf')).toBe(tidy)
})

test('a photo keeps either ending of its kind', () => {
  expect(tidyName('photo.jpeg', 'image/jpeg')).toBe('photo.jpeg')
  expect(tidyName('photo.JPG', 'image/jpeg')).toBe('photo.jpg')
})

const isHarmless = (name: string) => {
  expect(name).toMatch(/^[^/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}]+$/u)
  expect(name).not.toMatch(/^[.\s]|[.\s]$|^(con|prn|aux|nul)\./i)
  expect(name.length).toBeLessThanOrEqual(200)
}

test('whatever a file is called, it ends as it should, names no folder and hides nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...mediaTypes), (name, mediaType) => {
      const tidy = tidyName(name, mediaType)
      isHarmless(tidy)
      expect(endingsOf(mediaType).some((ending) => tidy.endsWith(`.${ending}`))).toBe(true)
      expect(tidyName(tidy, mediaType)).toBe(tidy)
    }),
  )
})

sharedTest('the collected names of attackers do no harm', () => {
  const names = sharedJson('nasty-input/uploads/names.json', z.array(z.string()))

  for (const name of names) isHarmless(tidyName(name, 'text/plain'))

  expect(names.length).toBeGreaterThan(15)
})
