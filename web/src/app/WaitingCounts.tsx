import { useEffect } from 'react'
import { useMyPages } from '#web/app/useMyPages.ts'
import { type WaitingSource, waitingSources } from '#web/app/waitingSources.ts'

type OnCount = (path: string, count: number) => void

/** Counts what waits for me, on the pages that are mine. Shows nothing itself. */
export const WaitingCounts = ({ onCount }: Readonly<{ onCount: OnCount }>) => {
  const mine = useMyPages().map(({ path }) => path)
  return waitingSources
    .filter(({ path }) => mine.includes(path))
    .map((source) => <Count key={source.path} source={source} onCount={onCount} />)
}

const Count = ({ source, onCount }: Readonly<{ source: WaitingSource; onCount: OnCount }>) => {
  const { path, useCount } = source
  const count = useCount() ?? 0
  useEffect(() => onCount(path, count), [onCount, path, count])
  return null
}
