import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type CommandGroup, commandSources } from '#web/app/commandSources.ts'
import './CommandPalette.css'

type CommandPaletteProps = Readonly<{ onClose: () => void }>

/**
 * Search and commands: type, press Enter. Not Mantine's Spotlight, which does not tell a screen reader which entry is
 * chosen; its Combobox does.
 */
export const CommandPalette = ({ onClose }: CommandPaletteProps) => {
  const [query, setQuery] = useState('')
  const navigate = useNavigate()
  const combobox = useCombobox({ opened: true, onDropdownClose: onClose })
  const groups = useCommands(query.trim())
  const found = groups.flatMap(({ commands }) => commands)
  const firstId = found[0]?.id
  const { selectFirstOption, resetSelectedOption } = combobox
  useEffect(() => {
    if (firstId === undefined) resetSelectedOption()
    else selectFirstOption()
  }, [firstId, selectFirstOption, resetSelectedOption])
  const go = (id: string) => {
    const command = found.find((one) => one.id === id)
    if (!command) return
    onClose()
    void navigate({ to: command.to })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      size={580}
      padding={0}
      yOffset="12vh"
      classNames={{ body: 'Palette' }}
      attributes={{ content: { 'aria-label': 'Search and commands' } }}
    >
      <Combobox store={combobox} onOptionSubmit={go}>
        <Combobox.EventsTarget>
          <TextInput
            className="Palette-search"
            variant="unstyled"
            aria-label="Search people and pages"
            placeholder="Search people and pages…"
            leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            data-autofocus
          />
        </Combobox.EventsTarget>
        <Combobox.Options className="Palette-found" aria-label="Found">
          {groups.map((group) => (group.commands.length === 0 ? null : <Group key={group.title} group={group} />))}
          {found.length === 0 ? (
            <Combobox.Empty>
              {groups.some(({ isAsking }) => isAsking) ? 'Looking…' : 'Nothing is called that.'}
            </Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox>
    </Modal>
  )
}

const Group = ({ group }: Readonly<{ group: CommandGroup }>) => (
  <Combobox.Group label={group.title}>
    {group.commands.map(({ id, label, detail, icon: Icon }) => (
      <Combobox.Option key={id} value={id} className="Palette-option">
        <Icon size={18} stroke={1.6} />
        <span className="Palette-words">
          <span>{label}</span>
          {detail === undefined ? null : <span className="Palette-detail">{detail}</span>}
        </span>
      </Combobox.Option>
    ))}
  </Combobox.Group>
)

/** The list of sources never changes while the app runs, so their hooks are always called in the same order. */
const useCommands = (query: string): readonly CommandGroup[] =>
  // biome-ignore lint/correctness/useHookAtTopLevel: always the same hooks in the same order, see above.
  commandSources.map((useSource) => useSource(query))
