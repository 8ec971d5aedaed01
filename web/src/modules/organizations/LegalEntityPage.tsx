import { Button, Group, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { changeLegalEntity, type LegalEntityView, viewLegalEntity } from '#modules/organizations/contract.ts'
import { linesOfAddress } from '#web/lib/linesOfAddress.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import { SubjectTimeline } from '#web/modules/audit/SubjectTimeline.tsx'
import { ArchiveLegalEntity } from '#web/modules/organizations/ArchiveLegalEntity.tsx'
import {
  LegalEntityFields,
  legalEntityValues,
  sentLegalEntity,
} from '#web/modules/organizations/LegalEntityFields.tsx'
import { LegalEntityNumbers } from '#web/modules/organizations/LegalEntityNumbers.tsx'
import { FactList } from '#web/ui/FactList.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

const route = getRouteApi('/$organization/staff/settings/legal-entities/$legalEntityId')

/** One legal entity: who it is, its EIN, the account it pays from. */
export const LegalEntityPage = () => {
  const { organization, legalEntityId } = route.useParams()
  const { data, error, refetch } = useView(viewLegalEntity, { legalEntityId })
  const [isChanging, changing] = useDisclosure()
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList rows={6} label="Loading the legal entity" shape="lines" />
  return (
    <>
      <PageHeader
        back={{ to: pathIn(organization, 'settings/legal-entities'), label: 'Legal entities' }}
        title={data.name}
        state={data.archived ? <StateBadge state="archived" /> : undefined}
        actions={
          data.can.change ? (
            <Group gap="xs">
              <ArchiveLegalEntity entity={data} />
              <Button variant="default" onClick={changing.open}>
                Change
              </Button>
            </Group>
          ) : undefined
        }
      />
      <Section title="Name and address">
        <FactList
          facts={[
            { label: 'Registered name', value: data.name },
            { label: 'Address', value: <Lines lines={linesOfAddress(data.address)} /> },
            { label: 'Currency', value: data.currency },
          ]}
        />
      </Section>
      <LegalEntityNumbers entity={data} />
      <SubjectTimeline subjectId={data.id} />
      <Modal opened={isChanging} onClose={changing.close} title={`Change ${data.name}`} size="lg">
        <ChangeForm entity={data} onDone={changing.close} />
      </Modal>
    </>
  )
}

const Lines = ({ lines }: Readonly<{ lines: readonly string[] }>) =>
  lines.map((line) => (
    <span key={line} style={{ display: 'block' }}>
      {line}
    </span>
  ))

type ChangeFormProps = Readonly<{ entity: LegalEntityView; onDone: () => void }>

const ChangeForm = ({ entity, onDone }: ChangeFormProps) => {
  const { id: legalEntityId, version } = entity
  const form = useCommandForm(changeLegalEntity, {
    initial: legalEntityValues(entity),
    inputFrom: (values) => ({ ...sentLegalEntity(values), legalEntityId, version }),
    refreshes: ['organizations', 'audit'],
    onDone,
  })
  return <LegalEntityFields form={form} onCancel={onDone} act="Save" />
}
