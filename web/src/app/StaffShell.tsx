import { ActionIcon, Drawer, Tooltip } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconKeyboard, IconLayoutSidebar, IconMenu2 } from '@tabler/icons-react'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { accountNavigation } from '#web/app/accountNavigation.ts'
import { ColourSchemeMenu } from '#web/app/ColourSchemeMenu.tsx'
import { MeMenu } from '#web/app/MeMenu.tsx'
import { Navigation } from '#web/app/Navigation.tsx'
import { OrganizationSwitch } from '#web/app/OrganizationSwitch.tsx'
import { SearchButton } from '#web/app/SearchButton.tsx'
import { SkipLink } from '#web/app/SkipLink.tsx'
import { useFocusOnArrival } from '#web/app/useFocusOnArrival.ts'
import { useSignOut } from '#web/app/useSignOut.ts'
import { WaitingMenu } from '#web/app/WaitingMenu.tsx'
import { useKeys } from '#web/lib/useKeys.ts'
import { Flag, useRemembered } from '#web/lib/useRemembered.ts'
import './Shell.css'

const CommandPalette = lazy(() =>
  import('#web/app/CommandPalette.tsx').then(({ CommandPalette }) => ({ default: CommandPalette })),
)

const KeysDialog = lazy(() => import('#web/app/KeysDialog.tsx').then(({ KeysDialog }) => ({ default: KeysDialog })))

/** The staff side: pages at the left, search and what waits on top, the page in the middle. */
export const StaffShell = () => {
  const [isCollapsed, setIsCollapsed] = useRemembered('navigation-collapsed', Flag, false)
  const [isDrawerOpen, drawer] = useDisclosure()
  const [areKeysOpen, keysDialog] = useDisclosure()
  const [isPaletteOpen, palette] = useDisclosure()
  const signOut = useSignOut()
  const main = useFocusOnArrival()
  useHotkeys([['mod+K', palette.open]], [])
  useKeys({ '?': keysDialog.open })
  return (
    <div className="Shell" data-collapsed={isCollapsed}>
      <SkipLink />
      <header className="Shell-top">
        <ActionIcon className="Shell-burger" aria-label="Pages" onClick={drawer.open}>
          <IconMenu2 size={20} stroke={1.7} aria-hidden />
        </ActionIcon>
        <OrganizationSwitch />
        <SearchButton onClick={palette.open} />
        <div className="Shell-controls">
          <WaitingMenu />
          <Tooltip label="Keyboard">
            <ActionIcon className="Shell-wide" aria-label="Keyboard" onClick={keysDialog.open}>
              <IconKeyboard size={19} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <ColourSchemeMenu />
          <MeMenu pages={accountNavigation} onSignOut={signOut} onKeys={keysDialog.open} />
        </div>
      </header>
      <div className="Shell-side">
        <Navigation isCollapsed={isCollapsed} />
        <Tooltip label={isCollapsed ? 'Show names' : 'Hide names'} position="right">
          <ActionIcon
            className="Shell-collapse"
            aria-label={isCollapsed ? 'Show the names of pages' : 'Hide the names of pages'}
            onClick={() => setIsCollapsed(!isCollapsed)}
          >
            <IconLayoutSidebar size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <main id="content" className="Shell-page" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <Drawer opened={isDrawerOpen} onClose={drawer.close} position="left" size={280} title="Pages">
        <Navigation isCollapsed={false} onGo={drawer.close} />
      </Drawer>
      <Suspense>
        {areKeysOpen ? <KeysDialog onClose={keysDialog.close} /> : null}
        {isPaletteOpen ? <CommandPalette onClose={palette.close} /> : null}
      </Suspense>
    </div>
  )
}
