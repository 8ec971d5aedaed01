import fc from 'fast-check'

export type Damage = (text: string) => string

const at = (share: number, length: number) => Math.floor(share * length)
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const tags = (text: string) => [...text.matchAll(/<[^>]*>/g)]
const elements = (text: string) => [...text.matchAll(/<(?<tag>[\w:.-]+)(?:\s[^>]*)?>[^<]*<\/\k<tag>>/g)]
const without = (text: string, { index, 0: part }: RegExpExecArray) =>
  text.slice(0, index) + text.slice(index + part.length)

/** What happens to files on their way, and what somebody with bad intentions would try. */
export const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.tuple(share, fc.nat(255)).map(
    ([where, byte]): Damage =>
      (text) => {
        const bytes = Buffer.from(text, 'latin1')
        bytes[at(where, bytes.length)] = byte
        return bytes.toString('latin1')
      },
  ),
  share.map(
    (where): Damage =>
      (text) =>
        text.slice(0, at(where, text.length)),
  ),
  share.map(
    (where): Damage =>
      (text) =>
        text.slice(at(where, text.length)),
  ),
  share.map(
    (where): Damage =>
      (text) => {
        const tag = tags(text)[at(where, tags(text).length)]
        return tag ? without(text, tag) : text
      },
  ),
  share.map(
    (where): Damage =>
      (text) => {
        const element = elements(text)[at(where, elements(text).length)]
        return element ? without(text, element) : text
      },
  ),
  share.map(
    (where): Damage =>
      (text) => {
        const element = elements(text)[at(where, elements(text).length)]
        return element ? text.replace(element[0], () => element[0] + element[0]) : text
      },
  ),
  fc
    .tuple(
      share,
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '-1', '1e9', '99999999999999999999', 'NaN', '&x;', ']]>', '__proto__', '0.001'),
      ),
    )
    .map(
      ([where, value]): Damage =>
        (text) => {
          const element = elements(text)[at(where, elements(text).length)]
          return element ? text.replace(element[0], () => element[0].replace(/>[^<]*</, () => `>${value}<`)) : text
        },
    ),
)

export const damaged = (text: string, damages: readonly Damage[]) => damages.reduce((now, hurt) => hurt(now), text)
