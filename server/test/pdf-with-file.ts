import { deflateSync } from 'node:zlib'

type Attached = Readonly<{ name: string; content: Uint8Array; dictionary?: string }>

/** The smallest PDF with a file attached to it, as ISO 32000-1, 7.11.4 has it. */
export const pdfWithFile = ({ name, content, dictionary = '' }: Attached): Buffer => {
  const packed = deflateSync(content)
  const objects = [
    `<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(${name}) 3 0 R]>>>>>>`,
    '<</Type/Pages/Kids[]/Count 0>>',
    `<</Type/Filespec/F(${name})/UF(${name})/EF<</F 4 0 R>>>>`,
    `<</Type/EmbeddedFile/Filter/FlateDecode/Length ${packed.length}${dictionary}>>`,
  ]
  const parts = [Buffer.from('%PDF-1.7\n')]
  const offsets = objects.map((object, index) => {
    const offset = parts.reduce((sum, part) => sum + part.length, 0)
    const stream = index === 3 ? [Buffer.from('stream\n'), packed, Buffer.from('\nendstream\n')] : []
    parts.push(Buffer.from(`${index + 1} 0 obj\n${object}\n`), ...stream, Buffer.from('endobj\n'))
    return offset
  })
  const start = parts.reduce((sum, part) => sum + part.length, 0)
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const tail = `xref\n0 5\n0000000000 65535 f \n${entries}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(tail)])
}
