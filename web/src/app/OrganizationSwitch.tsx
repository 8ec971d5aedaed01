import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconSelector } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { BrandMark } from '#web/app/BrandMark.tsx'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'

/** The organization; a menu for whoever belongs to several. */
export const OrganizationSwitch = () => {
  const { organizations, here } = useSession()
  if (organizations.length === 1) {
    return (
      <Link to={pathIn(here.slug)} className="Shell-brand">
        <BrandMark />
      </Link>
    )
  }
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <UnstyledButton className="Shell-brand" aria-label={`Organization: ${here.name}`}>
          <BrandMark />
          <IconSelector size={15} aria-hidden className="Shell-selector" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Organizations</Menu.Label>
        {organizations.map(({ slug, name }) => (
          <Menu.Item
            key={slug}
            component={Link}
            to={pathIn(slug)}
            rightSection={slug === here.slug ? <IconCheck size={15} aria-label="open now" /> : null}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
