import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'
import { forgetWhere } from '#web/lib/useRemembered.ts'

// The first page of a file is made while its parts are still being read: on a busy machine that takes seconds.
configure({ asyncUtilTimeout: 8_000 })

// What jsdom has no idea of: it lays nothing out. A list gets a height, so that it shows rows.
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
// A text field that grows listens for fonts.
Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() })
window.scrollTo = () => undefined
Element.prototype.scrollTo = () => undefined
Element.prototype.scrollIntoView = () => undefined
Object.defineProperty(HTMLElement.prototype, 'clientHeight', {
  configurable: true,
  get: function (this: HTMLElement) {
    return this.classList.contains('DataTable-scroll') ? 600 : 0
  },
})

afterEach(() => {
  cleanup()
  forgetWhere(() => true)
  vi.useRealTimers()
})
