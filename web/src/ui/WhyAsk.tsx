import type { ReactNode } from 'react'
import './WhyAsk.css'

/** "Why do you ask?": beside every question that is personal, answered without leaving it. */
export const WhyAsk = ({ children }: Readonly<{ children: ReactNode }>) => (
  <details className="WhyAsk">
    <summary>Why do you ask?</summary>
    <p>{children}</p>
  </details>
)
