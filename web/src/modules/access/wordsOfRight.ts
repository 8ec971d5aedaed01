import { wordOf } from '#web/ui/toneOf.ts'

/** "List contractors" for `directory.list-contractors`: under the title of its module. */
export const wordsOfRight = (right: string): string => wordOf(partsOf(right).act)

/** "Directory: list contractors", where it stands alone. */
export const fullWordsOfRight = (right: string): string => {
  const { module, act } = partsOf(right)
  return `${wordOf(module)}: ${act}`
}

export type RightGroup = Readonly<{ title: string; rights: readonly string[] }>

/** Rights by their module, in the order they came. */
export const groupsOfRights = (rights: readonly string[]): readonly RightGroup[] =>
  [...Map.groupBy(rights, (right) => partsOf(right).module)].map(([module, own]) => ({
    title: wordOf(module),
    rights: own,
  }))

const partsOf = (right: string) => {
  const dot = right.indexOf('.')
  return { module: right.slice(0, dot), act: right.slice(dot + 1).replaceAll('-', ' ') }
}
