import { Tabs } from '@mantine/core'
import type { ComponentProps, ReactNode } from 'react'
import { useTab } from '#web/lib/useTab.ts'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import './DetailLayout.css'

export type DetailTab = Readonly<{
  /** In the address as `?tab=`, so a link opens the same tab. */
  id: string
  label: string
  count?: number
  content: ReactNode
}>

type DetailLayoutProps = ComponentProps<typeof PageHeader> &
  Readonly<{
    /** `<Blockers …/>`; shows nothing when nothing is in the way. */
    blockers?: ReactNode
    /** One tab shows no tab bar. */
    tabs: readonly [DetailTab, ...DetailTab[]]
    /** At the right: `Section`s with a `FactList`, the `Timeline`. */
    rail?: ReactNode
  }>

/** Every detail page: title with its state and the one primary action, blockers, tabs, facts and timeline at the right. */
export const DetailLayout = ({ blockers, tabs, rail, ...header }: DetailLayoutProps) => (
  <div className="DetailLayout">
    <PageHeader {...header} />
    {blockers}
    <div className="DetailLayout-columns" data-rail={rail !== undefined}>
      <div className="DetailLayout-main">{tabs.length === 1 ? tabs[0].content : <DetailTabs tabs={tabs} />}</div>
      {rail === undefined ? null : <aside className="DetailLayout-rail">{rail}</aside>}
    </div>
  </div>
)

const DetailTabs = ({ tabs }: Pick<DetailLayoutProps, 'tabs'>) => {
  const [tab, setTab] = useTab(tabs.map(({ id }) => id))
  const active = tab ?? tabs[0].id
  return (
    <Tabs value={active} onChange={(next) => setTab(next ?? tabs[0].id)} keepMounted={false}>
      <Tabs.List>
        {tabs.map(({ id, label, count }) => (
          <Tabs.Tab key={id} value={id}>
            {label}
            {count === undefined ? null : <span className="DetailLayout-count numbers">{count}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ id, content }) => (
        <Tabs.Panel key={id} value={id} className="DetailLayout-panel">
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
