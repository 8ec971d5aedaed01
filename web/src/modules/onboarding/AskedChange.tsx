import { IconMessage2Exclamation } from '@tabler/icons-react'
import './AskedChange.css'

/** What a reviewer wants mended, at the field it is about. */
export const AskedChange = ({ note }: Readonly<{ note: string }>) => (
  <p className="AskedChange">
    <IconMessage2Exclamation size={17} stroke={1.7} aria-hidden />
    <span>
      <strong>To change:</strong> {note}
    </span>
  </p>
)
