import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { listMembers, type MemberView } from '#modules/access/contract.ts'
import { listDepartments } from '#modules/organizations/contract.ts'
import { useMay } from '#web/app/session.ts'
import { usePages } from '#web/lib/usePages.ts'
import { useView } from '#web/lib/useView.ts'
import { InviteMember } from '#web/modules/access/MemberDialogs.tsx'
import { type DepartmentName, MemberRow } from '#web/modules/access/MemberRow.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** Who works here, as what, and for which departments; and who has been asked to. */
export const MembersPage = () => {
  const pages = usePages(listMembers, { limit: 200 })
  const departments = useView(listDepartments, { withArchived: true })
  const mayChange = useMay('access.change-members')
  const [isInviting, inviting] = useDisclosure()
  const invited = pages.rows.filter(({ status }) => status === 'invited')
  const members = pages.rows.filter(({ status }) => status !== 'invited')
  const names = departments.data?.items ?? []
  return (
    <>
      <PageHeader
        title="Members"
        subtitle="Who works here, as what, and for which departments"
        actions={
          mayChange ? (
            <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={inviting.open}>
              Invite a member
            </Button>
          ) : undefined
        }
      />
      <ProblemNote problem={pages.problem ?? departments.error} onRetry={pages.retry} />
      <Section flush>
        {pages.isLoading ? <SkeletonList rows={6} label="Loading the members" shape="lines" /> : null}
        <MemberRows members={members} departments={names} />
      </Section>
      {pages.hasMore ? (
        <Button variant="default" loading={pages.isLoadingMore} onClick={pages.loadMore}>
          Show more members
        </Button>
      ) : null}
      {pages.isLoading || pages.problem ? null : (
        <Section
          flush={invited.length > 0}
          title="Invited"
          description="Whoever is asked to join has a link by mail, which works for 14 days."
        >
          {invited.length > 0 ? (
            <MemberRows members={invited} departments={names} />
          ) : (
            'Nobody is invited at the moment.'
          )}
        </Section>
      )}
      <InviteMember opened={isInviting} onClose={inviting.close} departments={names} />
    </>
  )
}

type MemberRowsProps = Readonly<{ members: readonly MemberView[]; departments: readonly DepartmentName[] }>

const MemberRows = ({ members, departments }: MemberRowsProps) =>
  members.length === 0 ? null : (
    <Rows>
      {members.map((member) => (
        <MemberRow key={member.id} member={member} departments={departments} />
      ))}
    </Rows>
  )
