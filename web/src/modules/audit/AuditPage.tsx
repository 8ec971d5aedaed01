import { Button } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { PersonId } from '#kernel/ids.ts'
import { exportLog, searchLog } from '#modules/audit/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useAddressParams } from '#web/lib/useAddressParams.ts'
import { usePages } from '#web/lib/usePages.ts'
import { AuditFilters } from '#web/modules/audit/AuditFilters.tsx'
import { LogRows } from '#web/modules/audit/LogRows.tsx'
import { spanOf } from '#web/modules/audit/spanOf.ts'
import { DownloadButton } from '#web/ui/DownloadButton.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'

/** Everything that happened, by whom and when. What is asked stands in the address. */
export const AuditPage = () => {
  const { here } = useSession()
  const [said, change] = useAddressParams()
  const pages = usePages(searchLog, {
    personId: PersonId.safeParse(said.person).data,
    event: said.event === undefined || said.event === '' ? undefined : said.event.slice(0, 100),
    ...spanOf(said.from, said.to),
    limit: 50,
  })
  return (
    <>
      <PageHeader
        title="Audit"
        subtitle="Everything that happened. Nothing here can be changed or taken out."
        actions={
          <>
            <DownloadButton endpoint={exportLog} input={{}}>
              Export the log
            </DownloadButton>
            <Button
              component={Link}
              to={pathIn(here.slug, 'audit/verification')}
              leftSection={<IconShieldCheck size={16} aria-hidden />}
            >
              Verify
            </Button>
          </>
        }
      />
      <AuditFilters said={said} change={change} />
      <LogRows pages={pages} onPerson={(person) => change({ person })} onEvent={(event) => change({ event })} />
    </>
  )
}
