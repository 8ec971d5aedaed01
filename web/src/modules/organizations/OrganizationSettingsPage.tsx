import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { changeOrganization, type OrganizationView, viewOrganization } from '#modules/organizations/contract.ts'
import { currencies } from '#web/lib/currencies.ts'
import { timeZones } from '#web/lib/timeZones.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import { FactList } from '#web/ui/FactList.tsx'
import { LongSelect } from '#web/ui/LongSelect.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** The name, the clock and the currency of the organization. */
export const OrganizationSettingsPage = () => {
  const { data, error, refetch } = useView(viewOrganization, {})
  return (
    <>
      <PageHeader title="Organization" subtitle={data && `At ${window.location.host}/${data.slug}`} />
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      <Section>
        {data ? <Settings organization={data} /> : null}
        {data || error ? null : <SkeletonList rows={4} label="Loading the settings" shape="lines" />}
      </Section>
    </>
  )
}

type OfOrganization = Readonly<{ organization: OrganizationView }>

const Settings = ({ organization }: OfOrganization) =>
  organization.can.change ? (
    <OrganizationForm key={organization.version} organization={organization} />
  ) : (
    <FactList
      facts={[
        { label: 'Name', value: organization.name },
        { label: 'Time zone', value: organization.timeZone },
        { label: 'Currency', value: organization.currency },
      ]}
    />
  )

const OrganizationForm = ({ organization }: OfOrganization) => {
  const { name, timeZone, currency, version } = organization
  const form = useCommandForm(changeOrganization, {
    initial: { name, timeZone, currency },
    inputFrom: (values) => ({ ...values, version }),
    refreshes: ['organizations', 'access.me'],
    onDone: () => notifications.show({ message: 'The settings of the organization are saved.' }),
  })
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="md" maw={440}>
        <TextInput label="Name" autoComplete="organization" {...form.getInputProps('name')} />
        <LongSelect
          label="Time zone"
          description="Days and deadlines are counted in it."
          data={[...timeZones]}
          {...form.getInputProps('timeZone')}
        />
        <Select
          label="Currency"
          description="What budgets and reports start with. What is on file keeps its own."
          data={[...new Set([...currencies, currency])]}
          {...form.getInputProps('currency')}
        />
        <ProblemNote problem={form.problem} />
        <Group>
          <Button type="submit" loading={form.pending} disabled={!form.isDirty()}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
