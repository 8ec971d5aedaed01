import { Link } from '@tanstack/react-router'
import { paperPages } from '#web/app/portalNavigation.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import './PapersTabs.css'

/** The places for papers in the portal, under the one tab at the thumb. */
export const PapersTabs = () => {
  const { here } = useSession()
  return (
    <nav className="PapersTabs" aria-label="Papers">
      {paperPages(here.modulesOff).map(({ path, label }) => (
        <Link
          key={path}
          to={pathIn(here.slug, `portal/${path}`)}
          className="PapersTabs-tab"
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
