import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '#kernel/problem.ts'
import { elementsAt, placeOf, textAt } from './xml-path.ts'
import { parseXml, type XmlElement } from './xml-tree.ts'

const refused = (detail: RegExp) =>
  expect.objectContaining({
    slug: 'e-invoice-unreadable',
    extras: { errors: [{ pointer: '#', detail: expect.stringMatching(detail) }] },
  })

describe('what could do harm is refused before it is parsed', () => {
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')

  test.each([
    ['entities that multiply', `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><a>&l9;</a>`],
    ['entities that reach for a file', '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>'],
    ['entities that reach into the network', '<!doctype a SYSTEM "http://localhost:1/x.dtd"><a/>'],
    ['a document type without entities', '<!DOCTYPE a><a/>'],
  ])('%s', (_, xml) => {
    expect(() => parseXml(xml)).toThrow(refused(/DOCTYPE/))
  })

  test('elements nested without end', () => {
    expect(() => parseXml(`${'<a>'.repeat(200)}${'</a>'.repeat(200)}`)).toThrow(refused(/not well-formed/))
    expect(() => parseXml('<a>'.repeat(200_000))).toThrow(refused(/not well-formed/))
  })

  test('more elements than any invoice has', () => {
    expect(() => parseXml(`<a>${'<b/>'.repeat(600_000)}</a>`)).toThrow(refused(/more elements/))
  })

  test('more namespaces than any invoice declares', () => {
    const many = Array.from({ length: 100 }, (_, index) => `xmlns:n${index}="urn:n"`).join(' ')

    expect(() => parseXml(`<a ${many}/>`)).toThrow(refused(/more namespaces/))
  })
})

describe('what is not well-formed is refused', () => {
  test.each([
    '',
    'no tag',
    '<a>',
    '</a>',
    '<a',
    '<a b="1',
    '<a><b></a></b>',
    '<a b="1" b="2"/>',
    '<a b=1/>',
    '<a>&</a>',
    '<a>1 < 2</a>',
    '<a/><b/>',
    '<a><![CDATA[x</a>',
    '<a><!-- x</a>',
    '<a>&unknown;</a>',
    '<a>&#0;</a>',
    '<a>&#xD800;</a>',
    '<a>&#x110000;</a>',
    '<a b="&unknown;"/>',
    '<p:a/>',
    '<a:b:c xmlns:a="u"/>',
    '<__proto__>1</__proto__>',
  ])('%j', (xml) => {
    expect(() => parseXml(xml)).toThrow(refused(/./))
  })

  test('whatever the text, there is a tree or a refusal and nothing else', () => {
    const scraps = fc.constantFrom(
      '<a>',
      '</a>',
      '<b x="1">',
      '</b>',
      '<c/>',
      '&amp;',
      '&x;',
      ']]>',
      '<!--',
      '-->',
      '<?',
      '"',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(scraps, fc.string({ maxLength: 5 })), { maxLength: 12 }), (parts) => {
        try {
          expect(parseXml(parts.join('')).path).toMatch(/^\//)
        } catch (error) {
          expect(error).toBeInstanceOf(Problem)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a document is read', () => {
  const cbc = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'

  test.each([
    ['with a prefix', `<x:r xmlns:x="urn:r" xmlns:c="${cbc}"><c:ID>7</c:ID></x:r>`],
    ['without any', `<r xmlns="urn:r"><ID xmlns="${cbc}">7</ID></r>`],
    [
      'with a prefix that changes its meaning further in',
      `<c:r xmlns:c="urn:r"><c:ID xmlns:c="${cbc}">7</c:ID></c:r>`,
    ],
  ])('by namespace, %s', (_, xml) => {
    const root = parseXml(xml)

    expect(root).toMatchObject({ name: 'r', namespace: 'urn:r' })
    expect(textAt(root, 'cbc:ID')).toBe('7')
  })

  test('and an element of another namespace is not taken for ours', () => {
    expect(textAt(parseXml('<r xmlns="urn:r"><ID>7</ID></r>'), 'cbc:ID')).toBeUndefined()
  })

  test('with the characters that its references stand for', () => {
    const root = parseXml('<a b="&quot;&#65;">&lt;&#x1F4B6;&amp;amp;<![CDATA[&lt;<b>]]>&apos;</a>')

    expect(root.text).toBe("<\u{1F4B6}&amp;&lt;<b>'")
    expect(root.attributes.get('b')).toBe('"A')
  })

  test('and every element knows its place', () => {
    const root = parseXml(`<r><l xmlns="${cbc}"><ID/></l><l xmlns="${cbc}"><ID/><Name/></l></r>`)

    const paths = (element: XmlElement): readonly string[] => [element.path, ...element.children.flatMap(paths)]
    expect(paths(root)).toEqual(['/r', '/r/l[1]', '/r/l[1]/ID', '/r/l[2]', '/r/l[2]/ID', '/r/l[2]/Name'])
    expect(placeOf(root, 'cac:Party/cbc:ID')).toBe('/r/Party/ID')
  })

  test('without the files attached to it, however large', () => {
    const root = parseXml(`<r><f>${'QUJD'.repeat(3_000)}</f><n>${'Long. '.repeat(3_000)}</n></r>`)

    expect(root.children.map(({ text }) => text.length)).toEqual([0, 18_000])
  })

  test('but a path with a prefix that is not ours is a defect', () => {
    expect(() => elementsAt(parseXml('<r/>'), 'nix:ID')).toThrow(/nix:ID is not known/)
  })
})
