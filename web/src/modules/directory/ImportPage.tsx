import { Stepper } from '@mantine/core'
import { useState } from 'react'
import { type ImportField, type ImportPreview, previewImport } from '#modules/directory/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { ImportCheck } from '#web/modules/directory/ImportCheck.tsx'
import { ImportColumns } from '#web/modules/directory/ImportColumns.tsx'
import { ImportDone, type Imported } from '#web/modules/directory/ImportDone.tsx'
import { FileDrop } from '#web/ui/FileDrop.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import './ImportPage.css'

/** A file that the server has looked at, and what it makes of it. */
export type Looked = Readonly<{ file: File; preview: ImportPreview; country: string | null }>

type Step = 'file' | 'columns' | 'check' | 'done'
const steps: readonly Step[] = ['file', 'columns', 'check', 'done']

/** A list of contractors from a spreadsheet: drop it, say what its columns are, see what each row will do, import. */
export const ImportPage = () => {
  const { here } = useSession()
  const [step, setStep] = useState<Step>('file')
  const [looked, setLooked] = useState<Looked>()
  const [imported, setImported] = useState<Imported>()
  const list = pathIn(here.slug, 'contractors')
  return (
    <>
      <PageHeader
        back={{ to: list, label: 'Contractors' }}
        title="Import contractors"
        subtitle="From a spreadsheet saved as CSV. Nothing changes until you have seen what each row will do."
      />
      <Stepper
        active={step === 'done' ? steps.length : steps.indexOf(step)}
        size="xs"
        className="ImportPage-steps"
        aria-label="Steps"
      >
        <Stepper.Step label="File" />
        <Stepper.Step label="Columns" />
        <Stepper.Step label="Check" />
        <Stepper.Step label="Done" />
      </Stepper>
      {step === 'file' ? <ChooseFile onLooked={(next) => [setLooked(next), setStep('columns')]} /> : null}
      {step === 'columns' && looked ? (
        <ImportColumns
          looked={looked}
          onBack={() => setStep('file')}
          onLooked={(next) => {
            setLooked(next)
            setStep('check')
          }}
        />
      ) : null}
      {step === 'check' && looked ? (
        <ImportCheck
          looked={looked}
          onBack={() => setStep('columns')}
          onImported={(next) => {
            setImported(next)
            setStep('done')
          }}
        />
      ) : null}
      {step === 'done' && imported ? <ImportDone imported={imported} list={list} /> : null}
    </>
  )
}

const ChooseFile = ({ onLooked }: Readonly<{ onLooked: (looked: Looked) => void }>) => (
  <Section>
    <FileDrop
      endpoint={previewImport}
      inputFor={() => ({})}
      accept=".csv,.tsv,.txt,text/csv"
      label="Your list of contractors"
      description="CSV with a line of headers, up to 10 MB and 20,000 rows. Names and e-mail addresses are enough."
      onUploaded={(preview, file) => onLooked({ file, preview, country: null })}
    />
  </Section>
)

export const columnsOf = ({ columns }: ImportPreview): ImportField[] => columns.map(({ field }) => field)
