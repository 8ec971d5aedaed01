/** What may follow what for one kind of object: `{ draft: ['invited'], … }`. The database holds the same table. */
export type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>

export const mayFollow = <State extends string>(transitions: Transitions<State>, from: State, to: State): boolean =>
  transitions[from].includes(to)

/** Every allowed step as 'from>to', sorted: the form a test compares with the database. */
export const stepsOf = <State extends string>(transitions: Transitions<State>): readonly string[] =>
  (Object.entries(transitions) as [State, readonly State[]][])
    .flatMap(([from, next]) => next.map((to) => `${from}>${to}`))
    .sort()
