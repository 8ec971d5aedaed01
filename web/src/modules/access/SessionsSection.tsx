import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { endMyOtherSessions, endMySession, mySessions, type SessionView } from '#modules/access/contract.ts'
import { countOf } from '#web/lib/countOf.ts'
import { deviceOf } from '#web/lib/deviceOf.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useView } from '#web/lib/useView.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { CutNote } from '#web/ui/CutNote.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Row, Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

/** The devices somebody is signed in on. What they do not know, they end. */
export const SessionsSection = () => {
  const { data, error, refetch } = useView(mySessions, {})
  const others = data?.items.filter(({ current }) => !current).length ?? 0
  return (
    <Section
      flush
      title="Where you are signed in"
      description="A device you do not know? Sign it out and change your password."
      actions={others > 0 ? <EndOthers count={others} /> : undefined}
    >
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      <CutNote list={data} noun="devices" />
      {data || error ? null : <SkeletonList rows={2} label="Loading where you are signed in" shape="lines" />}
      {data ? (
        <Rows>
          {data.items.map((session) => (
            <Session key={session.id} session={session} />
          ))}
        </Rows>
      ) : null}
    </Section>
  )
}

const Session = ({ session }: Readonly<{ session: SessionView }>) => {
  const { id: sessionId, current, address, userAgent, signedInAt, lastSeenAt } = session
  const ending = useCommand(endMySession, ['access'])
  const device = deviceOf(userAgent)
  return (
    <Row
      title={device}
      detail={
        <>
          {address === '' ? null : `${address} · `}signed in <DateText value={new Date(signedInAt)} />
          {current ? null : (
            <>
              {' '}
              · last seen <DateText value={new Date(lastSeenAt)} />
            </>
          )}
        </>
      }
    >
      {current ? (
        <StateBadge state="current" label="This device" tone="done" />
      ) : (
        <Button
          variant="default"
          size="xs"
          aria-label={`Sign out ${device}`}
          loading={ending.isPending}
          onClick={() => ending.mutate({ sessionId })}
        >
          Sign out
        </Button>
      )}
      <ProblemNote problem={ending.error} />
    </Row>
  )
}

const EndOthers = ({ count }: Readonly<{ count: number }>) => {
  const ending = useCommand(endMyOtherSessions, ['access'])
  const [isAsking, dialog] = useDisclosure()
  const devices = countOf(count, 'other device')
  const end = () =>
    ending.mutate(
      {},
      {
        onSuccess: () => {
          dialog.close()
          notifications.show({ message: 'You are signed in only here now.' })
        },
      },
    )
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        Sign out everywhere else
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={dialog.close}
        title={`Sign out of ${devices}?`}
        confirm="Sign out everywhere else"
        onConfirm={end}
        pending={ending.isPending}
        problem={ending.error}
      >
        You stay signed in here. What is not saved there is lost.
      </ConfirmDialog>
    </>
  )
}
