import { Stack, Switch } from '@mantine/core'
import type { z } from 'zod'
import { changeModules, listModules } from '#modules/organizations/contract.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useView } from '#web/lib/useView.ts'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

/** What this organization uses of Muster. */
export const ModulesPage = () => {
  const { data, error, refetch } = useView(listModules, {})
  return (
    <>
      <PageHeader
        title="Modules"
        subtitle="What you do elsewhere is switched off and gone from the pages. Nothing that is on file is lost."
      />
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      <Section>
        {data ? <Switches {...data} /> : null}
        {data || error ? null : <SkeletonList rows={7} label="Loading the modules" shape="lines" />}
      </Section>
    </>
  )
}

type Modules = z.output<(typeof listModules)['output']>

const Switches = ({ items, version, can }: Modules) => {
  const change = useCommand(changeModules, ['organizations', 'access.me'])
  const turn = (turned: string, isOn: boolean) => {
    const off = items.filter((module) => (module.name === turned ? !isOn : !module.isOn)).map(({ name }) => name)
    change.mutate({ off, version })
  }
  return (
    <Stack gap="lg">
      <ProblemNote problem={change.error} />
      {items.map(({ name, title, about, needs, isOn }) => (
        <Switch
          key={name}
          label={title}
          description={describing(about, needs, items)}
          checked={isOn}
          disabled={!can.change || change.isPending}
          onChange={(event) => turn(name, event.currentTarget.checked)}
        />
      ))}
    </Stack>
  )
}

const describing = (about: string, needs: readonly string[], items: Modules['items']): string => {
  const needed = items.filter(({ name }) => needs.includes(name)).map(({ title }) => title.toLowerCase())
  return needed.length === 0 ? about : `${about}. Needs ${needed.join(' and ')}`
}
