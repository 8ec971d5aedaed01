// Runs before anything is drawn, so that a dark page does not flash white. A file of its own: the content security
// policy allows no script inside the page.
;(() => {
  let chosen = 'auto'
  try {
    chosen = localStorage.getItem('muster.colour-scheme') ?? 'auto'
  } catch {
    // Storage may be refused; the system's wish then counts.
  }
  const isDark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  const root = document.documentElement
  root.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light')
  root.style.backgroundColor = isDark ? '#0e1013' : '#ffffff'
})()
