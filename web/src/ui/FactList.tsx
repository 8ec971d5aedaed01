import type { ReactNode } from 'react'
import './FactList.css'

export type Fact = Readonly<{
  label: string
  value: ReactNode
}>

type FactListProps = Readonly<{
  facts: readonly Fact[]
  /** Labels beside the values, or above them where the column is narrow. */
  layout?: 'beside' | 'above'
}>

/** Names and values. A missing value is an em dash, so that nothing looks forgotten by the page. */
export const FactList = ({ facts, layout = 'beside' }: FactListProps) => (
  <dl className="FactList" data-layout={layout}>
    {facts.map(({ label, value }) => (
      <div key={label} className="FactList-fact">
        <dt>{label}</dt>
        <dd>{value === undefined || value === null || value === '' ? '—' : value}</dd>
      </div>
    ))}
  </dl>
)
