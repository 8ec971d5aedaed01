/**
 * A way into the database. What is handed in is written in its order, one after the other, while the next is made up;
 * whoever has got too far ahead of the writing waits. What fails is heard of by the next who hands in, or who waits.
 */
export const createLane = (ahead: number) => {
  const handedIn: Promise<unknown>[] = []
  let last: Promise<unknown> = Promise.resolve()
  return {
    handIn: async (write: () => Promise<unknown>): Promise<void> => {
      if (handedIn.length === ahead) await handedIn.shift()
      last = last.then(write)
      last.catch(() => undefined)
      handedIn.push(last)
    },
    /** Resolves when everything handed in so far is written. */
    written: async (): Promise<void> => {
      await last
    },
  }
}
