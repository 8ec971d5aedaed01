import { Menu, UnstyledButton } from '@mantine/core'
import { IconKeyboard, IconLogout } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { AccountItem } from '#web/app/accountNavigation.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { Initials } from '#web/ui/PersonName.tsx'
import './MeMenu.css'

type MeMenuProps = Readonly<{
  pages: readonly AccountItem[]
  onSignOut: () => void
  /** Absent where there are no single keys, as in the portal. */
  onKeys?: () => void
}>

export const MeMenu = ({ pages, onSignOut, onKeys }: MeMenuProps) => {
  const { person, here } = useSession()
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
        {pages.map(({ label, icon: Icon, path }) => (
          <Menu.Item key={path} component={Link} to={pathIn(here.slug, path)} leftSection={<Icon size={16} />}>
            {label}
          </Menu.Item>
        ))}
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
