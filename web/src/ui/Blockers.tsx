import { Button } from '@mantine/core'
import { IconHourglass, IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useId } from 'react'
import type { Blocker } from '#kernel/blocker.ts'
import { dayIn, type PlainDate } from '#kernel/dates.ts'
import { useSession } from '#web/app/session.ts'
import { useNow } from '#web/lib/useNow.ts'
import { DateText } from '#web/ui/DateText.tsx'
import './Blockers.css'

type BlockersProps = Readonly<{
  blockers: readonly Blocker[]
  /** What is in the way: "Before this invoice can be paid". */
  title: string
  /** Names instead of roles, where they are known: `{ manager: 'Dana Whitfield' }`. */
  names?: Readonly<Partial<Record<Blocker['owner'], string>>>
  /** A button of the page's own instead of the link, for what it can clear on the spot. */
  actionFor?: (blocker: Blocker) => ReactNode
}>

/** Why something cannot move: who, since when, by when, and the button that clears it. Nothing when nothing is in the way. */
export const Blockers = ({ blockers, title, names = {}, actionFor }: BlockersProps) => {
  const id = useId()
  const { here } = useSession()
  const isYours = ({ owner }: Blocker) => owner !== 'nobody' && here.roles.includes(owner)
  if (blockers.length === 0) return null
  const ordered = [...blockers].sort((one, other) => Number(isYours(other)) - Number(isYours(one)))
  return (
    <section className="Blockers" aria-labelledby={id}>
      <h2 id={id} className="Blockers-title">
        {title}
      </h2>
      <ul className="Blockers-list">
        {ordered.map((blocker) => (
          <BlockerRow
            key={`${blocker.code} ${blocker.sentence}`}
            blocker={blocker}
            isYours={isYours(blocker)}
            who={names[blocker.owner] ?? words[blocker.owner]}
            action={actionFor?.(blocker) ?? <ClearLink blocker={blocker} isYours={isYours(blocker)} />}
          />
        ))}
      </ul>
    </section>
  )
}

const words: Readonly<Record<Blocker['owner'], string>> = {
  contractor: 'the contractor',
  manager: 'the manager',
  finance: 'finance',
  releaser: 'whoever releases payments',
  legal: 'legal',
  admin: 'an admin',
  owner: 'the owner',
  nobody: 'nobody',
}

type BlockerRowProps = Readonly<{ blocker: Blocker; isYours: boolean; who: string; action: ReactNode }>

const BlockerRow = ({ blocker, isYours, who, action }: BlockerRowProps) => {
  const { sentence, owner, since, by } = blocker
  const Icon = isYours ? IconUser : IconHourglass
  const waits = owner === 'nobody' ? 'Clears by itself' : `Waits for ${who}`
  return (
    <li className="Blockers-row" data-yours={isYours}>
      <span className="Blockers-icon" aria-hidden>
        <Icon size={16} stroke={1.8} />
      </span>
      <div className="Blockers-words">
        <p className="Blockers-sentence">{sentence}</p>
        <p className="Blockers-facts">
          <span className="Blockers-who">{isYours ? 'Your move' : waits}</span>
          <span>
            since <DateText value={since} />
          </span>
          {by === null ? null : <Due by={by} />}
        </p>
      </div>
      <div className="Blockers-action">{action}</div>
    </li>
  )
}

const ClearLink = ({ blocker, isYours }: Pick<BlockerRowProps, 'blocker' | 'isYours'>) => {
  const { here } = useSession()
  const { label, path } = blocker.clears
  if (path === null) return null
  return (
    <Button component={Link} to={`/${here.slug}${path}`} size="xs" variant={isYours ? 'filled' : 'default'}>
      {label}
    </Button>
  )
}

const Due = ({ by }: Readonly<{ by: PlainDate }>) => {
  const today = dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, useNow())
  const isLate = by < today
  return (
    <span className={isLate ? 'Blockers-late' : undefined}>
      {isLate ? 'was due' : 'by'} <DateText value={by} />
    </span>
  )
}
