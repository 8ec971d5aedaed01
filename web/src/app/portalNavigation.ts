import { IconBriefcase, IconCash, IconFileInvoice, IconFileText, IconHome } from '@tabler/icons-react'
import type { ComponentType } from 'react'

type Page = Readonly<{
  label: string
  /** Below `/portal`; empty for its first page. */
  path: string
  /** Not shown while the organization has this switched off. */
  module?: string
}>

export type PortalNavigationItem = Page &
  Readonly<{
    icon: ComponentType<{ size?: number; stroke?: number }>
    /** The pages under one tab; it leads to the first of them that is on. */
    pages?: readonly Page[]
  }>

/** The places for papers, under the one tab at the thumb. */
const papers: readonly Page[] = [
  { label: 'Agreements', path: 'agreements', module: 'agreements' },
  { label: 'Tax forms', path: 'tax', module: 'tax' },
  { label: 'Bank account', path: 'payout' },
]

/**
 * The tabs of the contractor's side: at most five, so that each is as wide as a thumb. A module adds its line here;
 * pages about oneself are in `accountNavigation.ts`.
 */
const portalNavigation: readonly PortalNavigationItem[] = [
  { label: 'Home', icon: IconHome, path: '' },
  { label: 'Work', icon: IconBriefcase, path: 'work', module: 'work' },
  { label: 'Invoices', icon: IconFileInvoice, path: 'invoices', module: 'invoices' },
  { label: 'Payments', icon: IconCash, path: 'payments', module: 'payments' },
  { label: 'Papers', icon: IconFileText, path: 'papers', pages: papers },
]

const isOn =
  (modulesOff: readonly string[]) =>
  ({ module }: Page): boolean =>
    module === undefined || !modulesOff.includes(module)

/** The tabs of the modules that are on. */
export const portalTabs = (modulesOff: readonly string[]): readonly PortalNavigationItem[] =>
  portalNavigation.filter(isOn(modulesOff)).flatMap((tab) => {
    if (!tab.pages) return [tab]
    const pages = tab.pages.filter(isOn(modulesOff))
    return pages[0] ? [{ ...tab, path: pages[0].path, pages }] : []
  })

/** The papers of the modules that are on. */
export const paperPages = (modulesOff: readonly string[]): readonly Page[] => papers.filter(isOn(modulesOff))
