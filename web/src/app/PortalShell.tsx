import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { portalAccountNavigation } from '#web/app/accountNavigation.ts'
import { BrandMark } from '#web/app/BrandMark.tsx'
import { ColourSchemeMenu } from '#web/app/ColourSchemeMenu.tsx'
import { MeMenu } from '#web/app/MeMenu.tsx'
import { portalTabs } from '#web/app/portalNavigation.ts'
import { SkipLink } from '#web/app/SkipLink.tsx'
import { StandingNote } from '#web/app/StandingNote.tsx'
import { useSession } from '#web/app/session.ts'
import { useFocusOnArrival } from '#web/app/useFocusOnArrival.ts'
import { useSignOut } from '#web/app/useSignOut.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import './PortalShell.css'

/** As the router marks the link of the page that is open. */
const active = { 'data-status': 'active', 'aria-current': 'true' } as const

/** The contractor's side, made for a phone: the brand on top, a few big tabs at the thumb, one column between. */
export const PortalShell = () => {
  const { here } = useSession()
  const signOut = useSignOut()
  const main = useFocusOnArrival()
  const { pathname } = useLocation()
  return (
    <div className="Portal">
      <SkipLink />
      <header className="Portal-top">
        <Link to={pathIn(here.slug, 'portal')} className="Portal-brand">
          <BrandMark />
        </Link>
        <div className="Portal-controls">
          <ColourSchemeMenu />
          <MeMenu pages={portalAccountNavigation} onSignOut={signOut} />
        </div>
      </header>
      <main id="content" className="Portal-page" ref={main} tabIndex={-1}>
        <StandingNote standing={here.standing} />
        <Outlet />
      </main>
      <nav className="Portal-tabs" aria-label="Pages">
        {portalTabs(here.modulesOff).map(({ label, icon: Icon, path, pages = [] }) => (
          <Link
            key={label}
            {...(pages.some((page) => pathname.startsWith(pathIn(here.slug, `portal/${page.path}`))) ? active : {})}
            to={pathIn(here.slug, path === '' ? 'portal' : `portal/${path}`)}
            className="Portal-tab"
            activeOptions={{ exact: path === '', includeSearch: false }}
          >
            <Icon size={21} stroke={1.7} />
            <span>{label}</span>
          </Link>
        ))}
      </nav>
    </div>
  )
}
