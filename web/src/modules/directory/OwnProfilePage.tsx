import { Anchor, Button, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Link } from '@tanstack/react-router'
import { changeOwnProfile, type OwnProfileView, viewOwnProfile } from '#modules/directory/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import { profileValues, sentProfile } from '#web/modules/directory/contractorValues.ts'
import { OwnAvailability } from '#web/modules/directory/OwnAvailability.tsx'
import { ProfileFields } from '#web/modules/directory/ProfileFields.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { RestoredNote } from '#web/ui/RestoredNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** What the company has on file about the contractor who looks, theirs to keep right. */
export const OwnProfilePage = () => {
  const { data, error, refetch } = useView(viewOwnProfile, {})
  return (
    <>
      <PageHeader title="Your profile" subtitle="This is what people see when they look for somebody to work with." />
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {data || error ? null : <SkeletonList rows={6} label="Loading your profile" shape="lines" />}
      {data ? (
        // After a change the forms start from what is on file now.
        <Stack gap="lg" key={data.version}>
          <OwnAvailability profile={data} />
          <ProfileForm profile={data} />
        </Stack>
      ) : null}
    </>
  )
}

const ProfileForm = ({ profile }: Readonly<{ profile: OwnProfileView }>) => {
  const { here } = useSession()
  const form = useCommandForm(changeOwnProfile, {
    initial: profileValues(profile),
    inputFrom: (values) => ({ ...sentProfile(values), version: profile.version }),
    refreshes: ['directory'],
    onDone: () => notifications.show({ message: 'Your profile is saved.' }),
    draft: { name: 'own-profile', never: [] },
  })
  return (
    <Section title="About you">
      <form onSubmit={form.submit} noValidate>
        <Stack gap="md">
          {form.isRestored ? <RestoredNote onDiscard={form.discard} /> : null}
          <ProfileFields
            inputProps={(name) => form.getInputProps(name)}
            email={
              <TextInput
                label="E-mail"
                value={profile.email}
                disabled
                description={
                  <>
                    You sign in with it, and warnings about your account go here. You change it under{' '}
                    <Anchor component={Link} to={pathIn(here.slug, 'portal/security')} fz="inherit">
                      Security
                    </Anchor>
                    .
                  </>
                }
              />
            }
          />
          <ProblemNote problem={form.problem} />
          <Button type="submit" loading={form.pending} fullWidth>
            Save
          </Button>
        </Stack>
      </form>
    </Section>
  )
}
