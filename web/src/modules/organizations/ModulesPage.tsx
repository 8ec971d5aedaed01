import { Stack, Switch } from '@mantine/core'
import {
  changeModules,
  type OrganizationView,
  type SwitchableModule,
  switchableModules,
  viewOrganization,
} from '#modules/organizations/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useView } from '#web/lib/useView.ts'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** What this organization uses of Muster. */
export const ModulesPage = () => {
  const { data, error, refetch } = useView(viewOrganization, {})
  return (
    <>
      <PageHeader
        title="Modules"
        subtitle="What you do elsewhere is switched off and gone from the pages. Nothing that is on file is lost."
      />
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      <Section>
        {data ? <Switches organization={data} /> : null}
        {data || error ? null : <SkeletonList rows={7} label="Loading the modules" shape="lines" />}
      </Section>
    </>
  )
}

const wordsFor: Readonly<Record<SwitchableModule, readonly [name: string, about: string]>> = {
  agreements: ['Agreements', 'NDAs and contracts, written from templates and signed here'],
  tax: ['Tax forms', 'W-9s, filled in and signed by your contractors'],
  onboarding: ['Onboarding', 'Invitation, and all you ask for before somebody may start'],
  work: ['Projects and assignments', 'What is to be done, offered and accepted'],
  invoices: ['Invoices', 'Claims for work, approved by you. Needs projects and assignments'],
  payments: ['Payments', 'Pay runs and bank files. Needs invoices'],
  reports: ['Reports', 'What is spent, by month, department, project and contractor'],
}

const Switches = ({ organization }: Readonly<{ organization: OrganizationView }>) => {
  const { modulesOff, version, can } = organization
  const change = useCommand(changeModules, ['organizations', 'access.me'])
  const turn = (name: SwitchableModule, isOn: boolean) => {
    const off = isOn ? modulesOff.filter((other) => other !== name) : [...modulesOff, name]
    change.mutate({ off, version })
  }
  return (
    <Stack gap="lg">
      <ProblemNote problem={change.error} />
      {switchableModules.map((name) => (
        <Switch
          key={name}
          label={wordsFor[name][0]}
          description={wordsFor[name][1]}
          checked={!modulesOff.includes(name)}
          disabled={!can.change || change.isPending}
          onChange={(event) => turn(name, event.currentTarget.checked)}
        />
      ))}
    </Stack>
  )
}
