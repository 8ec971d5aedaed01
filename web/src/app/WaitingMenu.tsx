import { ActionIcon, Popover, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBell } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useSession } from '#web/app/session.ts'
import { useMyPages } from '#web/app/useMyPages.ts'
import { useWaiting } from '#web/app/waiting.ts'
import { formatCount } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'

/** What waits for me, over all pages: the same counts as beside the pages, in one place. */
export const WaitingMenu = () => {
  const { here } = useSession()
  const counts = useWaiting()
  const waiting = useMyPages()
    .map(({ label, path }) => ({ label, path, count: counts.get(path) ?? 0 }))
    .filter(({ count }) => count > 0)
  const total = waiting.reduce((sum, { count }) => sum + count, 0)
  const [isOpen, menu] = useDisclosure()
  const label = total === 0 ? 'Nothing waits for you' : `${formatCount(total)} waiting for you`
  return (
    <Popover opened={isOpen} onChange={menu.set} position="bottom-end" width={280} trapFocus>
      <Popover.Target>
        <Tooltip label={label}>
          <ActionIcon className="Shell-bell" aria-label={label} onClick={menu.toggle}>
            <IconBell size={19} stroke={1.6} aria-hidden />
            {total > 0 ? <span className="Shell-dot" aria-hidden /> : null}
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label="What waits for you" p={6}>
        {total === 0 ? <p className="Shell-nothing">Nothing waits for you.</p> : null}
        {waiting.map(({ label: page, path, count }) => (
          <Link key={path} to={pathIn(here.slug, path)} className="Shell-waiting" onClick={menu.close}>
            <span>{page}</span>
            <span className="numbers">{formatCount(count)}</span>
          </Link>
        ))}
      </Popover.Dropdown>
    </Popover>
  )
}
