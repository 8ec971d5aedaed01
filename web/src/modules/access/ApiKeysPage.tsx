import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKey } from '@tabler/icons-react'
import { listKeys } from '#modules/access/contract.ts'
import { useView } from '#web/lib/useView.ts'
import { ApiKeyRow } from '#web/modules/access/ApiKeyRow.tsx'
import { MakeKey } from '#web/modules/access/MakeKey.tsx'
import { CutNote } from '#web/ui/CutNote.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** The keys by which other programs reach this organization. Each can do what it was made for, and no more than its owner. */
export const ApiKeysPage = () => {
  const { data, error, refetch } = useView(listKeys, {})
  const [isMaking, making] = useDisclosure()
  const make = data?.can.change ? <Button onClick={making.open}>Make a key</Button> : undefined
  return (
    <>
      <PageHeader
        title="API keys"
        subtitle="By which other programs reach this organization"
        actions={data?.items.length ? make : undefined}
      />
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      <CutNote list={data} noun="keys" />
      <Section flush>
        {data || error ? null : <SkeletonList rows={4} label="Loading the keys" shape="lines" />}
        {data?.items.length === 0 ? (
          <EmptyState icon={IconKey} title="Your keys will be here" action={make}>
            Everything this app does can be done by API, too: <a href="/api/docs">read how</a>.
          </EmptyState>
        ) : null}
        {data?.items.length ? (
          <Rows>
            {data.items.map((key) => (
              <ApiKeyRow key={key.id} apiKey={key} mayRevoke={data.can.change} />
            ))}
          </Rows>
        ) : null}
      </Section>
      <MakeKey opened={isMaking} onClose={making.close} grantable={data?.grantable ?? []} />
    </>
  )
}
