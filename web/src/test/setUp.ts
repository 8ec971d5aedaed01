import { cleanup } from '@testing-library/react'
import { afterEach, vi } from 'vitest'
import { forgetAll } from '#web/lib/useRemembered.ts'

// What jsdom has no idea of: it lays nothing out. Elements get a size, so that virtual lists show rows.
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
)
vi.stubGlobal(
  'IntersectionObserver',
  class {
    observe() {}
    disconnect() {}
  },
)
window.matchMedia = (media) => ({
  media,
  matches: false,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
})
window.scrollTo = () => undefined
Element.prototype.scrollTo = () => undefined
Element.prototype.scrollIntoView = () => undefined
for (const height of ['offsetHeight', 'clientHeight'])
  Object.defineProperty(HTMLElement.prototype, height, { configurable: true, value: 600 })
for (const width of ['offsetWidth', 'clientWidth'])
  Object.defineProperty(HTMLElement.prototype, width, { configurable: true, value: 1000 })

afterEach(() => {
  cleanup()
  forgetAll('')
  vi.useRealTimers()
})
