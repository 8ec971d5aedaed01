import { useElementSize } from '@mantine/hooks'
import { IconFileAlert } from '@tabler/icons-react'
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, setLayerDimensions, TextLayer } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import './PdfPages.css'

GlobalWorkerOptions.workerSrc = workerUrl

type Shape = Readonly<{ width: number; height: number }>
type Opened = Readonly<{ document: PDFDocumentProxy; shapes: readonly Shape[] }>

/** Every page of a PDF below the other, as wide as the place it gets; a page is drawn when it comes near the screen. */
export const PdfPages = ({ blob }: Readonly<{ blob: Blob }>) => {
  const opened = useOpened(blob)
  const { ref, width } = useElementSize()
  return (
    <div ref={ref} className="PdfPages">
      {opened === 'unreadable' ? (
        <EmptyState icon={IconFileAlert} title="This PDF cannot be shown here">
          It may be damaged or locked by a password. Download it to open it on your device.
        </EmptyState>
      ) : null}
      {typeof opened === 'object' && width > 0
        ? opened.shapes.map((shape, index) => (
            <PdfPage
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
              key={index}
              document={opened.document}
              number={index + 1}
              count={opened.shapes.length}
              shape={shape}
              width={Math.min(width - 24, 900)}
            />
          ))
        : null}
    </div>
  )
}

const useOpened = (blob: Blob): Opened | 'opening' | 'unreadable' => {
  const [opened, setOpened] = useState<Opened | 'opening' | 'unreadable'>('opening')
  useEffect(() => {
    let isGone = false
    // No WebAssembly: the content security policy allows none. The decoders that need it have slower twins.
    const open = async () => {
      const task = getDocument({ data: await blob.arrayBuffer(), useWasm: false, enableXfa: false })
      const document = await task.promise
      const shapes = []
      for (let number = 1; number <= document.numPages; number += 1) {
        const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 })
        shapes.push({ width, height })
      }
      if (isGone) await task.destroy()
      else setOpened({ document, shapes })
      return task
    }
    const opening = open().catch(() => {
      if (!isGone) setOpened('unreadable')
    })
    return () => {
      isGone = true
      void opening.then((task) => task?.destroy())
    }
  }, [blob])
  return opened
}

type PdfPageProps = Readonly<{
  document: PDFDocumentProxy
  number: number
  count: number
  shape: Shape
  width: number
}>

const PdfPage = ({ document, number, count, shape, width }: PdfPageProps) => {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const words = useRef<HTMLDivElement>(null)
  const isNear = useNear(frame)
  const scale = width / shape.width
  useEffect(() => {
    if (!isNear || !canvas.current || !words.current) return
    return draw({ document, number, scale, canvas: canvas.current, words: words.current })
  }, [document, number, scale, isNear])
  return (
    <section
      ref={frame}
      className="PdfPages-page"
      aria-label={`Page ${number} of ${count}`}
      style={{ width, height: shape.height * scale }}
    >
      <canvas ref={canvas} />
      <div ref={words} className="PdfPages-words" />
    </section>
  )
}

type Drawing = Readonly<{
  document: PDFDocumentProxy
  number: number
  scale: number
  canvas: HTMLCanvasElement
  words: HTMLDivElement
}>

/** Draws the page and lays its words over it, unseen, so that they can be read aloud, found and copied. */
const draw = ({ document, number, scale, canvas, words }: Drawing): (() => void) => {
  let cancel: (() => void) | undefined
  let isGone = false
  const run = async () => {
    const page = await document.getPage(number)
    if (isGone) return
    const density = Math.min(window.devicePixelRatio, 2)
    const viewport = page.getViewport({ scale })
    canvas.width = Math.floor(viewport.width * density)
    canvas.height = Math.floor(viewport.height * density)
    const rendering = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] })
    words.replaceChildren()
    words.style.setProperty('--total-scale-factor', String(scale))
    setLayerDimensions(words, viewport)
    const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport })
    cancel = () => {
      rendering.cancel()
      layer.cancel()
    }
    await Promise.all([rendering.promise, layer.render()])
  }
  // A drawing that is given up half-way rejects; the next one is already under way.
  run().catch(() => undefined)
  return () => {
    isGone = true
    cancel?.()
  }
}

/** Whether the element has come within a screen of being seen. Once near, it stays drawn. */
const useNear = (frame: RefObject<HTMLElement | null>): boolean => {
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    if (!frame.current) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setIsNear(true)
      },
      { rootMargin: '100% 0px' },
    )
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [frame])
  return isNear
}
