/** Chance that repeats: the same seed gives the same demo (Park and Miller's generator). */
export const randomFrom = (seed: number) => {
  let state = seed % 2_147_483_647
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647
    return (state - 1) / 2_147_483_646
  }
  /** A whole number from `least` to `most`. */
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    between,
    happens: (share: number): boolean => next() < share,
    one: <Item>(items: readonly [Item, ...Item[]]): Item => items[between(0, items.length - 1)] ?? items[0],
  }
}

export type Chance = ReturnType<typeof randomFrom>
