import { Blocks } from '#web/modules/agreements/AgreementText.tsx'
import { previewBlocks } from '#web/modules/agreements/previewBlocks.ts'
import { Section } from '#web/ui/Section.tsx'

/** The text as it will read, merge fields in brackets. */
export const TemplatePreview = ({ name, body }: Readonly<{ name: string; body: string }>) => (
  <Section title={name === '' ? 'Preview' : name} description="What is in brackets is filled in when it is sent.">
    <article className="AgreementText" aria-label="Preview">
      {body.trim() === '' ? (
        'Write the text, and it is shown here.'
      ) : (
        <Blocks blocks={previewBlocks(body)} startsAt={3} />
      )}
    </article>
  </Section>
)
