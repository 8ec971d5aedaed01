import { IconFileAlert } from '@tabler/icons-react'
import type { ProblemError } from '#web/lib/problem.ts'
import './FileFindings.css'

/** What is wrong with a file: mended where it was made, so nothing here leads to a field of this page. */
export const FileFindings = ({ problem }: Readonly<{ problem: ProblemError | null }>) =>
  problem === null ? null : (
    <div className="FileFindings" role="alert">
      <IconFileAlert size={18} stroke={1.8} aria-hidden />
      <div>
        <p className="FileFindings-title">{problem.message}</p>
        {problem.errors.length > 0 ? (
          <ul>
            {problem.errors.map(({ pointer, detail }) => (
              <li key={`${pointer} ${detail}`}>{detail}</li>
            ))}
          </ul>
        ) : null}
        <p>Correct it in the program that made it and upload it again, or write the invoice here.</p>
      </div>
    </div>
  )
