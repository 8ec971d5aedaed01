import { Button, Group, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { removeLogo, setLogo, uploadFile } from '#modules/files/contract.ts'
import type { OrganizationView } from '#modules/organizations/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { FileDrop } from '#web/ui/FileDrop.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import './LogoField.css'

const refreshes = ['organizations', 'access.me']

/** The logo: shown as it is, replaced by dropping another, or done without. */
export const LogoField = ({ organization }: Readonly<{ organization: OrganizationView }>) => {
  const { slug, version, logoFileId } = organization
  const choosing = useCommand(setLogo, refreshes)
  const removing = useCommand(removeLogo, refreshes)
  return (
    <Section title="Logo" description="Without one, the first letter of the name stands on the colour.">
      <Stack gap="md">
        {logoFileId === null ? null : (
          <Group justify="space-between">
            <div className="LogoField-grounds">
              <img className="LogoField-logo" data-ground="light" src={addressOf(slug, logoFileId)} alt="The logo" />
              <img className="LogoField-logo" data-ground="dark" src={addressOf(slug, logoFileId)} alt="" />
            </div>
            <Button variant="default" loading={removing.isPending} onClick={() => removing.mutate({ version })}>
              Remove the logo
            </Button>
          </Group>
        )}
        <FileDrop
          endpoint={uploadFile}
          inputFor={({ name }) => ({ name })}
          accept="image/png,image/jpeg"
          label={logoFileId === null ? 'Your logo' : 'Another logo'}
          description="PNG or JPEG, up to 2 MB. A PNG with a clear ground looks right in the light and in the dark."
          onUploaded={({ id: fileId }) =>
            choosing.mutate(
              { fileId, version },
              { onSuccess: () => notifications.show({ message: 'The logo is on every page from now on.' }) },
            )
          }
        />
        <ProblemNote problem={choosing.error ?? removing.error} />
      </Stack>
    </Section>
  )
}

/** Another address for another logo: browsers keep showing a picture they have. */
const addressOf = (slug: string, fileId: string): string => `/api/v1/brands/${slug}/logo?v=${fileId}`
