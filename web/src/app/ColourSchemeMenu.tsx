import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import './ColourSchemeMenu.css'

const schemes = [
  { value: 'auto', label: 'As my system', icon: IconDeviceDesktop },
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
] as const

/** Light, dark, or as the system has it. */
export const ColourSchemeMenu = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu width={180}>
      <Menu.Target>
        <Tooltip label="Light or dark">
          <ActionIcon aria-label="Light or dark">
            <IconSun size={18} stroke={1.7} aria-hidden className="ColourSchemeMenu-light" />
            <IconMoon size={18} stroke={1.7} aria-hidden className="ColourSchemeMenu-dark" />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(({ value, label, icon: Icon }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => setColorScheme(value)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
