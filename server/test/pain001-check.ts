import { XMLParser } from 'fast-xml-parser'
import { memoryPages, validateXML } from 'xmllint-wasm'
import { z } from 'zod'
import { sharedText } from './shared-data.ts'

const Text = z.string()
const Transaction = z.looseObject({
  PmtId: z.object({ EndToEndId: Text }),
  Amt: z.object({ InstdAmt: z.object({ '#text': Text, '@_Ccy': Text }) }),
  Cdtr: z.looseObject({ Nm: Text, PstlAdr: z.looseObject({ TwnNm: Text, Ctry: Text }).optional() }),
  RmtInf: z.object({ Ustrd: Text }).optional(),
})
const Part = z.looseObject({
  PmtInfId: Text,
  NbOfTxs: Text,
  CtrlSum: Text,
  PmtTpInf: z.unknown().optional(),
  ReqdExctnDt: z.object({ Dt: Text }),
  ChrgBr: Text,
  CdtTrfTxInf: z.array(Transaction),
})
const Message = z.object({
  Document: z.looseObject({
    CstmrCdtTrfInitn: z.object({
      GrpHdr: z.looseObject({ MsgId: Text, CreDtTm: Text, NbOfTxs: Text, CtrlSum: Text }),
      PmtInf: z.array(Part),
    }),
  }),
})
/** Read back by a parser of its own, everything as text, so that no sum is taken from the writer. */
export const readBack = (text: string) => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    isArray: (name) => name === 'PmtInf' || name === 'CdtTrfTxInf',
  })
  return Message.parse(parser.parse(text)).Document.CstmrCdtTrfInitn
}
/** Decimal texts added in millionths, without the money of the kernel. */
export const millionths = (decimal: string) => {
  const [whole = '', fraction = ''] = decimal.split('.')
  return BigInt(whole + fraction.padEnd(6, '0'))
}
export const sum = (decimals: readonly string[]) => decimals.reduce((total, next) => total + millionths(next), 0n)

export const schemaFaults = async (text: string) => {
  const schema = sharedText('bank-iso20022/xsd/pain.001.001.09.xsd')
  const result = await validateXML({
    xml: [{ fileName: 'file.xml', contents: text }],
    schema: [schema],
    maxMemoryPages: memoryPages.GiB,
  })
  return result.errors.map(({ message }) => message)
}
