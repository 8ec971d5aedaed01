import './SkipLink.css'

/** The first stop of the Tab key: past the navigation, to the page. */
export const SkipLink = () => (
  <a href="#content" className="SkipLink">
    Skip to the page
  </a>
)
