import { Outlet, useRouterState } from '@tanstack/react-router'
import './RootPage.css'

export const RootPage = () => {
  const isLoading = useRouterState({ select: ({ isLoading }) => isLoading })
  return (
    <>
      {isLoading ? <div className="RootPage-progress" role="progressbar" aria-label="Loading the page" /> : null}
      <Outlet />
    </>
  )
}
