import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { cpuMs } from '#test/cpu-ms.ts'
import { millionths, readBack, schemaFaults, sum } from '#test/pain001-check.ts'
import {
  anyPayments,
  day,
  iban,
  northwind,
  orderOf,
  toPriya,
  toTexas,
  toTokyo,
  written,
} from '#test/pain001-samples.ts'
import { sharedJson, sharedTest, sharedText } from '#test/shared-data.ts'

test('Priya’s payment is a SEPA credit transfer with city and country in their own fields', () => {
  const { text } = written(orderOf([toPriya]))

  expect(text.replaceAll('\n', '')).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>' +
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>' +
      '<GrpHdr><MsgId>RUN-2026-48</MsgId><CreDtTm>2026-11-23T10:00:00Z</CreDtTm><NbOfTxs>1</NbOfTxs>' +
      '<CtrlSum>1234.56</CtrlSum><InitgPty><Nm>Northwind GmbH</Nm></InitgPty></GrpHdr>' +
      '<PmtInf><PmtInfId>RUN-2026-48-1</PmtInfId><PmtMtd>TRF</PmtMtd><NbOfTxs>1</NbOfTxs><CtrlSum>1234.56</CtrlSum>' +
      '<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf><ReqdExctnDt><Dt>2026-11-24</Dt></ReqdExctnDt>' +
      '<Dbtr><Nm>Northwind GmbH</Nm><PstlAdr><PstCd>10115</PstCd><TwnNm>Berlin</TwnNm><Ctry>DE</Ctry>' +
      '<AdrLine>Hauptstrasse 5</AdrLine></PstlAdr></Dbtr>' +
      '<DbtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></DbtrAcct>' +
      '<DbtrAgt><FinInstnId><BICFI>BYLADEM1001</BICFI></FinInstnId></DbtrAgt><ChrgBr>SLEV</ChrgBr>' +
      '<CdtTrfTxInf><PmtId><EndToEndId>PAY-1</EndToEndId></PmtId>' +
      '<Amt><InstdAmt Ccy="EUR">1234.56</InstdAmt></Amt>' +
      '<Cdtr><Nm>Priya Raman</Nm><PstlAdr><PstCd>75002</PstCd><TwnNm>Paris</TwnNm><Ctry>FR</Ctry>' +
      '<AdrLine>1 rue de la Paix</AdrLine><AdrLine>Bat. B</AdrLine></PstlAdr></Cdtr>' +
      '<CdtrAcct><Id><IBAN>FR1420041010050500013M02606</IBAN></Id></CdtrAcct>' +
      '<RmtInf><Ustrd>Invoice 2026-17</Ustrd></RmtInf></CdtTrfTxInf></PmtInf></CstmrCdtTrfInitn></Document>',
  )
})

test('each day, account, currency and kind of transfer has its own part with its own sum', () => {
  const toAnkara = iban('TR330006100519786457841326')
  const payments = [
    toTexas,
    { ...toPriya, ...toAnkara, endToEndId: 'PAY-4' },
    toTokyo,
    toPriya,
    { ...toPriya, endToEndId: 'PAY-5', executeOn: day('2026-11-25') },
    { ...toPriya, endToEndId: 'PAY-6', debtor: { ...northwind, iban: 'DE89370400440532013000' } },
    { ...toPriya, endToEndId: 'PAY-7' },
  ]
  const { GrpHdr, PmtInf } = readBack(written(orderOf(payments)).text)

  expect(GrpHdr).toMatchObject({ NbOfTxs: '7', CtrlSum: '161172.80' })
  expect(
    PmtInf.map(({ NbOfTxs, CtrlSum, ChrgBr, CdtTrfTxInf }) => [
      ChrgBr,
      NbOfTxs,
      CtrlSum,
      ...CdtTrfTxInf.map(({ PmtId }) => PmtId.EndToEndId),
    ]),
  ).toEqual([
    ['SHAR', '1', '1234.56', 'PAY-4'],
    ['SLEV', '2', '2469.12', 'PAY-1', 'PAY-7'],
    ['SHAR', '1', '150000', 'PAY-3'],
    ['SHAR', '1', '5000.00', 'PAY-2'],
    ['SLEV', '1', '1234.56', 'PAY-6'],
    ['SLEV', '1', '1234.56', 'PAY-5'],
  ])
})

test('a bank without a BIC is said to be unknown, an American one is found by its routing number', () => {
  const { text } = written(orderOf([{ ...toTexas, debtor: { ...northwind, bic: undefined } }]))

  expect(text).toContain('<DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>')
  expect(text).toContain('<ClrSysMmbId><ClrSysId><Cd>USABA</Cd></ClrSysId><MmbId>231380104</MmbId></ClrSysMmbId>')
  expect(text).toContain('<CdtrAcct><Id><Othr><Id>744567891</Id></Othr></Id></CdtrAcct>')
})

