import { createContext } from 'react'

/** The one place where the web asks for the time; a test or a screenshot puts its own clock here. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

export const ClockContext = createContext<Clock>(systemClock)
