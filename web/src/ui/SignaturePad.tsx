import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import Pad from 'signature_pad'
import './SignaturePad.css'

/** A signature as it was given: the strokes as a PNG data address, or the name that was typed. */
export type Signature = Readonly<{ kind: 'drawn'; png: string } | { kind: 'typed'; name: string }>

type SignaturePadProps = Readonly<{
  /** Undefined while there is nothing that counts as a signature. */
  onChange: (signature: Signature | undefined) => void
  /** Offered where the signature is typed. */
  suggestedName: string
}>

/** Draw with a finger, pen or mouse, or type: both sign. Typing is what works from a keyboard. */
export const SignaturePad = ({ onChange, suggestedName }: SignaturePadProps) => {
  const [kind, setKind] = useState<Signature['kind']>('drawn')
  const [name, setName] = useState('')
  const type = (typed: string) => {
    setName(typed)
    onChange(typed.trim() === '' ? undefined : { kind: 'typed', name: typed.trim() })
  }
  const switchTo = (next: string) => {
    setKind(next === 'typed' ? 'typed' : 'drawn')
    if (next === 'typed') type(name === '' ? suggestedName : name)
    else onChange(undefined)
  }
  return (
    <div className="SignaturePad">
      <SegmentedControl
        aria-label="How to sign"
        value={kind}
        onChange={switchTo}
        data={[
          { value: 'drawn', label: 'Draw' },
          { value: 'typed', label: 'Type' },
        ]}
      />
      {kind === 'drawn' ? (
        <DrawnSignature onChange={onChange} />
      ) : (
        <div className="SignaturePad-typed">
          <TextInput label="Your full name" value={name} onChange={(event) => type(event.currentTarget.value)} />
          <div className="SignaturePad-paper" aria-hidden>
            <span className="SignaturePad-hand">{name}</span>
            <span className="SignaturePad-line" />
          </div>
        </div>
      )}
    </div>
  )
}

const DrawnSignature = ({ onChange }: Pick<SignaturePadProps, 'onChange'>) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<Pad>(undefined)
  const [isEmpty, setIsEmpty] = useState(true)
  const { ref, width } = useElementSize()
  const told = useRef(onChange)
  told.current = onChange

  useEffect(() => {
    const element = canvas.current
    if (!element || width === 0) return
    const strokes = pad.current?.toData() ?? []
    const density = Math.max(window.devicePixelRatio, 1)
    element.width = width * density
    element.height = element.offsetHeight * density
    element.getContext('2d')?.scale(density, density)
    const made = new Pad(element, { penColor: '#101828', minWidth: 0.8, maxWidth: 2.4 })
    // The pad forgets its strokes when the phone is turned; they are drawn again.
    made.fromData(strokes)
    made.addEventListener('endStroke', () => {
      setIsEmpty(false)
      told.current({ kind: 'drawn', png: made.toDataURL('image/png') })
    })
    pad.current = made
    return () => made.off()
  }, [width])

  const clear = () => {
    pad.current?.clear()
    setIsEmpty(true)
    onChange(undefined)
  }
  return (
    <div className="SignaturePad-paper" ref={ref}>
      <canvas
        ref={canvas}
        className="SignaturePad-canvas"
        role="img"
        aria-label={isEmpty ? 'Draw your signature here, or choose Type' : 'Your drawn signature'}
      />
      <span className="SignaturePad-line" />
      {isEmpty ? (
        <span className="SignaturePad-hint">Sign here</span>
      ) : (
        <Button className="SignaturePad-clear" variant="default" size="compact-xs" onClick={clear}>
          Clear
        </Button>
      )}
    </div>
  )
}
