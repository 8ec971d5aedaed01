import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { cpuMs } from '#test/cpu-ms.ts'
import { sharedJson, sharedTest } from '#test/shared-data.ts'
import { bankText } from './bank-text.ts'

test.each(['', '   ', '\u200b', '王小明', 'محمد', '🙂', '\u0000', '—', '&'])(
  '%j leaves no letter and no digit, so the answer is empty',
  (text) => {
    expect(bankText(text, 'ascii')).toBe('')
    expect(bankText(text, 'sepa')).toBe('')
  },
)

test.each([
  ['Priya Raman', 'Priya Raman'],
  ['José Núñez', 'Jose Nunez'],
  ['Zoë Müller-Lüdenscheidt', 'Zoe Muller-Ludenscheidt'],
  ['Łukasz Żółć', 'Lukasz Zolc'],
  ['Straße 5', 'Strasse 5'],
  ['Åse Ødegård', 'Ase Oedegard'],
  ['Þórður Sæmundsson', 'Thordur Saemundsson'],
  ['Nguyễn Thị Ánh', 'Nguyen Thi Anh'],
  ['İpek Işık', 'Ipek Isik'],
  ['Γιώργος Παπαδόπουλος', 'Giorgos Papadopoulos'],
  ['Οὐρανία', 'Ourania'],
  ['Юлия Щербакова', 'Iuliia Shcherbakova'],
  ['Олексій Ґудзь', 'Oleksii Gudz'],
  ['Ђорђе Љубић', 'Dorde Ljubic'],
  ['Ｗｉｄｅ　Ｃｏ', 'Wide Co'],
  ['ﬁrst ½', 'first 1/2'],
  ['  Dana \t Whitfield\n', 'Dana Whitfield'],
  ['李 Wei', 'Wei'],
  ['O’Brien – Sons', "O'Brien - Sons"],
])('%s is written %s in either alphabet', (text, written) => {
  expect(bankText(text, 'ascii')).toBe(written)
  expect(bankText(text, 'sepa')).toBe(written)
})

test('a SEPA bank gets signs of its own set, an American one keeps them', () => {
  const text = 'R&D_Lab; "Best" <x> #1 @home [A] €5'

  expect(bankText(text, 'ascii')).toBe('R&D_Lab; "Best" <x> #1 @home [A] EUR5')
  expect(bankText(text, 'sepa')).toBe("R+D-Lab, 'Best' (x) .1 .home (A) EUR5")
})

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string())

test('whatever comes in, only the bank’s characters come out, without blanks at the ends or side by side', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(bankText(text, 'ascii')).toMatch(/^(?:[!-~]+(?: [!-~]+)*)?$/)
      expect(bankText(text, 'sepa')).toMatch(/^[A-Za-z0-9/\-?:().,'+ ]*$/)
      for (const alphabet of ['ascii', 'sepa'] as const) {
        const once = bankText(text, alphabet)
        expect(bankText(once, alphabet)).toBe(once)
      }
    }),
    { numRuns: 2_000 },
  )
})

sharedTest(
  'the naughty strings of the world are written or left empty, never a crash and never another character',
  () => {
    const strings = sharedJson('nasty-input/blns.json', z.array(z.string()))

    for (const text of strings) expect(bankText(text, 'sepa')).toMatch(/^[A-Za-z0-9/\-?:().,'+ ]*$/)
    expect(strings.length).toBeGreaterThan(300)
  },
)

test('a name made to be slow is not', () => {
  const hostile = [`${'a '.repeat(50_000)}\u0000`, `${'-'.repeat(100_000)}é`, `${'a'.repeat(100_000)}  `]

  expect(cpuMs(() => hostile.map((text) => bankText(text, 'sepa')))).toBeLessThan(500)
})
