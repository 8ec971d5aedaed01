import { createContext, useContext } from 'react'

/** How many things wait for me on each page, by the page's path. Empty until it is known. */
export type Waiting = ReadonlyMap<string, number>

export const WaitingContext = createContext<Waiting>(new Map())

export const useWaiting = (): Waiting => useContext(WaitingContext)
