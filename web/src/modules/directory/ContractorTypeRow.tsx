import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { archiveContractorType, type ContractorTypeView } from '#modules/directory/contract.ts'
import { useSession } from '#web/app/session.ts'
import { countOf } from '#web/lib/countOf.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { ContractorTypeDialog } from '#web/modules/directory/ContractorTypeDialog.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Row } from '#web/ui/Rows.tsx'

type ContractorTypeRowProps = Readonly<{ type: ContractorTypeView; mayChange: boolean }>

export const ContractorTypeRow = ({ type, mayChange }: ContractorTypeRowProps) => {
  const { here } = useSession()
  const { id: contractorTypeId, name, description, contractors, version } = type
  const archiving = useCommand(archiveContractorType, ['directory'])
  const [isChanging, changing] = useDisclosure()
  const [isArchiving, confirming] = useDisclosure()
  const people = countOf(contractors, 'contractor')
  return (
    <Row
      title={
        <Link to={pathIn(here.slug, `contractors?type=${contractorTypeId}`)} className="Rows-link">
          {name}
        </Link>
      }
      detail={description === '' ? people : `${people} · ${description}`}
    >
      {mayChange ? (
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" size="xs" aria-label={`Change ${name}`} onClick={changing.open}>
            Change
          </Button>
          <Button variant="default" size="xs" aria-label={`Archive ${name}`} onClick={confirming.open}>
            Archive
          </Button>
        </Group>
      ) : null}
      <ContractorTypeDialog opened={isChanging} onClose={changing.close} type={type} />
      <ConfirmDialog
        opened={isArchiving}
        onClose={confirming.close}
        title={`Archive ${name}?`}
        confirm={`Archive ${name}`}
        onConfirm={() => archiving.mutate({ contractorTypeId, version }, { onSuccess: confirming.close })}
        pending={archiving.isPending}
        problem={archiving.error}
      >
        Nobody can be given this type any more. {contractors === 0 ? 'Nobody has it.' : `${people} keep it.`}
      </ConfirmDialog>
    </Row>
  )
}
