import { Button, Group, SegmentedControl, Switch } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ImportCounts, importContractors } from '#modules/directory/contract.ts'
import { formatCount } from '#web/lib/formatMoney.ts'
import { refresh } from '#web/lib/queries.ts'
import type { Imported } from '#web/modules/directory/ImportDone.tsx'
import type { Looked } from '#web/modules/directory/ImportPage.tsx'
import { ImportRows } from '#web/modules/directory/ImportRows.tsx'
import { useImportFile } from '#web/modules/directory/useImportFile.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'

type ImportCheckProps = Readonly<{
  looked: Looked
  onBack: () => void
  onImported: (imported: Imported) => void
}>

type Shown = 'refused' | 'new' | 'changed' | 'unchanged'

/** What each row will do, the mistakes first; then the one press that does it. */
export const ImportCheck = ({ looked, onBack, onImported }: ImportCheckProps) => {
  const { file, preview, country } = looked
  const { counts, rows, columns } = preview
  const [shown, setShown] = useState<Shown>(firstOf(counts))
  const [skips, setSkips] = useState(false)
  const client = useQueryClient()
  const importing = useImportFile(importContractors, file)
  const doesNothing = counts.new + counts.changed === 0
  const isHeld = counts.refused > 0 && !skips
  const act = () =>
    importing.send(
      {
        columns: columns.map(({ field }) => field),
        badRows: skips ? 'skip' : 'stop',
        ...(country === null ? {} : { country }),
      },
      (answer) => {
        void refresh(client, ['directory'])
        onImported(answer)
      },
    )
  return (
    <Section title="What each row will do" description={summaryOf(counts)}>
      {choicesOf(counts).length > 1 ? (
        <SegmentedControl
          aria-label="Rows to show"
          data={choicesOf(counts)}
          value={shown}
          onChange={(next) => setShown(choices.find((choice) => choice === next) ?? 'new')}
        />
      ) : null}
      <ImportRows rows={rows.filter(({ outcome }) => outcome === shown)} total={counts[shown]} />
      {counts.refused > 0 ? (
        <Switch
          mt="lg"
          label={`Leave out ${said(counts.refused, 'row', 'rows')} with mistakes`}
          description="Or mend them in the file and drop it again."
          checked={skips}
          onChange={(event) => setSkips(event.currentTarget.checked)}
        />
      ) : null}
      <ProblemNote problem={importing.problem} />
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onBack}>
          Back to the columns
        </Button>
        <Button onClick={() => void act()} loading={importing.isSending} disabled={doesNothing || isHeld}>
          {actFor(counts)}
        </Button>
      </Group>
    </Section>
  )
}

const choices = ['refused', 'new', 'changed', 'unchanged'] as const

const words: Readonly<Record<Shown, string>> = {
  refused: 'With mistakes',
  new: 'New',
  changed: 'Changed',
  unchanged: 'As before',
}

const choicesOf = (counts: ImportCounts) =>
  choices
    .filter((choice) => counts[choice] > 0)
    .map((value) => ({ value, label: `${words[value]} ${formatCount(counts[value])}` }))

const firstOf = (counts: ImportCounts): Shown => choices.find((choice) => counts[choice] > 0) ?? 'new'

const summaryOf = (counts: ImportCounts): string =>
  [
    said(counts.new, 'is new', 'are new'),
    said(counts.changed, 'changes', 'change'),
    said(counts.unchanged, 'stays as it is', 'stay as they are'),
    said(counts.refused, 'has a mistake', 'have mistakes'),
  ]
    .filter((part) => part !== '')
    .join(' · ')

const said = (count: number, one: string, many: string): string =>
  count === 0 ? '' : `${formatCount(count)} ${count === 1 ? one : many}`

const actFor = (counts: ImportCounts): string => {
  const people = (count: number) => said(count, 'contractor', 'contractors')
  if (counts.new + counts.changed === 0) return 'Nothing to import'
  if (counts.changed === 0) return `Add ${people(counts.new)}`
  if (counts.new === 0) return `Change ${people(counts.changed)}`
  return `Add ${people(counts.new)}, change ${formatCount(counts.changed)}`
}
