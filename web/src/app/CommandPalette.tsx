import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { commandSources } from '#web/app/commandSources.ts'
import '@mantine/spotlight/styles.layer.css'
import './CommandPalette.css'

const [store, palette] = createSpotlight()

/** Search and commands. Opened anew each time it is called. */
export const CommandPalette = ({ calls }: Readonly<{ calls: number }>) => {
  const [query, setQuery] = useState('')
  const navigate = useNavigate()
  useEffect(() => {
    if (calls > 0) palette.open()
  }, [calls])
  const groups = useCommands(query.trim())
  const isAsking = groups.some((group) => group.isAsking)
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      scrollable
      maxHeight={420}
      size={580}
      radius="lg"
      overlayProps={{ blur: 0 }}
      aria-label="Search and commands"
    >
      <Spotlight.Search
        placeholder="Search people and pages…"
        aria-label="Search people and pages"
        leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
      />
      <Spotlight.ActionsList aria-label="Found">
        {groups.map(({ title, commands }) =>
          commands.length === 0 ? null : (
            <Spotlight.ActionsGroup key={title} label={title}>
              {commands.map(({ id, label, detail, icon: Icon, to }) => (
                <Spotlight.Action
                  key={id}
                  label={label}
                  {...(detail === undefined ? {} : { description: detail })}
                  leftSection={<Icon size={18} stroke={1.6} />}
                  onClick={() => void navigate({ to })}
                />
              ))}
            </Spotlight.ActionsGroup>
          ),
        )}
        {groups.every(({ commands }) => commands.length === 0) ? (
          <Spotlight.Empty>{isAsking ? 'Looking…' : 'Nothing is called that.'}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** The list of sources never changes while the app runs, so their hooks are always called in the same order. */
const useCommands = (query: string) =>
  // biome-ignore lint/correctness/useHookAtTopLevel: always the same hooks in the same order, see above.
  commandSources.map((useSource) => useSource(query))
