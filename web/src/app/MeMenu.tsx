import { Menu, UnstyledButton } from '@mantine/core'
import { IconKeyboard, IconLogout } from '@tabler/icons-react'
import { useSession } from '#web/app/session.ts'
import { Initials } from '#web/ui/PersonName.tsx'
import './MeMenu.css'

type MeMenuProps = Readonly<{
  onSignOut: () => void
  /** Absent where there are no single keys, as in the portal. */
  onKeys?: () => void
}>

export const MeMenu = ({ onSignOut, onKeys }: MeMenuProps) => {
  const { person } = useSession()
  return (
    <Menu width={240}>
      <Menu.Target>
        <UnstyledButton className="MeMenu" aria-label={`Signed in as ${person.name}`}>
          <Initials name={person.name} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="MeMenu-person">
          <strong>{person.name}</strong>
          <span>{person.email}</span>
        </div>
        <Menu.Divider />
        {onKeys ? (
          <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={onKeys}>
            Keyboard
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={onSignOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
