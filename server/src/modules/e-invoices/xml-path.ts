import type { XmlElement } from './xml-tree.ts'

/** The prefixes of our own paths, whatever prefixes a file uses. */
const namespaceByPrefix: Readonly<Record<string, string>> = {
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
  rsm: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  udt: 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
  qdt: 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
}

/** Such as `cac:Party/cac:PartyName/cbc:Name`, downwards from some element. */
export type XmlPath = string

/** Every element at a path, in the order of the file. */
export const elementsAt = (from: XmlElement, path: XmlPath): readonly XmlElement[] =>
  path
    .split('/')
    .reduce<readonly XmlElement[]>((found, step) => found.flatMap((element) => childrenAt(element, step)), [from])

const childrenAt = (element: XmlElement, step: string): readonly XmlElement[] => {
  const [prefix = '', name] = step.split(':')
  const namespace = namespaceByPrefix[prefix]
  if (!namespace) throw new Error(`The prefix of ${step} is not known.`)
  return element.children.filter((child) => child.name === name && child.namespace === namespace)
}

/** Where an element would stand that is missing: the path without our prefixes. */
export const placeOf = (from: XmlElement, path: XmlPath): string =>
  `${from.path}/${path
    .split('/')
    .map((step) => step.slice(step.indexOf(':') + 1))
    .join('/')}`

/** The text of an element on one line, without the white space of the file's layout. Empty counts as missing. */
export const wordsOf = (element: XmlElement | undefined): string | undefined =>
  element?.text.trim().replaceAll(/\s+/g, ' ') || undefined

/** The first text at a path, for what is good to have and harmless to have twice. */
export const textAt = (from: XmlElement | undefined, path: XmlPath): string | undefined =>
  from &&
  elementsAt(from, path)
    .map(wordsOf)
    .find((words) => words !== undefined)

/** Every text at a path that somebody wrote in sentences, with its own lines. */
export const proseAt = (from: XmlElement, path: XmlPath): readonly string[] =>
  elementsAt(from, path)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
