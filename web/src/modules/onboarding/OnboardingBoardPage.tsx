import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import {
  type BoardState,
  countOnboardings,
  listOnboardings,
  type OnboardingRow,
} from '#modules/onboarding/contract.ts'
import { useMay, useSession } from '#web/app/session.ts'
import { formatCount } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { usePages } from '#web/lib/usePages.ts'
import { useView } from '#web/lib/useView.ts'
import { whoseMove } from '#web/modules/onboarding/whoseMove.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { toneOf } from '#web/ui/toneOf.ts'
import './OnboardingBoardPage.css'

const columns: readonly Readonly<{ states: readonly BoardState[]; title: string }>[] = [
  { states: ['invited'], title: 'Invited' },
  { states: ['open'], title: 'Filling in' },
  { states: ['submitted'], title: 'To review' },
  { states: ['changes_requested'], title: 'Changes asked for' },
  { states: ['completed'], title: 'Done' },
  { states: ['invite_expired', 'declined', 'withdrawn', 'rejected'], title: 'Fell through' },
]

/** Who is being onboarded, by what it waits for. */
export const OnboardingBoardPage = () => {
  const { here } = useSession()
  const mayChange = useMay('onboarding.change-flow')
  const { data, error, refetch } = useView(countOnboardings, {})
  const countOf = (states: readonly BoardState[]) =>
    (data?.items ?? []).filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0)
  const total = data?.items.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="Board">
      <PageHeader
        title="Onboarding"
        subtitle="Who is on the way in, and whose move it is."
        actions={
          mayChange ? (
            <Button variant="default" component={Link} to={pathIn(here.slug, 'settings/onboarding')}>
              Change the steps
            </Button>
          ) : undefined
        }
      />
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {total === 0 ? (
        <EmptyState
          icon={IconUserPlus}
          title="Whoever you invite will be here"
          action={
            <Button component={Link} to={pathIn(here.slug, 'contractors')}>
              Choose a contractor
            </Button>
          }
        >
          Open a contractor and press “Invite to onboarding”.
        </EmptyState>
      ) : (
        <div className="Board-columns">
          {columns.map(({ states, title }) => (
            <BoardColumn key={title} states={states} title={title} count={data ? countOf(states) : undefined} />
          ))}
        </div>
      )}
    </div>
  )
}

type BoardColumnProps = Readonly<{ states: readonly BoardState[]; title: string; count: number | undefined }>

const BoardColumn = ({ states, title, count }: BoardColumnProps) => {
  const id = useId()
  const pages = usePages(listOnboardings, { state: [...states], limit: 25 })
  return (
    <section
      className="Board-column"
      aria-labelledby={id}
      data-tone={toneOf(states[0] ?? '')}
      data-empty={count === 0}
    >
      <h2 id={id} className="Board-title">
        {title}
        {count === undefined ? null : <span className="numbers">{formatCount(count)}</span>}
      </h2>
      <ProblemNote problem={pages.problem} onRetry={pages.retry} />
      {pages.isLoading ? <SkeletonList rows={2} label={`Loading ${title}`} /> : null}
      <ul className="Board-cards">
        {pages.rows.map((row) => (
          <BoardCard key={row.id} row={row} />
        ))}
      </ul>
      {!pages.isLoading && pages.rows.length === 0 ? <p className="Board-none">Nobody</p> : null}
      {pages.hasMore ? (
        <Button variant="default" size="xs" loading={pages.isLoadingMore} onClick={pages.loadMore}>
          Show more
        </Button>
      ) : null}
    </section>
  )
}

const BoardCard = ({ row }: Readonly<{ row: OnboardingRow }>) => {
  const { here } = useSession()
  const { id, contractorName, departmentName, legalEntityName, settled, stages, waitsFor, since, dueOn, status } = row
  const isOpen = status === 'invited' || status === 'in_progress'
  return (
    <li className="Board-card">
      <Link to={pathIn(here.slug, `onboardings/${id}`)} className="Board-link">
        <PersonName name={contractorName} detail={departmentName ?? legalEntityName} size="sm" />
      </Link>
      <p className="Board-facts">
        {isOpen ? (
          <>
            {whoseMove(waitsFor)} since <DateText value={since} />
            {dueOn ? (
              <>
                , by <DateText value={dueOn} />
              </>
            ) : null}
          </>
        ) : (
          <>
            Since <DateText value={since} />
          </>
        )}
      </p>
      <p className="Board-facts numbers">
        {settled} of {stages} steps
      </p>
    </li>
  )
}
