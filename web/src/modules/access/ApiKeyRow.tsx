import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type KeyView, revokeKey } from '#modules/access/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useNow } from '#web/lib/useNow.ts'
import { fullWordsOfRight } from '#web/modules/access/wordsOfRight.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { Row } from '#web/ui/Rows.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'
import { Tags } from '#web/ui/Tags.tsx'
import './ApiKeyRow.css'

type ApiKeyRowProps = Readonly<{ apiKey: KeyView; mayRevoke: boolean }>

/** One key: whose, for what, until when. One that has ended stays in the list, so that its name can be read in the log. */
export const ApiKeyRow = ({ apiKey, mayRevoke }: ApiKeyRowProps) => {
  const now = useNow()
  const { name, lastFour, scopes, ownerName, createdAt, expiresAt, lastUsedAt, revokedAt } = apiKey
  const isExpired = new Date(expiresAt) <= now
  const ended = revokedAt === null ? (isExpired ? 'expired' : undefined) : 'revoked'
  return (
    <Row
      title={
        <>
          {name} <span className="ApiKeyRow-end numbers">····{lastFour}</span>
        </>
      }
      detail={
        <span className="ApiKeyRow">
          <span>
            {ownerName} made it <DateText value={new Date(createdAt)} /> ·{' '}
            {lastUsedAt === null ? (
              'not used yet'
            ) : (
              <>
                last used <DateText value={new Date(lastUsedAt)} />
              </>
            )}{' '}
            · {isExpired ? 'ended' : 'ends'} <DateText value={new Date(expiresAt)} />
          </span>
          <Rights scopes={scopes} />
        </span>
      }
    >
      {ended ? <StateBadge state={ended} tone="idle" /> : null}
      {mayRevoke && !ended ? <Revoke apiKey={apiKey} /> : null}
    </Row>
  )
}

/** One or two are said at once; more of them only to whoever asks, or every key would fill the screen. */
const Rights = ({ scopes }: Pick<KeyView, 'scopes'>) => {
  const words = <Tags words={scopes.map(fullWordsOfRight)} />
  return scopes.length <= fewRights ? (
    words
  ) : (
    <details className="ApiKeyRow-rights">
      <summary>{scopes.length} rights</summary>
      {words}
    </details>
  )
}

const fewRights = 2

const Revoke = ({ apiKey: { id: keyId, name } }: Pick<ApiKeyRowProps, 'apiKey'>) => {
  const revoking = useCommand(revokeKey, ['access'])
  const [isAsking, dialog] = useDisclosure()
  return (
    <>
      <Button variant="default" size="xs" aria-label={`Revoke ${name}`} onClick={dialog.open}>
        Revoke
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={dialog.close}
        title={`Revoke ${name}?`}
        confirm="Revoke the key"
        tone="danger"
        onConfirm={() => revoking.mutate({ keyId }, { onSuccess: dialog.close })}
        pending={revoking.isPending}
        problem={revoking.error}
      >
        Whatever uses it is refused from this moment. A revoked key never works again.
      </ConfirmDialog>
    </>
  )
}
