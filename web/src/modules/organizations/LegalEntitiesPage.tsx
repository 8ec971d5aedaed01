import { Button, Modal, Switch } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBuildingBank, IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { addLegalEntity, type LegalEntityView, listLegalEntities } from '#modules/organizations/contract.ts'
import { useMay, useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import {
  LegalEntityFields,
  legalEntityValues,
  sentLegalEntity,
} from '#web/modules/organizations/LegalEntityFields.tsx'
import { CutNote } from '#web/ui/CutNote.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Row, Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

/** The parts of the organization that sign and pay. */
export const LegalEntitiesPage = () => {
  const [withArchived, setWithArchived] = useState(false)
  const { data, error, refetch } = useView(listLegalEntities, { withArchived }, { keepPrevious: true })
  const mayAdd = useMay('organizations.change-legal-entities')
  const [isAdding, adding] = useDisclosure()
  const add = mayAdd ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={adding.open}>
      Add a legal entity
    </Button>
  ) : undefined
  return (
    <>
      <PageHeader
        title="Legal entities"
        subtitle="Who signs your agreements and pays your contractors"
        actions={data?.items.length ? add : undefined}
      />
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      <CutNote list={data} noun="legal entities" />
      <Section flush>
        {data ? <Entities entities={data.items} add={add} /> : null}
        {data || error ? null : <SkeletonList rows={3} label="Loading the legal entities" shape="lines" />}
      </Section>
      <Switch
        label="Show archived ones, too"
        checked={withArchived}
        onChange={(event) => setWithArchived(event.currentTarget.checked)}
      />
      <Modal opened={isAdding} onClose={adding.close} title="Add a legal entity" size="lg">
        <AddForm onCancel={adding.close} />
      </Modal>
    </>
  )
}

type EntitiesProps = Readonly<{ entities: readonly LegalEntityView[]; add: ReactNode }>

const Entities = ({ entities, add }: EntitiesProps) => {
  const { here } = useSession()
  return entities.length === 0 ? (
    <EmptyState icon={IconBuildingBank} title="Your legal entities will be here" action={add}>
      The company, or companies, that sign with contractors and pay them, each with its EIN and its bank account.
    </EmptyState>
  ) : (
    <Rows>
      {entities.map((entity) => (
        <Row
          key={entity.id}
          title={entity.name}
          to={pathIn(here.slug, `settings/legal-entities/${entity.id}`)}
          detail={`${entity.address.city} · ${entity.currency} · ${paysFrom(entity)}`}
        >
          {entity.archived ? <StateBadge state="archived" /> : null}
        </Row>
      ))}
    </Rows>
  )
}

const paysFrom = ({ account }: LegalEntityView): string =>
  account === null ? 'no bank account yet' : `pays from ${account.bankName} ·${account.last4}`

const AddForm = ({ onCancel }: Readonly<{ onCancel: () => void }>) => {
  const { here } = useSession()
  const navigate = useNavigate()
  const form = useCommandForm(addLegalEntity, {
    initial: legalEntityValues(),
    inputFrom: (values) => ({ ...sentLegalEntity(values), ein: values.ein.trim() || null }),
    refreshes: ['organizations'],
    onDone: ({ id }) => void navigate({ to: pathIn(here.slug, `settings/legal-entities/${id}`) }),
  })
  return <LegalEntityFields form={form} withEin onCancel={onCancel} act="Add the legal entity" />
}
