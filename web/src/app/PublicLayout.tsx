import { Outlet } from '@tanstack/react-router'
import { BrandMark } from '#web/app/BrandMark.tsx'
import { ColourSchemeMenu } from '#web/app/ColourSchemeMenu.tsx'
import './PublicLayout.css'

/** Pages for whoever is not signed in: the organization's mark, one thing in the middle, nothing else. */
export const PublicLayout = () => (
  <div className="Public">
    <header className="Public-top">
      <BrandMark />
      <ColourSchemeMenu />
    </header>
    <main className="Public-page">
      <Outlet />
    </main>
  </div>
)
