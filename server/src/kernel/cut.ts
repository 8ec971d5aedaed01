/** The beginning of a text, at most so many code units long, cut between characters as a reader sees them. */
export const cut = (text: string, most: number): string => {
  if (text.length <= most) return text
  const start = characters.segment(text).containing(most)?.index ?? most
  if (start > 0) return text.slice(0, start)
  // One character longer than all the room: then at least none of its parts is broken.
  return /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? text.slice(0, most - 1) : text.slice(0, most)
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })
