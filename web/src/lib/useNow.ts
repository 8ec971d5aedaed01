import { useContext, useEffect, useState } from 'react'
import { ClockContext } from '#web/lib/clock.ts'

const minuteMs = 60_000

/** The present, to the minute, so that "3 min ago" moves by itself. */
export const useNow = (): Date => {
  const clock = useContext(ClockContext)
  const [now, setNow] = useState(clock)
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), minuteMs)
    return () => clearInterval(timer)
  }, [clock])
  return now
}
