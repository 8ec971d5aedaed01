import type { Standing } from '#kernel/standing.ts'
import './StandingNote.css'

const says: Readonly<Partial<Record<Standing, string>>> = {
  paused:
    'Your work here is paused. Invoices for work you have done and everything of yours stay open; new work is not.',
  ended:
    'Your work here has ended. You can hand in your last invoices for 90 days; then you can still read and download what is yours.',
  closed: 'Your work here is over. You can read and download what is yours and keep your address current.',
  banned:
    'You can read and download what is yours here, and nothing else. Ask your contact if you think this is a mistake.',
}

/**
 * What a contractor can still do here, once it is not everything, so that no button surprises them. Drawn without the
 * library's alert, which would bring all its controls along before the first page.
 */
export const StandingNote = ({ standing }: Readonly<{ standing: Standing | null }>) => {
  const said = standing === null ? undefined : says[standing]
  return said === undefined ? null : (
    <p className="StandingNote" role="status">
      {said}
    </p>
  )
}
