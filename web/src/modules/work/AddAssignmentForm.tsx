import { Button, Group, Stack } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { addAssignment } from '#modules/work/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useToday } from '#web/lib/useToday.ts'
import { newTerms, sentTerms, type TermsValues } from '#web/modules/work/assignmentForm.ts'
import { ContractorPicker } from '#web/modules/work/ContractorPicker.tsx'
import { EngagementPicker } from '#web/modules/work/EngagementPicker.tsx'
import { ProjectPicker } from '#web/modules/work/ProjectPicker.tsx'
import { TermsFields } from '#web/modules/work/TermsFields.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { RestoredNote } from '#web/ui/RestoredNote.tsx'
import { Section } from '#web/ui/Section.tsx'

type Values = TermsValues & { contractorId: string | null; engagementId: string | null; projectId: string | null }
type Preset = Readonly<{ contractor?: string; project?: string }>

/** Who, under which engagement, in which project, on which terms. */
export const AddAssignmentForm = ({ currency }: Readonly<{ currency: string }>) => {
  const { here } = useSession()
  const navigate = useNavigate()
  const preset: Preset = useSearch({ strict: false })
  const initial: Values = {
    ...newTerms(useToday(), currency),
    contractorId: preset.contractor ?? null,
    engagementId: null,
    projectId: preset.project ?? null,
  }
  const form = useCommandForm(addAssignment, {
    initial,
    inputFrom: ({ contractorId: _, engagementId, projectId, ...terms }) => ({
      ...sentTerms(terms),
      engagementId: engagementId ?? '',
      projectId: projectId ?? '',
    }),
    refreshes: ['work'],
    onDone: ({ id }) => void navigate({ to: pathIn(here.slug, `assignments/${id}`) }),
    draft: { name: 'assignment', never: [] },
  })
  const { contractorId, engagementId, projectId } = form.values
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="md" maw={640}>
        {form.isRestored ? <RestoredNote onDiscard={form.discard} /> : null}
        <Section title="Who and for what">
          <Stack gap="md">
            <ContractorPicker
              value={contractorId}
              onChange={(next) => {
                form.setFieldValue('contractorId', next)
                form.setFieldValue('engagementId', null)
              }}
            />
            <EngagementPicker
              contractorId={contractorId}
              value={engagementId}
              onChange={(next) => form.setFieldValue('engagementId', next)}
              error={form.errors.engagementId}
            />
            <ProjectPicker
              value={projectId}
              onChange={(next) => form.setFieldValue('projectId', next)}
              error={form.errors.projectId}
            />
          </Stack>
        </Section>
        <Section title="Terms">
          <Stack gap="md">
            <TermsFields
              values={form.values}
              inputProps={(name) => form.getInputProps(name)}
              errorOf={(name) => form.errors[name]}
              onPricing={(pricing) => form.setFieldValue('pricing', pricing)}
              onCurrency={(next) => form.setFieldValue('price.currency', next)}
            />
          </Stack>
        </Section>
        <ProblemNote problem={form.problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => void navigate({ to: pathIn(here.slug, 'assignments') })}>
            Cancel
          </Button>
          <Button type="submit" loading={form.pending}>
            Save the draft
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
