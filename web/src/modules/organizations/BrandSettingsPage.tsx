import { Button, Group, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { changeBrand, type OrganizationView, viewOrganization } from '#modules/organizations/contract.ts'
import { isHexColour } from '#web/lib/color.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import { BrandPreview } from '#web/modules/organizations/BrandPreview.tsx'
import { ColourField } from '#web/modules/organizations/ColourField.tsx'
import { LogoField } from '#web/modules/organizations/LogoField.tsx'
import { brandAdvice } from '#web/theme.ts'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** What contractors see: the programme's name, its colour and its logo. */
export const BrandSettingsPage = () => {
  const { data, error, refetch } = useView(viewOrganization, {})
  return (
    <>
      <PageHeader title="Brand" subtitle="On every page, mail and document your contractors see" />
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {data ? <Brand organization={data} /> : null}
      {data || error ? null : <SkeletonList rows={4} label="Loading the brand" shape="lines" />}
    </>
  )
}

type OfOrganization = Readonly<{ organization: OrganizationView }>

const Brand = ({ organization }: OfOrganization) =>
  organization.can.change ? (
    <>
      <BrandForm key={organization.version} organization={organization} />
      <LogoField organization={organization} />
    </>
  ) : (
    <Section title="How it looks">
      <BrandPreview name={organization.programmeName} colour={organization.brandColor} />
    </Section>
  )

const BrandForm = ({ organization }: OfOrganization) => {
  const { programmeName, brandColor, version } = organization
  const form = useCommandForm(changeBrand, {
    initial: { programmeName, brandColor },
    inputFrom: (values) => ({ ...values, brandColor: values.brandColor.toLowerCase(), version }),
    refreshes: ['organizations', 'access.me'],
    onDone: () => notifications.show({ message: 'The brand is saved. It is on every page from now on.' }),
  })
  const { programmeName: name, brandColor: typed } = form.values
  const colour = isHexColour(typed) ? typed.toLowerCase() : brandColor
  return (
    <Section title="Name and colour">
      <form onSubmit={form.submit} noValidate>
        <Stack gap="md">
          <TextInput
            label="Name of the programme"
            description="What you call your work with contractors. It stands where other software says its own name."
            maw={440}
            {...form.getInputProps('programmeName')}
          />
          <ColourField
            label="Colour"
            description={brandAdvice(colour)}
            suggestions={suggestions}
            maw={440}
            {...form.getInputProps('brandColor')}
            value={typed}
          />
          <BrandPreview name={name} colour={colour} />
          <ProblemNote problem={form.problem} />
          <Group>
            <Button type="submit" loading={form.pending} disabled={!form.isDirty()}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}

const suggestions = [
  { colour: '#4f46e5', name: 'Indigo' },
  { colour: '#1d4ed8', name: 'Blue' },
  { colour: '#0f766e', name: 'Teal' },
  { colour: '#15803d', name: 'Green' },
  { colour: '#b45309', name: 'Amber' },
  { colour: '#be123c', name: 'Rose' },
  { colour: '#7e22ce', name: 'Purple' },
  { colour: '#111827', name: 'Ink' },
]
