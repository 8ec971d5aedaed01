import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useSession } from '#web/app/session.ts'
import { settingsNavigation } from '#web/app/settingsNavigation.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import './SettingsPages.css'

/** Everything below `/northwind/settings`: its pages at the left, on a phone in a row above, and the one that is open. */
export const SettingsPages = () => {
  const { here } = useSession()
  const mine = settingsNavigation.filter(
    ({ permission, module }) => here.can.includes(permission) && (!module || !here.modulesOff.includes(module)),
  )
  const nav = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // On a phone the row is wider than the screen: the page that is open comes into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another open page.
  useEffect(() => {
    nav.current?.querySelector('[data-status="active"]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname])
  return (
    <div className="SettingsPages">
      <nav ref={nav} className="SettingsPages-nav" aria-label="Settings">
        <p className="SettingsPages-title">Settings</p>
        <ul>
          {mine.map(({ label, path }) => (
            <li key={path}>
              <Link
                to={pathIn(here.slug, path)}
                className="SettingsPages-link"
                activeOptions={{ includeSearch: false }}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="SettingsPages-page">
        <Outlet />
      </div>
    </div>
  )
}
