import { Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import type { importContractors } from '#modules/directory/contract.ts'
import { formatCount } from '#web/lib/formatMoney.ts'
import { ImportRows } from '#web/modules/directory/ImportRows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { StatTile, StatTiles } from '#web/ui/StatTile.tsx'

export type Imported = z.output<typeof importContractors.output>

/** What an import did, and the rows it left out, to be mended. */
export const ImportDone = ({
  imported: { counts, refused },
  list,
}: Readonly<{ imported: Imported; list: string }>) => (
  <>
    <StatTiles>
      <StatTile label="Added" value={formatCount(counts.new)} detail="as drafts, ready to be invited" />
      <StatTile label="Changed" value={formatCount(counts.changed)} />
      <StatTile label="As before" value={formatCount(counts.unchanged)} />
    </StatTiles>
    {refused.length > 0 ? (
      <Section
        title={refused.length === 1 ? '1 row was left out' : `${formatCount(refused.length)} rows were left out`}
        description="Mend them and import the file again: what is in already stays as it is."
      >
        <ImportRows rows={refused.slice(0, 500)} total={refused.length} />
      </Section>
    ) : null}
    <Group justify="flex-end">
      <Button component={Link} to={`${list}?sort=-added`}>
        Open the list
      </Button>
    </Group>
  </>
)
