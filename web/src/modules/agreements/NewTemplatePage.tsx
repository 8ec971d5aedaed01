import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { NewTemplate } from '#web/modules/agreements/TemplateForm.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'

export const NewTemplatePage = () => {
  const { here } = useSession()
  return (
    <>
      <PageHeader
        back={{ to: pathIn(here.slug, 'agreements/templates'), label: 'Templates' }}
        title="A new template"
        subtitle="Have a lawyer read it before it is sent."
      />
      <NewTemplate />
    </>
  )
}
