import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCategory, IconPlus } from '@tabler/icons-react'
import { listContractorTypes } from '#modules/directory/contract.ts'
import { useView } from '#web/lib/useView.ts'
import { ContractorTypeDialog } from '#web/modules/directory/ContractorTypeDialog.tsx'
import { ContractorTypeRow } from '#web/modules/directory/ContractorTypeRow.tsx'
import { CutNote } from '#web/ui/CutNote.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** The kinds of contractors an organization tells apart. */
export const ContractorTypesPage = () => {
  const { data, error, refetch } = useView(listContractorTypes, {})
  const [isAdding, adding] = useDisclosure()
  const add = data?.can.change ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={adding.open}>
      Add a type
    </Button>
  ) : undefined
  return (
    <>
      <PageHeader
        title="Contractor types"
        subtitle="Kinds of contractors that are found, onboarded and reported apart"
        actions={data?.items.length ? add : undefined}
      />
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      <CutNote list={data} noun="contractor types" />
      <Section flush>
        {data || error ? null : <SkeletonList rows={4} label="Loading the types" shape="lines" />}
        {data?.items.length === 0 ? (
          <EmptyState icon={IconCategory} title="Your types will be here" action={add}>
            Designers, writers, agencies: whatever you treat differently.
          </EmptyState>
        ) : null}
        {data && data.items.length > 0 ? (
          <Rows>
            {data.items.map((type) => (
              <ContractorTypeRow key={type.id} type={type} mayChange={data.can.change} />
            ))}
          </Rows>
        ) : null}
      </Section>
      <ContractorTypeDialog opened={isAdding} onClose={adding.close} />
    </>
  )
}
