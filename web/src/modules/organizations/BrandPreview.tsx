import { DEFAULT_THEME, mergeMantineTheme } from '@mantine/core'
import { useMemo } from 'react'
import { inkOn } from '#web/lib/color.ts'
import { cssVariablesResolver, themeOf } from '#web/theme.ts'
import './BrandPreview.css'

type BrandPreviewProps = Readonly<{ name: string; colour: string }>

/** The brand as it will be, in both schemes at once, whichever the reader's own is. */
export const BrandPreview = ({ name, colour }: BrandPreviewProps) => {
  const schemes = useMemo(() => cssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, themeOf(colour))), [colour])
  return (
    <div className="BrandPreview">
      <Scheme label="In the light" variables={schemes.light} name={name} colour={colour} />
      <Scheme label="In the dark" variables={schemes.dark} name={name} colour={colour} />
    </div>
  )
}

type SchemeProps = BrandPreviewProps & Readonly<{ label: string; variables: Record<string, string> }>

const Scheme = ({ label, variables, name, colour }: SchemeProps) => (
  <figure className="BrandPreview-scheme" style={variables}>
    <figcaption className="BrandPreview-label">{label}</figcaption>
    <div className="BrandPreview-page" aria-hidden>
      <div className="BrandPreview-bar">
        <span className="BrandPreview-mark" style={{ background: colour, color: inkOn(colour) }}>
          {[...name.trim()][0]?.toLocaleUpperCase()}
        </span>
        <span className="BrandPreview-name">{name}</span>
      </div>
      <div className="BrandPreview-body">
        <p className="BrandPreview-title">Your invoice is approved</p>
        <p className="BrandPreview-text">It is paid on Thursday.</p>
        <div className="BrandPreview-row">
          <span className="BrandPreview-button" style={{ background: colour, color: inkOn(colour) }}>
            See the invoice
          </span>
          <span className="BrandPreview-link">Ask about it</span>
          <span className="BrandPreview-chosen">Chosen</span>
        </div>
      </div>
    </div>
  </figure>
)
