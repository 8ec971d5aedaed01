import { Tooltip } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type NavigationItem, navigationGroups } from '#web/app/navigation.ts'
import { useSession } from '#web/app/session.ts'
import { useMyPages } from '#web/app/useMyPages.ts'
import { useWaiting } from '#web/app/waiting.ts'
import { formatCount } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import './Navigation.css'

type NavigationProps = Readonly<{
  isCollapsed: boolean
  /** A phone's drawer closes when somewhere was chosen. */
  onGo?: () => void
}>

/** The pages this person may open, grouped in the order of the work. */
export const Navigation = ({ isCollapsed, onGo }: NavigationProps) => {
  const { here } = useSession()
  const mine = useMyPages()
  return (
    <nav className="Navigation" aria-label="Pages" data-collapsed={isCollapsed}>
      {navigationGroups.map((group) => {
        const items = mine.filter((item) => item.group === group)
        return items.length === 0 ? null : (
          <div key={group} className="Navigation-group">
            <p className="Navigation-title">{group}</p>
            <ul>
              {items.map((item) => (
                <li key={item.path}>
                  <NavigationLink item={item} organization={here.slug} isCollapsed={isCollapsed} onGo={onGo} />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}

type NavigationLinkProps = Readonly<{
  item: NavigationItem
  organization: string
  isCollapsed: boolean
  onGo: (() => void) | undefined
}>

const NavigationLink = ({ item, organization, isCollapsed, onGo }: NavigationLinkProps) => {
  const { label, icon: Icon, path } = item
  const waiting = useWaiting().get(path)
  const link = (
    <Link
      to={pathIn(organization, path)}
      className="Navigation-link"
      activeOptions={{ includeSearch: false }}
      onClick={() => onGo?.()}
    >
      <Icon size={18} stroke={1.7} />
      <span className="Navigation-label">{label}</span>
      {waiting ? (
        <span className="Navigation-count numbers">
          <span aria-hidden>{formatCount(waiting)}</span>
          <span className="Navigation-spoken">{formatCount(waiting)} waiting for you</span>
        </span>
      ) : null}
    </Link>
  )
  return isCollapsed ? (
    <Tooltip label={label} position="right" openDelay={0}>
      {link}
    </Tooltip>
  ) : (
    link
  )
}
