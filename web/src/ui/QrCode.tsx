import { encode } from 'uqr'
import './QrCode.css'

type QrCodeProps = Readonly<{
  text: string
  /** What it holds, for those who cannot see it. */
  label: string
}>

/** Drawn here and not fetched: what is in it may be a secret. Always dark on white, because not every scanner reads it inverted. */
export const QrCode = ({ text, label }: QrCodeProps) => {
  const { data, size } = encode(text, { border: 2 })
  const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg className="QrCode" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={dots.join('')} />
    </svg>
  )
}
