import { useNavigate } from '@tanstack/react-router'
import { addContractor } from '#modules/directory/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { ContractorFields } from '#web/modules/directory/ContractorFields.tsx'
import { contractorValues, sentContractor } from '#web/modules/directory/contractorValues.ts'
import { PageHeader } from '#web/ui/PageHeader.tsx'

/** A new contractor, by hand. */
export const AddContractorPage = () => {
  const { here } = useSession()
  const navigate = useNavigate()
  const list = pathIn(here.slug, 'contractors')
  const form = useCommandForm(addContractor, {
    initial: contractorValues(),
    inputFrom: sentContractor,
    refreshes: ['directory'],
    onDone: ({ id }) => void navigate({ to: `${list}/${id}` }),
    draft: { name: 'contractor', never: [] },
  })
  return (
    <>
      <PageHeader
        back={{ to: list, label: 'Contractors' }}
        title="Add a contractor"
        subtitle="A draft, until you invite them. They can complete the rest themselves."
      />
      <ContractorFields form={form} act="Add the contractor" onCancel={() => void navigate({ to: list })} />
    </>
  )
}