test('a name no bank can write gives way to our reference, and an empty text leaves no empty element', () => {
  const { text } = written(orderOf([{ ...toPriya, creditorName: '王小明', remittance: '🙂' }]))

  expect(text).toContain('<Cdtr><Nm>PAYEE PAY-1</Nm>')
  expect(text).not.toContain('RmtInf')
})

test('a name cannot write into the file, and long texts are cut to their fields', () => {
  const name = '</Nm></Cdtr><Evil>&amp;"\'<!--'
  const [sepa, ascii] = [toPriya, toTexas].map((payment) => {
    const changed = { ...payment, creditorName: name, remittance: `<${'x'.repeat(200)}` }
    return readBack(written(orderOf([changed])).text).PmtInf[0]?.CdtTrfTxInf[0]
  })

  expect(sepa?.Cdtr.Nm).toBe("(/Nm)(/Cdtr)(Evil)+amp,''(.--")
  expect(ascii?.Cdtr.Nm).toBe(name)
  expect(sepa?.RmtInf?.Ustrd).toBe(`(${'x'.repeat(139)}`)
  expect(ascii?.RmtInf?.Ustrd).toBe(`<${'x'.repeat(139)}`)
})

test('counts and sums are those of the payments, added up by someone else', () => {
  fc.assert(
    fc.property(anyPayments, (payments) => {
      const { text, controlSum, transactionCount } = written(orderOf(payments))
      const { GrpHdr, PmtInf } = readBack(text)
      const amounts = PmtInf.flatMap((part) => part.CdtTrfTxInf.map(({ Amt }) => Amt.InstdAmt['#text']))

      expect(amounts).toHaveLength(payments.length)
      expect([GrpHdr.NbOfTxs, GrpHdr.CtrlSum]).toEqual([String(transactionCount), controlSum])
      expect(millionths(GrpHdr.CtrlSum)).toBe(sum(amounts))
      expect(sum(PmtInf.map(({ CtrlSum }) => CtrlSum))).toBe(sum(amounts))
      for (const { NbOfTxs, CtrlSum, CdtTrfTxInf } of PmtInf) {
        expect(NbOfTxs).toBe(String(CdtTrfTxInf.length))
        expect(millionths(CtrlSum)).toBe(sum(CdtTrfTxInf.map(({ Amt }) => Amt.InstdAmt['#text'])))
        expect(new Set(CdtTrfTxInf.map(({ Amt }) => Amt.InstdAmt['@_Ccy'])).size).toBe(1)
      }
    }),
    { numRuns: 100 },
  )
})

sharedTest('the schema check is awake: it agrees with the verdict on every sample of this version', async () => {
  const verdicts = sharedJson(
    'bank-iso20022/made/manifest.json',
    z.record(z.string(), z.object({ xmllint: z.string() })),
  )
  const samples = Object.entries(verdicts).filter(([name]) => name.startsWith('sct-09') && name !== 'sct-09-xxe.xml')

  for (const [name, { xmllint }] of samples) {
    const faults = await schemaFaults(sharedText(`bank-iso20022/made/${name}`))
    expect([name, faults.length === 0]).toEqual([name, xmllint === 'validates'])
  }
  expect(samples.length).toBeGreaterThan(6)
})

sharedTest('every file follows the schema, whatever the names', async () => {
  const orders = fc.sample(anyPayments, { numRuns: 40, seed: 7 })
  const renumbered = orders.flat().map((payment, at) => ({ ...payment, endToEndId: `E${at}` }))

  expect(renumbered.length).toBeGreaterThan(200)
  expect(await schemaFaults(written(orderOf(renumbered)).text)).toEqual([])
  expect(await schemaFaults(written(orderOf([toPriya])).text)).toEqual([])
  expect(await schemaFaults(written(orderOf([toTexas, toTokyo])).text)).toEqual([])
})

sharedTest('the naughty strings of the world end up in a valid file', async () => {
  const strings = sharedJson('nasty-input/blns.json', z.array(z.string())).filter((text) => text.trim() !== '')
  const payments = strings.map((text, at) => ({
    ...(at % 2 === 0 ? toPriya : toTexas),
    creditorName: text,
    remittance: text,
    endToEndId: `E${at}`,
  }))

  expect(await schemaFaults(written(orderOf(payments)).text)).toEqual([])
})

test('ten thousand payments take little time', () => {
  const payments = Array.from({ length: 10_000 }, (_, at) => ({
    ...toPriya,
    endToEndId: `PAY-${at}`,
    creditorName: at % 7 === 0 ? 'Zoë Müller' : 'Priya Raman',
  }))
  const order = orderOf(payments)

  expect(cpuMs(() => written(order))).toBeLessThan(300)
})
