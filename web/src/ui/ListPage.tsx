import type { ReactNode } from 'react'
import './ListPage.css'

/** A page whose list fills what is left of a desktop window and scrolls by itself; on a phone the page scrolls. */
export const ListPage = ({ children }: Readonly<{ children: ReactNode }>) => (
  <div className="ListPage">{children}</div>
)
